import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listReportPolls = endpointOperation("GET /report/webinars/{webinarId}/polls", {
  id: "reports.listPolls",
  tool: "list_webinar_report_polls",
  summary: "Report poll answers of a held webinar, by person.",
  alsoKnownAs: `
    poll report, report of poll answers, polls by person, quiz report, voting report, export of poll answers, answers per person,
    official poll results, poll statistics, report of votes,
    export poll answers, quiz answers of each participant`,
  cli: { positional: ["webinar_id"], columns: ["name", "email"], examples: ["reports list-polls 91974973765"] },
  describe: ({ questions }) => `${questions?.length ?? 0} people answered polls`,
});
