import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listDashboardParticipants = endpointOperation("GET /metrics/webinars/{webinarId}/participants", {
  id: "dashboards.listParticipants",
  tool: "list_dashboard_participants",
  summary: "List participants of a running or held webinar with device, network and place.",
  cli: { positional: ["webinar_id"], columns: ["user_name", "email", "role", "device", "location", "join_time"], examples: ["dashboards list-participants 91974973765 --type past"] },
  describe: ({ participants, total_records }) => `${participants?.length ?? 0} of ${total_records ?? "?"} participants`,
});
