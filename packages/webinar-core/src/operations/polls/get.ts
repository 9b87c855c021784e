import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { POLL_WORDS } from "../../operation/words.ts";

export const getPoll = endpointOperation("GET /webinars/{webinarId}/polls/{pollId}", {
  id: "polls.get",
  tool: "get_webinar_poll",
  summary: "Read one poll of a webinar with its questions.",
  alsoKnownAs: `
    one poll, show a poll's questions, poll details, read a poll, look at a quiz, what does this poll ask, see a single poll, poll by ID,
    answers to choose from in a poll, open a poll,
    text of the second poll, options of a poll, what are the answers of a poll, show one quiz`,
  cli: { words: POLL_WORDS, positional: ["webinar_id", "poll_id"], examples: ["polls get 82834512568 QalIoKWLTJehBJ8e1xRrbQ"] },
  describe: ({ title, questions }) => `${title ?? "Untitled poll"}: ${countOf(questions?.length ?? 0, "question")}`,
});
