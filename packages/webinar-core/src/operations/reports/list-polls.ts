import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listReportPolls = endpointOperation("GET /report/webinars/{webinarId}/polls", {
  id: "reports.listPolls",
  tool: "list_webinar_report_polls",
  summary: "Report poll answers of a held webinar, by person.",
  cli: { positional: ["webinar_id"], columns: ["name", "email"], examples: ["reports list-polls 91974973765"] },
  describe: ({ questions }) => `${questions?.length ?? 0} people answered polls`,
});
