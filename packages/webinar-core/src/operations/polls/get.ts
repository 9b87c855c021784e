import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getPoll = endpointOperation("GET /webinars/{webinarId}/polls/{pollId}", {
  id: "polls.get",
  tool: "get_webinar_poll",
  summary: "Read one poll of a webinar with its questions.",
  cli: { positional: ["webinar_id", "poll_id"], examples: ["polls get 82834512568 QalIoKWLTJehBJ8e1xRrbQ"] },
  describe: ({ title, questions }) => `${title ?? "Untitled poll"}: ${questions?.length ?? 0} questions`,
});
