import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listDashboardWebinars = endpointOperation("GET /metrics/webinars", {
  id: "dashboards.listWebinars",
  tool: "list_dashboard_webinars",
  summary: "List live or past webinars of the account with dashboard figures, up to one month at a time.",
  cli: {
    positional: ["from", "to"],
    columns: ["id", "topic", "start_time", "participants"],
    examples: ["dashboards list-webinars 2026-12-20 2027-01-15 --type past"],
  },
  describe: ({ webinars, total_records }) => `${webinars?.length ?? 0} of ${total_records ?? "?"} webinars`,
});
