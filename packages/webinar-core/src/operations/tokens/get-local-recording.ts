import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getLocalRecordingToken = endpointOperation("GET /webinars/{webinarId}/jointoken/local_recording", {
  id: "tokens.getLocalRecording",
  tool: "get_webinar_local_recording_token",
  summary: "Issue a token that lets a bot join a webinar and record it; good for 120 seconds.",
  reveals: "host",
  cli: { positional: ["webinar_id"], examples: ["tokens get-local-recording 82834512568"] },
  describe: ({ expire_in }) => `A token, good for ${expire_in ?? 120} seconds`,
});
