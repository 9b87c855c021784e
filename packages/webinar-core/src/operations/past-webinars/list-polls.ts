import { pollRespondents } from "../../answers/sum-answers.ts";
import { sumOperation } from "../../answers/sum-operation.ts";

const ENDPOINT = "GET /past_webinars/{webinarId}/polls";

export const listPastPolls = sumOperation(ENDPOINT, {
  id: "pastWebinars.listPolls",
  tool: "list_past_webinar_polls",
  summary: "Read poll results of a held webinar: how many gave which answer; with full, who answered what.",
  alsoKnownAs: `
    poll results, how did people vote, who answered what in the poll, quiz results, votes, poll answers, outcome of the poll, what did they
    choose, voting results, answers to the quiz, quiz scores, who picked what, what did the audience answer, results of the voting, how many chose
    the first answer, poll statistics, who picked B, what won the vote, how many got the quiz right, what did the audience choose, who voted yes,
    votes of last night, how did Tom do in the quiz, results of the ice-breaker, which option was most popular, how was the ballot, share of yes
    votes, who got it right, what came out of the poll, who chose which answer, the vote's outcome, what did they vote, result of the quiz, how
    did the vote end, which answer won, who said yes in the poll, how did the audience answer, votes from Monday, did people know the right answer`,
  list: "questions",
  details: "question_details",
  read: (zoom, webinarId) => zoom.call(ENDPOINT, { path: { webinarId } }),
  respondents: pollRespondents,
  examples: ["past-webinars list-polls 91974973765"],
});
