import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listReportParticipants = endpointOperation("GET /report/webinars/{webinarId}/participants", {
  id: "reports.listParticipants",
  tool: "list_webinar_report_participants",
  summary: "Report who came to a webinar held in the last six months, one row per joining.",
  cli: { positional: ["webinar_id"], columns: ["name", "user_email", "join_time", "leave_time", "duration"], examples: ["reports list-participants 91974973765"] },
  describe: ({ participants, total_records }) => `${participants?.length ?? 0} of ${total_records ?? "?"} participants`,
});
