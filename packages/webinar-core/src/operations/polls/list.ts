import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listPolls = endpointOperation("GET /webinars/{webinarId}/polls", {
  id: "polls.list",
  tool: "get_webinar_polls",
  summary: "List the polls prepared for a webinar, with their questions and state.",
  cli: { positional: ["webinar_id"], columns: ["id", "title", "status"], examples: ["polls list 82834512568"] },
  describe: ({ polls }) => `${polls?.length ?? 0} polls`,
});
