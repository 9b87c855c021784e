import { listOperation } from "../../operation/list-operation.ts";

export const listSummaries = listOperation("GET /meetings/meeting_summaries", {
  id: "summaries.list",
  tool: "list_meeting_summaries",
  summary: "List the AI summaries of webinars and meetings across the account.",
  alsoKnownAs: `
    AI summaries, all summaries, AI notes, meeting notes, Companion summaries, list of recaps, summaries of the account, automatic notes,
    recap list, AI minutes,
    AI notes of all meetings, AI companion, which recaps are there, generated notes, minutes by AI, automatic summaries`,
  noun: ["summarie", "summaries"],
  cli: {
    columns: ["meeting_id", "meeting_topic", "meeting_host_email", "meeting_start_time"],
    examples: ["summaries list --from 2027-03-01T00:00:00Z --to 2027-03-15T00:00:00Z"],
  },
});
