import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { readBefore, webinarTarget } from "../../operation/preview-change.ts";

export const deletePoll = endpointOperation("DELETE /webinars/{webinarId}/polls/{pollId}", {
  id: "polls.delete",
  tool: "delete_webinar_poll",
  summary: "Delete one poll of a webinar.",
  alsoKnownAs: `
    delete a poll, remove a quiz, drop a poll, get rid of a poll, take a poll off, cancel the quiz, erase a poll, discard a poll, no poll after
    all, remove poll questions, we do not need the quiz any more, take the quiz out, we do not need that poll, throw away a poll, drop the poll,
    bin the vote, no ice-breaker, take poll two out, scrap the quiz, we will not vote after all, throw out a poll, remove the vote, poll three can
    go, drop the questions for the audience, lose the quiz, away with the poll, the vote is not needed, strike a poll, there should be no poll,
    cancel the vote, cut the trivia, we skip the vote, take the quiz off, poll can be binned, I don't want the ice-breaker, remove question poll
    number two, kill the vote, let us do without the quiz, out with the poll`,
  cli: { verbs: ["rm"], positional: ["webinar_id", "poll_id"], examples: ["polls delete 82834512568 QalIoKWLTJehBJ8e1xRrbQ"] },
  looksAt: ["GET /webinars/{webinarId}/polls/{pollId}", "GET /webinars/{webinarId}"],
  async preview({ webinar_id, poll_id }, { zoom }) {
    const poll = await readBefore(() => zoom.call("GET /webinars/{webinarId}/polls/{pollId}", { path: { webinarId: webinar_id, pollId: poll_id } }));
    const questions = poll?.questions === undefined ? "" : ` with its ${countOf(poll.questions.length, "question")}`;
    return {
      summary: `Delete the poll${questions}.`,
      targets: [{ kind: "poll", id: poll_id, ...(poll?.title === undefined ? {} : { label: poll.title }) }, await webinarTarget(zoom, webinar_id)],
      recipients: null,
      reversible: false,
    };
  },
  describe: ({ webinar_id, poll_id }) => `Deleted poll ${poll_id} of webinar ${webinar_id}`,
});
