import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { ifAllowed } from "../../operation/if-allowed.ts";

export const deleteSummary = endpointOperation("DELETE /meetings/{meetingId}/meeting_summary", {
  id: "summaries.delete",
  tool: "delete_meeting_summary",
  summary: "Delete what Zoom's AI wrote about one held webinar or meeting.",
  alsoKnownAs: `
    delete an AI summary, remove the recap, erase AI notes, get rid of the summary, summary must go, delete the minutes, remove the Companion
    notes, wipe the recap, delete automatic notes, take the AI summary away, remove the AI recap, delete the notes, AI summary is wrong, wipe the
    minutes, erase the AI notes, get rid of the AI notes, bin the recap, the AI got it wrong so delete it, no AI notes of this, throw away the
    write-up, take the recap down, the minutes must go, erase the companion's summary, wipe what the AI wrote, scrap the notes by AI, remove the
    machine's summary, AI text contains secrets so remove it, delete the automatic minutes, nobody should read the recap, discard the digest, drop
    the AI write-up, delete the AI's notes, that recap is nonsense - remove, AI minutes away, no recap should remain, erase what the companion
    wrote, take the summary off, throw out the notes, the write-up is confidential so delete it`,
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
