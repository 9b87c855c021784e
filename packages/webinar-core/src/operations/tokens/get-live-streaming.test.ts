import { describe } from "vitest";
import { testIssuedToken } from "../../test/issued-token.ts";
import { getLiveStreamingToken } from "./get-live-streaming.ts";

describe("tokens.getLiveStreaming", () => testIssuedToken(getLiveStreamingToken, "jointoken/live_streaming"));
