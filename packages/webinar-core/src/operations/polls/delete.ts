import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const deletePoll = endpointOperation("DELETE /webinars/{webinarId}/polls/{pollId}", {
  id: "polls.delete",
  tool: "delete_webinar_poll",
  summary: "Delete one poll of a webinar.",
  cli: { positional: ["webinar_id", "poll_id"], examples: ["polls delete 82834512568 QalIoKWLTJehBJ8e1xRrbQ"] },
  describe: ({ webinar_id, poll_id }) => `Deleted poll ${poll_id} of webinar ${webinar_id}`,
});
