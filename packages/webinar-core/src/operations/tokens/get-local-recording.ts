import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getLocalRecordingToken = endpointOperation("GET /webinars/{webinarId}/jointoken/local_recording", {
  id: "tokens.getLocalRecording",
  tool: "get_webinar_local_recording_token",
  summary: "Issue a token that lets a bot join a webinar and record it; valid for 120 seconds.",
  alsoKnownAs: `
    token for a recording bot, let a bot record, local recording join token, bot that records, recording permission for a bot, SDK recording
    token, join and record, record with our own software, authorise a recorder, meeting bot recording, let our bot record it, recording bot joins,
    allow an app to record, the note-taker needs its token, allow a bot to record, let the recorder in, key for the recording robot, our
    note-taking bot should capture it, token so that an app may record, software that tapes the session, authorise the notetaker, recorder bot
    token, bot wants to record, automated recording by a program, SDK app that records, permission for the capturing bot, my note bot should be
    let in, our recorder software needs access, AI note-taker wants to record, give the recording app a token, a robot should tape it, record by
    bot`,
  reveals: "host",
  cli: { positional: ["webinar_id"], examples: ["tokens get-local-recording 82834512568"] },
  describe: ({ expire_in }) => `A token, valid for ${countOf(expire_in ?? 120, "second")}`,
});
