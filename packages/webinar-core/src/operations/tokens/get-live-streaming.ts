import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getLiveStreamingToken = endpointOperation("GET /webinars/{webinarId}/jointoken/live_streaming", {
  id: "tokens.getLiveStreaming",
  tool: "get_webinar_live_streaming_token",
  summary: "Issue a token that lets a bot join a webinar and stream it; good for 120 seconds.",
  alsoKnownAs: `
    token for a streaming bot, live streaming join token, let a bot stream, bot joins to stream, SDK streaming token,
    stream with our own software, join token for streaming, live stream bot, authorise a streaming client, local streaming token,
    let our bot stream it, streaming bot joins`,
  reveals: "host",
  cli: { positional: ["webinar_id"], examples: ["tokens get-live-streaming 82834512568"] },
  describe: ({ expire_in }) => `A token, good for ${expire_in ?? 120} seconds`,
});
