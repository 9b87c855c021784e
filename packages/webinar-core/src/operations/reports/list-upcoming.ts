import { listOperation } from "../../operation/list-operation.ts";

export const listUpcomingEvents = listOperation("GET /report/upcoming_events", {
  id: "reports.listUpcoming",
  tool: "list_upcoming_events",
  summary: "Report webinars and meetings planned in the account, up to a month, by UUID and without type; the calendar has webinar IDs.",
  alsoKnownAs: `
    everything planned in the account, upcoming events, all hosts' webinars, planned meetings and webinars, what is coming up across the account,
    company calendar, next month's events, account-wide schedule, upcoming across all users, events of everybody, sessions planned in the whole
    company, everything planned across the organisation, upcoming meetings and webinars of all hosts, what does the company plan, everything ahead
    across all hosts, all events and meetings next month, planned across the firm, who has what scheduled in the account, the next four weeks for
    everyone, meetings and webinars to come, company-wide agenda, what do all departments have coming up, events ahead in the entire organisation,
    future events of all users, all that is scheduled, what is lined up across the account, everyone's upcoming sessions, pipeline of the whole
    company, what's ahead for the company, all planned things next month, which events does everyone have coming, upcoming for the entire account,
    meetings as well as webinars planned, all teams' upcoming events, forecast of events, who else plans something`,
  noun: ["planned webinar or meeting", "planned webinars and meetings"],
  longestWindow: "month",
  cli: {
    positional: ["from", "to"],
    columns: ["id", "topic", "host_name", "start_time"],
    examples: ["reports list-upcoming 2032-03-01 2032-03-31 --type webinar"],
  },
});
