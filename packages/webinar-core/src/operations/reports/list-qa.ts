import { answeredOf } from "../../answers/answered-of.ts";
import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listReportQa = endpointOperation("GET /report/webinars/{webinarId}/qa", {
  id: "reports.listQa",
  tool: "list_webinar_report_qa",
  summary: "Report questions of a held webinar with their state and every single answer, by person.",
  alsoKnownAs: `
    Q&A report, report of questions, questions with their state, who answered a question, Q&A export, question log, dismissed questions, report of
    the Q&A, every answer to a question, full list of questions, upvoted questions, who answered which question, export of questions, questions
    nobody replied to, which were answered and by whom, every answer to each question, report of what was asked, state of each question, which
    questions were dismissed, who replied to the audience, open and closed questions, who handled the questions, Q&A record, were there unanswered
    questions, live answers or typed ones, which questions were left over, report of all queries, questions with names of askers, log of questions
    and replies, which questions are open, who answered which, full Q&A report, were all questions answered, what did we reply, questions with
    their answers, unanswered ones please, who dealt with the questions`,
  cli: {
    positional: ["webinar_id"],
    columns: ["name", "email"],
    list: "questions",
    answers: { list: "question_details", question: "question", answer: "answer", show: "each" },
    examples: ["reports list-qa 91974973765"],
  },
  short: ["questions.name", "questions.email", ...["question", "answer", "question_status"].map((field) => `questions.question_details.${field}`)],
  describe: ({ questions: people = [] }) => {
    const asked = people.flatMap(({ question_details = [] }) => question_details);
    const answers = asked.map(({ answer, answer_details = [] }) => answer || answer_details[0]?.content);
    return `${countOf(asked.length, "question")} from ${countOf(people.length, "person", "people")}${answeredOf(answers)}`;
  },
});
