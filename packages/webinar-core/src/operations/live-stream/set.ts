import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { previewChange, readBefore, webinarTarget } from "../../operation/preview-change.ts";

export const setLiveStream = endpointOperation("PATCH /webinars/{webinarId}/livestream", {
  id: "liveStream.set",
  tool: "set_webinar_live_stream",
  summary: "Set where a webinar is streamed to.",
  alsoKnownAs: `
    stream to YouTube, stream to Facebook, set up a live stream, RTMP, stream key, custom streaming, broadcast to another platform,
    configure streaming, livestream to our page, stream to Vimeo, simulcast, change the streaming address,
    stream it to YouTube, send the broadcast to Facebook as well, show it on LinkedIn live, set up streaming, custom streaming service,
    enter the stream key, change the RTMP server, Twitch, Vimeo`,
  cli: {
    positional: ["webinar_id"],
    examples: ["live-stream set 82834512568 --stream-url rtmp://example.com/live --stream-key example-key --page-url https://example.com/watch"],
  },
  looksAt: ["GET /webinars/{webinarId}/livestream", "GET /webinars/{webinarId}"],
  async preview({ webinar_id, ...after }, { zoom }) {
    const before = await readBefore(() => zoom.call("GET /webinars/{webinarId}/livestream", { path: { webinarId: webinar_id } }));
    return previewChange({
      summary: "Set where the webinar is streamed to.",
      targets: [await webinarTarget(zoom, webinar_id)],
      before,
      after,
      how: "merge",
      secret: new Set(["stream_key", "stream_url"]),
    });
  },
  describe: ({ webinar_id }) => `Set the live stream of webinar ${webinar_id}`,
});
