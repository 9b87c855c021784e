import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listPastPolls = endpointOperation("GET /past_webinars/{webinarId}/polls", {
  id: "pastWebinars.listPolls",
  tool: "list_past_webinar_polls",
  summary: "Read who answered what in the polls of a held webinar.",
  cli: { positional: ["webinar_id"], columns: ["name", "email"], examples: ["past-webinars list-polls 91974973765"] },
  describe: ({ questions }) => `${questions?.length ?? 0} people answered`,
});
