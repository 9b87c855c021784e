import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { ifAllowed } from "../../operation/if-allowed.ts";

export const deleteSummary = endpointOperation("DELETE /meetings/{meetingId}/meeting_summary", {
  id: "summaries.delete",
  tool: "delete_meeting_summary",
  summary: "Delete what Zoom's AI wrote about one held webinar or meeting.",
  alsoKnownAs: `
    delete an AI summary, remove the recap, erase AI notes, get rid of the summary, summary must go, delete the minutes,
    remove the Companion notes, wipe the recap, delete automatic notes, take the AI summary away,
    remove the AI recap, delete the notes, AI summary is wrong, wipe the minutes, erase the AI notes`,
  cli: { positional: ["meeting_id"], examples: ["summaries delete 91974973765"] },

  async preview({ meeting_id }, { zoom }) {
    const known = await ifAllowed(() => zoom.call("GET /meetings/{meetingId}/meeting_summary", { path: { meetingId: meeting_id } }));
    const label = [known?.meeting_topic, known?.meeting_start_time].filter(Boolean).join(", ");
    return {
      summary: "Delete the AI summary of a held webinar or meeting.",
      targets: [{ kind: "summary", id: meeting_id, ...(label === "" ? {} : { label }) }],
      recipients: null,
      reversible: false,
    };
  },
  describe: ({ meeting_id }) => `Deleted the summary of ${meeting_id}`,
});
