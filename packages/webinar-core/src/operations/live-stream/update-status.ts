import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { webinarTarget } from "../../operation/preview-change.ts";

export const updateLiveStreamStatus = endpointOperation("PATCH /webinars/{webinarId}/livestream/status", {
  id: "liveStream.updateStatus",
  tool: "update_webinar_live_stream_status",
  summary: "Start or stop the live stream of a running webinar.",
  alsoKnownAs: `
    start the live stream, stop streaming, go live on YouTube, begin broadcasting, end the live stream, turn the stream on,
    turn the stream off, live stream now, cut the stream, start the simulcast,
    go live on YouTube now, end the YouTube broadcast, begin streaming, pause the stream`,
  cli: { positional: ["webinar_id", "action"], examples: ["live-stream update-status 82834512568 start"] },
  looksAt: "GET /webinars/{webinarId}",
  async preview({ webinar_id, action }, { zoom }) {
    return {
      summary: action === "stop" ? "Stop the live stream." : "Start the live stream.",
      targets: [await webinarTarget(zoom, webinar_id)],
      consequences: action === "stop" ? [{ kind: "lost", text: "Everybody who watches the stream sees no more of the webinar." }] : [],
      recipients: null,
      reversible: true,
    };
  },
  describe: ({ webinar_id }, { action }) => `${action === "start" ? "Started" : "Stopped"} the live stream of webinar ${webinar_id}`,
});
