import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getLiveStream = endpointOperation("GET /webinars/{webinarId}/livestream", {
  id: "liveStream.get",
  tool: "get_webinar_live_stream",
  summary: "Read where a webinar is streamed to; the stream key stays with the host.",
  alsoKnownAs: `
    where do we stream to, stream settings, streaming address, RTMP URL, is a live stream set up, live stream configuration, show the stream,
    streaming details, which channel, livestream info, RTMP address in use, is it streamed, is YouTube connected, streaming URL, is it going out
    on YouTube, where is it streamed, which channel does it go to, do we broadcast on Facebook, the stream's address, is streaming set up, what is
    the RTMP server, is a stream configured, which platform gets our broadcast, does it go out live elsewhere, streaming target, do viewers see it
    on Twitch, look up the stream settings, are we on LinkedIn Live with it, which page shows our stream, can one watch it on our channel, can
    people see it on YouTube, to which page is it broadcast, are we streaming this anywhere, what's the stream url, is Facebook hooked up, where
    will the live video appear, stream details please, on which platform is it public`,
  cli: { positional: ["webinar_id"], examples: ["live-stream get 82834512568"] },
  describe: ({ stream_url, page_url, resolution }) => {
    if (!stream_url && !page_url) return "No stream is set up";
    const where = stream_url ? `to ${stream_url}` : "to an address that is not shown here";
    return `Set to stream ${where}${resolution ? ` in ${resolution}` : ""}${page_url ? `; people watch at ${page_url}` : ""}`;
  },
});
