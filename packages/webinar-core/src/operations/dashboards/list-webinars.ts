import { listOperation } from "../../operation/list-operation.ts";

export const listDashboardWebinars = listOperation("GET /metrics/webinars", {
  id: "dashboards.listWebinars",
  tool: "list_dashboard_webinars",
  summary: "List running or past webinars of the account with dashboard figures, up to one month at a time.",
  alsoKnownAs: `
    webinars live now, running webinars, which webinars are on right now, live dashboard, past webinars with figures, dashboard of webinars,
    monitoring, what is live, in progress, ongoing webinars, what is running right now, live webinars of the account, is anything on air, ongoing
    events, monitor, which webinars are live, events held, webinars with their numbers of participants, what is on air right now, which events are
    live, is anybody broadcasting at the moment, anything running, current webinars, what is happening now in our account, what is going on right
    now, live events at this minute, sessions in progress, are there webinars on, show everything that is live, monitor of all events, which talks
    are under way, list events with attendee numbers, is something live, which ones are running, what's on now, anyone on air, live right now
    please, which sessions are active, past events with dashboard numbers`,
  noun: ["webinar", "webinars"],
  ifNone: ({ type = "live" }) =>
    type === "live" ? " that run now (type live); type past (--type past) lists those that were held" : ` of type ${type} on these days`,
  longestWindow: "month",
  mostRows: 3_000, // ten pages: as many as a Pro account may read in a minute
  cli: {
    positional: ["from", "to"],
    columns: ["id", "topic", "host", "start_time", "participants"],
    examples: ["dashboards list-webinars 2032-02-01 2032-02-28 --type past"],
  },
});
