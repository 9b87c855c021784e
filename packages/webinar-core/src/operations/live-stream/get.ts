import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getLiveStream = endpointOperation("GET /webinars/{webinarId}/livestream", {
  id: "liveStream.get",
  tool: "get_webinar_live_stream",
  summary: "Read where a webinar is streamed to; the stream key stays with the host.",
  alsoKnownAs: `
    where do we stream to, stream settings, streaming address, RTMP URL, is a live stream set up, live stream configuration, show the stream,
    streaming details, which channel, livestream info,
    RTMP address in use, is it streamed, is YouTube connected, streaming URL`,
  cli: { positional: ["webinar_id"], examples: ["live-stream get 82834512568"] },
  describe: ({ page_url, resolution }) => (page_url ? `Streams to ${page_url}${resolution ? ` in ${resolution}` : ""}` : "No stream is set up"),
});
