import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getSummary = endpointOperation("GET /meetings/{meetingId}/meeting_summary", {
  id: "summaries.get",
  tool: "get_meeting_summary",
  summary: "Read what Zoom's AI wrote about one held webinar or meeting.",
  alsoKnownAs: `
    boil it down to a few paragraphs, condense the talk, chat transcript, transcript of what was said, AI summary of a webinar, recap, summary of what was said, AI notes of a webinar, next steps, key points, minutes of a webinar, Companion
    summary, what was discussed, short version of the webinar, recap of the webinar by the AI companion, what was said, minutes of the webinar,
    key takeaways, notes of the session, AI recap, action items, what came out of the webinar, text summary of a session, what did the AI write
    about it, gist of the talk, what was agreed, sum up what was said, AI notes of yesterday, give me the takeaways, what were the main points,
    what did they talk about, minutes of last week's session, read the recap, the to-dos from the webinar, short text on what happened, what did I
    miss in the talk, main messages of the speakers, content in a nutshell, what was it about in the end, AI's write-up, next steps that came up,
    what was discussed on Monday, sum up the tax talk, I missed it - what was said, the AI's notes on it, main takeaways, minutes please, what did
    they decide, recap of yesterday`,
  cli: { positional: ["meeting_id"], examples: ["summaries get 91974973765"] },
  describe: ({ summary_title, meeting_topic }) => summary_title ?? `Summary of ${meeting_topic ?? "an untitled webinar"}`,
});
