import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { POLL_WORDS } from "../../operation/words.ts";

export const getPoll = endpointOperation("GET /webinars/{webinarId}/polls/{pollId}", {
  id: "polls.get",
  tool: "get_webinar_poll",
  summary: "Read one poll of a webinar with its questions.",
  alsoKnownAs: `
    one poll, show a poll's questions, poll details, read a poll, look at a quiz, what does this poll ask, see a single poll, poll by ID, answers
    to choose from in a poll, open a poll, text of the second poll, options of a poll, what are the answers of a poll, show one quiz, show the
    second poll, read me one quiz, what does the poll ask, what can people choose in the first vote, the choices of one poll, look at the
    ice-breaker, exact wording of a poll, the quiz's right answers, text of the vote, open the third quiz, how is poll 2 worded, which options
    does it offer, let me see that vote, see one poll, what are the questions of poll one, how exactly is the first vote phrased, read out the
    quiz, which answers can they pick in poll 1, details on the second quiz, show me that one poll, what are its options, let me see the wording
    of the vote, question two of the quiz`,
  cli: { words: POLL_WORDS, positional: ["webinar_id", "poll_id"], examples: ["polls get 82834512568 QalIoKWLTJehBJ8e1xRrbQ"] },
  describe: ({ title, questions }) => `${title ?? "Untitled poll"}: ${countOf(questions?.length ?? 0, "question")}`,
});
