import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getDashboardWebinar = endpointOperation("GET /metrics/webinars/{webinarId}", {
  id: "dashboards.getWebinar",
  tool: "get_dashboard_webinar",
  summary: "Read the dashboard figures of one live or past webinar.",
  alsoKnownAs: `
    live figures, how many are in the webinar now, dashboard of one webinar, current number of participants, is it running, live status,
    monitor a webinar, realtime figures, details of a live webinar, audience right now,
    how many are watching at the moment, is the webinar live, is it still running, current audience, how many people are in there,
    status of the live webinar,
    has it started`,
  cli: { positional: ["webinar_id"], examples: ["dashboards get-webinar 91974973765 --type past"] },
  describe: ({ topic, participants }) => `${topic ?? "Untitled webinar"}: ${participants ?? "?"} people`,
});
