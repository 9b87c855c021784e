import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getSummary = endpointOperation("GET /meetings/{meetingId}/meeting_summary", {
  id: "summaries.get",
  tool: "get_meeting_summary",
  summary: "Read what Zoom's AI wrote about one held webinar or meeting.",
  alsoKnownAs: `
    AI summary of a webinar, recap, summary of what was said, AI notes of a webinar, next steps, key points, minutes of a webinar,
    Companion summary, what was discussed, short version of the webinar,
    recap of the webinar by the AI companion, what was said, minutes of the webinar, key takeaways, notes of the session, AI recap,
    action items,
    what came out of the webinar, text summary of a session`,
  cli: { positional: ["meeting_id"], examples: ["summaries get 91974973765"] },
  describe: ({ summary_title, meeting_topic }) => summary_title ?? `Summary of ${meeting_topic ?? "an untitled webinar"}`,
});
