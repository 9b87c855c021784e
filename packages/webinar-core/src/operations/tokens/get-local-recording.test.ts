import { describe } from "vitest";
import { testIssuedToken } from "../../test/issued-token.ts";
import { getLocalRecordingToken } from "./get-local-recording.ts";

describe("tokens.getLocalRecording", () => testIssuedToken(getLocalRecordingToken, "jointoken/local_recording"));
