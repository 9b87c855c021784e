import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getDashboardWebinar = endpointOperation("GET /metrics/webinars/{webinarId}", {
  id: "dashboards.getWebinar",
  tool: "get_dashboard_webinar",
  summary: "Read the dashboard figures of one live or past webinar.",
  alsoKnownAs: `
    live figures, how many are in the webinar now, dashboard of one webinar, current number of participants, is it running, live status, monitor a
    webinar, realtime figures, details of a live webinar, audience right now, how many are watching at the moment, is the webinar live, is it
    still running, current audience, how many people are in there, status of the live webinar, has it started, how many are in there, is the town
    hall still going, live numbers of the running event, how many are watching, current head count, has it begun, figures while it runs, is our
    event on air, dashboard of the keynote, monitor the running session, how is the live event doing, real-time numbers, audience size right now,
    dashboard numbers of an event, is it live yet, how many people are on at the moment, how many people are in right now, how's the live session
    doing, current viewers, number of people in the room this minute, live stats, has Monday's started, are people in yet`,
  cli: { positional: ["webinar_id"], examples: ["dashboards get-webinar 91974973765 --type past"] },
  describe: ({ topic, participants }) => `${topic ?? "Untitled webinar"}: ${participants ?? "?"} people`,
});
