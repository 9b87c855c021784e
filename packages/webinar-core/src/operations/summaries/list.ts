import { listOperation } from "../../operation/list-operation.ts";

export const listSummaries = listOperation("GET /meetings/meeting_summaries", {
  id: "summaries.list",
  tool: "list_meeting_summaries",
  summary: "List the AI summaries of webinars and meetings across the account.",
  alsoKnownAs: `
    AI summaries, all summaries, AI notes, meeting notes, Companion summaries, list of recaps, summaries of the account, automatic notes, recap
    list, AI minutes, AI notes of all meetings, AI companion, which recaps are there, generated notes, minutes by AI, automatic summaries, recaps
    the AI wrote, all AI write-ups this month, which meetings have AI notes, list of automatic minutes, everything the AI noted, AI recaps of the
    account, companion write-ups, which summaries did Zoom make, notes by the machine for all events, AI digests, list the robot's notes,
    summaries of last week, for which webinars is there a recap, auto-generated minutes of all meetings, overview of recaps, which AI notes do we
    have, recaps of this month, what has the AI summed up, all automatic notes, list every recap, AI summaries please, for which events did the AI
    write, notes from the companion`,
  noun: ["summary", "summaries"],
  cli: {
    columns: ["meeting_id", "meeting_topic", "meeting_host_email", "meeting_start_time"],
    examples: ["summaries list --from 2032-03-01T00:00:00Z --to 2032-03-15T00:00:00Z"],
  },
});
