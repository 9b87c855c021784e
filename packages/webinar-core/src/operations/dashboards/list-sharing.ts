import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listSharing = endpointOperation("GET /metrics/webinars/{webinarId}/participants/sharing", {
  id: "dashboards.listSharing",
  tool: "list_dashboard_sharing",
  summary: "List who shared or recorded what in a webinar, and when.",
  cli: { positional: ["webinar_id"], columns: ["user_name", "user_id"], examples: ["dashboards list-sharing 91974973765 --type past"] },
  describe: ({ participants, total_records }) => `${participants?.length ?? 0} of ${total_records ?? "?"} participants`,
});
