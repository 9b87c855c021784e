import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listParticipantsQos = endpointOperation("GET /metrics/webinars/{webinarId}/participants/qos", {
  id: "dashboards.listParticipantsQos",
  tool: "list_dashboard_participants_qos",
  summary: "Read sound and picture quality over time for participants of a webinar, ten to a page at most.",
  cli: { positional: ["webinar_id"], columns: ["user_name", "email", "health", "network_type", "join_time"], examples: ["dashboards list-participants-qos 91974973765 --type past"] },
  describe: ({ participants, total_records }) => `${participants?.length ?? 0} of ${total_records ?? "?"} participants`,
});
