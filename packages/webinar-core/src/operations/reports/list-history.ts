import { listOperation } from "../../operation/list-operation.ts";

export const listHistory = listOperation("GET /report/history_meetings", {
  id: "reports.listHistory",
  tool: "list_history_meetings",
  summary: "Report webinars and meetings held across the account, up to one month at a time.",
  alsoKnownAs: `
    everything held in the account, past events, all webinars last month, history of meetings and webinars, what took place, held webinars across
    the account, last quarter's webinars, list of past events, account history, which webinars did we run, events held last quarter, past meetings
    and webinars of everyone, what took place last month, activity of the account, how many webinars did we run, which webinars did the whole
    company hold, everything our company ran in May, what did we hold last quarter, all events that took place, past webinars of all hosts, what
    happened on the account last month, how many events did we run, list what was held in April, meetings and webinars that are over, activity of
    all hosts, which events took place, what has the firm run so far, all past sessions of everyone, events in the past month, look back over the
    quarter, the year's events so far, what took place in the company, all events last quarter, how many did we hold this year, past events of
    everyone, which meetings and webinars happened, retrospect of March, what have all teams held, everything that ran`,
  noun: ["held webinar or meeting", "held webinars and meetings"],
  longestWindow: "month",
  cli: {
    positional: ["from", "to"],
    columns: ["meeting_id", "type", "topic", "host_email", "start_time", "participants"],
    examples: ["reports list-history 2032-02-01 2032-02-28 --meeting-type webinar"],
  },
});
