import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listHistory = endpointOperation("GET /report/history_meetings", {
  id: "reports.listHistory",
  tool: "list_history_meetings",
  summary: "Report webinars and meetings that were held across the account, up to one month at a time.",
  cli: { columns: ["meeting_id", "type", "topic", "host_email", "start_time", "participants"], examples: ["reports list-history --from 2027-01-01 --to 2027-01-31 --meeting-type webinar"] },
  describe: ({ history_meetings }) => `${history_meetings?.length ?? 0} held webinars and meetings`,
});
