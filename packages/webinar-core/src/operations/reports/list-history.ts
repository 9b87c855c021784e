import { listOperation } from "../../operation/list-operation.ts";

export const listHistory = listOperation("GET /report/history_meetings", {
  id: "reports.listHistory",
  tool: "list_history_meetings",
  summary: "Report webinars and meetings held across the account, up to one month at a time.",
  alsoKnownAs: `
    everything held in the account, past events, all webinars last month, history of meetings and webinars, what took place,
    held webinars across the account, last quarter's webinars, list of past events, account history, which webinars did we run,
    events held last quarter, past meetings and webinars of everyone, what took place last month, activity of the account,
    how many webinars did we run, which webinars did the whole company hold`,
  noun: ["held webinar or meeting", "held webinars and meetings"],
  longestWindow: "month",
  cli: {
    positional: ["from", "to"],
    columns: ["meeting_id", "type", "topic", "host_email", "start_time", "participants"],
    examples: ["reports list-history 2027-02-01 2027-02-28 --meeting-type webinar"],
  },
});
