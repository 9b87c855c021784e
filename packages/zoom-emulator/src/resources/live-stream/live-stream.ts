import { asObject, asText, compact, pick } from "../../http/json.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { assertOn } from "../../rules/features.ts";
import { refusals } from "../../rules/refusals.ts";
import { assertValid, flag, object, oneOf, text, that } from "../../rules/validate.ts";
import type { LiveStreamRecord, WebinarRecord } from "../../state/webinar-record.ts";
import { findWebinar, hostOf } from "../webinars/find-webinar.ts";

/** A webinar whose host may stream to a service of their own choice. Throws what `findWebinar` throws, and 400/200 if the host may not. */
const findStreamable = (call: Call): WebinarRecord => {
  const { webinar, host } = findWebinar(call);
  assertOn(call.state, "custom_live_streaming", host);
  return webinar;
};

/** GET /webinars/{webinarId}/livestream: where the webinar is streamed to. What that answers before anything is set up is not documented: here, empty. */
export const getLiveStream: Handler = (call) => {
  const { liveStream } = findStreamable(call);
  const { stream_url = "", stream_key = "", page_url = "", resolution } = liveStream ?? {};
  return { status: 200, body: compact({ stream_url, stream_key, page_url, resolution }) };
};

const stream = object(
  {
    stream_url: text({ max: 1024 }),
    stream_key: text({ max: 512 }),
    page_url: that((value) => typeof value === "string" && value.length <= 1024 && URL.canParse(value)),
    resolution: oneOf("720p", "1080p"),
  },
  ["stream_url", "stream_key", "page_url"],
);

/** PATCH /webinars/{webinarId}/livestream: sets where the webinar is streamed to. */
export const updateLiveStream: Handler = (call) => {
  const { body } = call;
  assertValid(stream, body);
  const webinar = findStreamable(call);
  const before = webinar.liveStream;
  webinar.liveStream = {
    stream_url: asText(body.stream_url) ?? "",
    stream_key: asText(body.stream_key) ?? "",
    page_url: asText(body.page_url) ?? "",
    resolution: asText(body.resolution) ?? before?.resolution ?? null,
    running: before?.running ?? false,
    settings: before?.settings ?? {},
  };
  return { status: 204 };
};

const SETTINGS = {
  active_speaker_name: flag,
  display_name: text({ min: 1, max: 50 }),
  close_caption: oneOf("burnt-in", "embedded", "off"),
};
const statusChange = object({ action: oneOf("start", "stop"), settings: object(SETTINGS) }, ["action"]);

/** Refuses a webinar whose host is no longer in the account; here, and only here, the reference has a code of its own for that. */
const assertHost = ({ state, path }: Call): void => {
  const webinar = Object.values(state.webinars).find(({ id }) => String(id) === path.webinarId);
  if (webinar !== undefined && hostOf(state, webinar) === undefined) throw refusals.userUnknownOnStream(webinar.host_id);
};

const findStream = (call: Call): LiveStreamRecord => {
  assertHost(call);
  const { webinar } = findWebinar(call);
  if (webinar.liveStream === null) throw refusals.streamNotSetUp();
  if (webinar.runningSince === null) throw refusals.notStartedForStream(String(webinar.id));
  return webinar.liveStream;
};

/**
 * PATCH /webinars/{webinarId}/livestream/status: starts or stops the stream of a running webinar. Its settings are refused while it streams: the
 * reference says that they can only be set while it is stopped, not what happens otherwise.
 */
export const changeLiveStreamStatus: Handler = (call) => {
  const { body } = call;
  assertValid(statusChange, body);
  const live = findStream(call);
  const settings = pick(asObject(body.settings), Object.keys(SETTINGS));
  if (live.running && Object.keys(settings).length > 0) throw refusals.fields(["settings"]);
  live.settings = { ...live.settings, ...settings };
  live.running = body.action === "start";
  return { status: 204 };
};
