import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getLiveStreamingToken = endpointOperation("GET /webinars/{webinarId}/jointoken/live_streaming", {
  id: "tokens.getLiveStreaming",
  tool: "get_webinar_live_streaming_token",
  summary: "Issue a token that lets a bot join a webinar and stream it; valid for 120 seconds.",
  alsoKnownAs: `
    token for a streaming bot, live streaming join token, let a bot stream, bot joins to stream, SDK streaming token, stream with our own
    software, join token for streaming, live stream bot, authorise a streaming client, local streaming token, let our bot stream it, streaming bot
    joins, let our streaming bot in, key for the bot that streams, token so that software can stream, our streamer needs a token, the robot should
    broadcast, SDK app that streams, bot permission to stream, allow a program to stream it, join token for the streamer, token to relay by a bot,
    automated streaming, streaming client's token, the bot that streams needs access, our software should broadcast it on its own, streaming SDK
    wants a token, allow automated broadcast, key for a streaming bot, let the streamer robot join`,
  reveals: "host",
  cli: { positional: ["webinar_id"], examples: ["tokens get-live-streaming 82834512568"] },
  describe: ({ expire_in }) => `A token, valid for ${countOf(expire_in ?? 120, "second")}`,
});
