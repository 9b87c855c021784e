import { listOperation } from "../../operation/list-operation.ts";

export const listUpcomingEvents = listOperation("GET /report/upcoming_events", {
  id: "reports.listUpcoming",
  tool: "list_upcoming_events",
  summary: "Report webinars and meetings planned across the account, up to one month at a time.",
  alsoKnownAs: `
    everything planned in the account, upcoming events, all hosts' webinars, planned meetings and webinars,
    what is coming up across the account, company calendar, next month's events, account-wide schedule, upcoming across all users,
    events of everybody,
    sessions planned in the whole company, everything planned across the organisation, upcoming meetings and webinars of all hosts`,
  noun: ["planned webinar or meeting", "planned webinars and meetings"],
  longestWindow: "month",
  cli: {
    positional: ["from", "to"],
    columns: ["id", "topic", "host_name", "start_time"],
    examples: ["reports list-upcoming 2027-03-01 2027-03-31 --type webinar"],
  },
});
