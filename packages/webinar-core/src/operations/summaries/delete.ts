import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const deleteSummary = endpointOperation("DELETE /meetings/{meetingId}/meeting_summary", {
  id: "summaries.delete",
  tool: "delete_meeting_summary",
  summary: "Delete what Zoom's AI wrote about one held webinar or meeting.",
  cli: { positional: ["meeting_id"], examples: ["summaries delete 91974973765"] },
  describe: ({ meeting_id }) => `Deleted the summary of ${meeting_id}`,
});
