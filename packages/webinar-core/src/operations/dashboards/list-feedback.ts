import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listFeedback = endpointOperation("GET /metrics/webinars/{webinarId}/participants/satisfaction", {
  id: "dashboards.listFeedback",
  tool: "list_dashboard_feedback",
  summary: "List thumbs and comments that participants left at the end of a webinar.",
  cli: { positional: ["webinar_id"], columns: ["email", "quality", "comment", "date_time"], examples: ["dashboards list-feedback 91974973765 --type past"] },
  describe: ({ participants }) => `${participants?.length ?? 0} participants gave feedback`,
});
