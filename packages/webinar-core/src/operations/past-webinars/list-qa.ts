import { answeredOf } from "../../answers/answered-of.ts";
import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listPastQa = endpointOperation("GET /past_webinars/{webinarId}/qa", {
  id: "pastWebinars.listQa",
  tool: "list_webinar_qa",
  summary: "Read the questions asked in a held webinar, with their answers, by person.",
  alsoKnownAs: `
    questions the audience asked, Q&A, questions and answers, what was asked, who asked what, Q&A transcript, open questions, attendees'
    questions, questions from the webinar, unanswered questions, unanswered questions from the audience, Q&A log, what did people ask, questions
    we did not get to, which questions came up, audience questions, answered questions, questions received, what did the audience want to know,
    what did folks want to know, which questions came up last night, what was the speaker asked, was anything left unanswered, what did Bob ask,
    who asked about prices, what were people curious about, questions put to the panel, what did guests ask last time, show the audience's
    questions, which queries did we get, things people asked, did anyone ask about the release, what did people wonder about, everything asked in
    the talk, what was raised in Q&A, which questions nobody replied to, what did they ask, questions from yesterday, anything asked about the
    price, which things did guests want explained, who had a question, what has been asked in total, show all questions, was there a question from
    Tom`,
  cli: {
    positional: ["webinar_id"],
    columns: ["name", "email"],
    list: "questions",
    answers: { list: "question_details", question: "question", answer: "answer", show: "each" },
    examples: ["past-webinars list-qa 91974973765"],
  },
  describe: ({ questions: people = [] }) => {
    const asked = people.flatMap(({ question_details = [] }) => question_details);
    return `${countOf(asked.length, "question", "questions")} from ${countOf(people.length, "person", "people")}${answeredOf(asked.map(({ answer }) => answer))}`;
  },
});
