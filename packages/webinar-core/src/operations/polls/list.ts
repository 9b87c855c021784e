import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { POLL_WORDS } from "../../operation/words.ts";

export const listPolls = endpointOperation("GET /webinars/{webinarId}/polls", {
  id: "polls.list",
  tool: "get_webinar_polls",
  summary: "List the polls prepared for a webinar, with their questions and state.",
  alsoKnownAs: `
    show the polls, which polls are prepared, polls of a webinar, list polls, quizzes of a webinar, prepared questions, see the polls, what polls
    do we have, poll overview, poll questions, which polls are ready, are there polls, list of quizzes, what do we ask in the polls, poll drafts,
    what polls are ready, which votes have we prepared, show the quizzes, do we have any questions for the audience, polls for tonight, all polls
    of the event, what will we ask people during the talk, which ice-breakers exist, list the votes, what polling is planned, poll questions we
    made, are the polls in place, every quiz with its questions, number of polls, read me the polls, votes set up for Monday, do we have a vote
    prepared, which quizzes are in there, what are we going to ask the crowd, all votes for tomorrow, let me look at our polls, how many polls did
    we make, questions lined up for the audience, is the ice-breaker in`,
  cli: {
    offers: { fields: ["poll_id"], value: "id", label: ["title"], within: "webinar_id" },
    words: POLL_WORDS,
    verbs: ["ls"],
    positional: ["webinar_id"],
    columns: ["id", "title", "status"],
    examples: ["polls list 82834512568"],
  },
  describe: ({ polls }) => countOf(polls?.length ?? 0, "poll"),
});
