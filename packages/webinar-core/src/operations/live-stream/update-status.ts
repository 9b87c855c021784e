import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const updateLiveStreamStatus = endpointOperation("PATCH /webinars/{webinarId}/livestream/status", {
  id: "liveStream.updateStatus",
  tool: "update_webinar_live_stream_status",
  summary: "Start or stop the live stream of a running webinar.",
  alsoKnownAs: `
    start the live stream, stop streaming, go live on YouTube, begin broadcasting, end the live stream, turn the stream on,
    turn the stream off, live stream now, cut the stream, start the simulcast,
    go live on YouTube now, end the YouTube broadcast, begin streaming, pause the stream`,
  cli: { positional: ["webinar_id", "action"], examples: ["live-stream update-status 82834512568 start"] },
  describe: ({ webinar_id }, { action }) => `${action === "start" ? "Started" : "Stopped"} the live stream of webinar ${webinar_id}`,
});
