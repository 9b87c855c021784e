import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listReportQa = endpointOperation("GET /report/webinars/{webinarId}/qa", {
  id: "reports.listQa",
  tool: "list_webinar_report_qa",
  summary: "Report questions of a held webinar with their state and every single answer, by person.",
  cli: { positional: ["webinar_id"], columns: ["name", "email"], examples: ["reports list-qa 91974973765"] },
  describe: ({ questions }) => `${questions?.length ?? 0} people asked questions`,
});
