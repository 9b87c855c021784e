import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const deletePoll = endpointOperation("DELETE /webinars/{webinarId}/polls/{pollId}", {
  id: "polls.delete",
  tool: "delete_webinar_poll",
  summary: "Delete one poll of a webinar.",
  alsoKnownAs: `
    delete a poll, remove a quiz, drop a poll, get rid of a poll, take a poll off, cancel the quiz, erase a poll, discard a poll,
    no poll after all, remove poll questions, we do not need the quiz any more, take the quiz out,
    we do not need that poll, throw away a poll, drop the poll`,
  cli: { positional: ["webinar_id", "poll_id"], examples: ["polls delete 82834512568 QalIoKWLTJehBJ8e1xRrbQ"] },
  describe: ({ webinar_id, poll_id }) => `Deleted poll ${poll_id} of webinar ${webinar_id}`,
});
