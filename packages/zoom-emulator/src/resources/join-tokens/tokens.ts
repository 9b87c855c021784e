import { asText } from "../../http/json.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { assertOn, type Feature, isOn } from "../../rules/features.ts";
import { refusals } from "../../rules/refusals.ts";
import { assertValid, object, text } from "../../rules/validate.ts";
import { derive } from "../../state/ids.ts";
import type { WebinarRecord } from "../../state/state.ts";
import { findWebinar, hostOf } from "../webinars/find-webinar.ts";
import { isExpired } from "../webinars/lifecycle.ts";

const JOIN_TOKEN_SECONDS = 120;
const SIP_SECONDS = 7200;
const CAPTION_SECONDS = 86_400;

/** Key text for one webinar: another one each time that its life is over, as Zoom's expire. */
const keyFor = ({ state, nowMs }: Call, kind: string, webinar: WebinarRecord, seconds: number): string =>
  derive(state.seed, kind, webinar.id, webinar.uuid, Math.floor(nowMs / (seconds * 1000))).toString("base64url");

const joinToken =
  (feature: Feature): Handler =>
  (call) => {
    const { webinar, host } = findWebinar(call);
    assertOn(call.state, "oauth_tokens", host);
    assertOn(call.state, feature, host);
    return { status: 200, body: { token: keyFor(call, feature, webinar, JOIN_TOKEN_SECONDS), expire_in: JOIN_TOKEN_SECONDS } };
  };

/** GET /webinars/{webinarId}/jointoken/live_streaming: lets a bot in that streams. */
export const getLiveStreamingToken = joinToken("live_streaming");

/** GET /webinars/{webinarId}/jointoken/local_archiving: lets a bot in that archives. */
export const getLocalArchivingToken = joinToken("local_archiving");

/** GET /webinars/{webinarId}/jointoken/local_recording: lets a bot in that records. */
export const getLocalRecordingToken = joinToken("local_recording");

/** GET /webinars/{webinarId}/token: the address that a caption service writes to, while the webinar is on air. There is no other type of token. */
export const getCaptionToken: Handler = (call) => {
  const { webinar, host } = findWebinar(call);
  assertOn(call.state, "closed_captions", host);
  if (webinar.runningSince === null) throw refusals.notStartedForCaptions(String(webinar.id));
  const signature = keyFor(call, "captions", webinar, CAPTION_SECONDS);
  const query = new URLSearchParams({
    id: String(webinar.id),
    ns: Buffer.from(webinar.uuid).toString("base64url").slice(0, 8),
    expire: String(CAPTION_SECONDS),
    spparams: "id,ns,expire",
    signature,
  });
  return { status: 200, body: { token: `https://zoom.example.com/closedcaption?${query}` } };
};

const sipInput = object({ passcode: text({ max: 64 }) });

/** The reference of this endpoint knows no code for a webinar that is not there, or a host without the add-on: neither can be accessed. */
const findForSip = ({ state, path, nowMs }: Call): WebinarRecord => {
  const key = path.webinarId ?? "";
  if (!/^\d{9,12}$/.test(key)) throw refusals.webinarIdInvalid();
  const webinar = state.webinars[key];
  const host = webinar && hostOf(state, webinar);
  if (webinar === undefined || isExpired(webinar, nowMs) || host?.hasWebinarAddOn !== true || !isOn(state, "permission", host))
    throw refusals.sipForbidden();
  if (!isOn(state, "sip", host)) throw refusals.noSip(key);
  return webinar;
};

/** POST /webinars/{webinarId}/sip_dialing: the address that a room system dials. A passcode is put into it as it is, right or wrong. */
export const createSipAddress: Handler = (call) => {
  assertValid(sipInput, call.body);
  const webinar = findForSip(call);
  const passcode = asText(call.body.passcode) ?? "";
  const code = keyFor(call, "sip", webinar, SIP_SECONDS)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .slice(0, 9);
  return {
    status: 201,
    body: {
      // four dots, since the parts for layout and host key between passcode and code stay empty
      sip_dialing: `${webinar.id}.${passcode}....${code}@zoomcrc.example.com`,
      participant_identifier_code: code,
      paid_crc_plan_participant: true,
      expire_in: SIP_SECONDS,
    },
  };
};
