import { compact, pick, toZoomTime } from "../../http/json.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { assertOn } from "../../rules/features.ts";
import { pageOf } from "../../rules/pages.ts";
import { refusals } from "../../rules/refusals.ts";
import { countPeople } from "../reports/attendance.ts";
import { windowOf } from "../reports/window.ts";
import { hostOf } from "../webinars/find-webinar.ts";
import { settingOf } from "../webinars/settings.ts";
import { asksForPast, findMetered, forbidden, type Metered, pageRules, runningOf } from "./find-metered.ts";

const USER_TYPES: Readonly<Record<1 | 2, string>> = { 1: "Basic", 2: "Licensed" };

/** A length of time as dashboards write it: mm:ss, from an hour on hh:mm:ss. */
export const clockForm = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return (parts[0] === 0 ? parts.slice(1) : parts).map((part) => String(part).padStart(2, "0")).join(":");
};

/** While a webinar runs, its people are those who are there. */
const countNow = (call: Call, { session, end_time }: Metered): number =>
  countPeople(call, end_time === null ? session.participants.filter(({ leave_time }) => leave_time === null) : session.participants);

const toFigures = (call: Call, metered: Metered): Record<string, unknown> => {
  const { webinar, host, session, uuid, start_time, end_time } = metered;
  const cameAny = session.participants.length > 0;
  const sharedAny = session.sharing.length > 0;
  const audio = settingOf(webinar, "audio");
  return compact({
    id: webinar.id,
    uuid,
    topic: webinar.topic,
    host: host === undefined ? "" : `${host.first_name} ${host.last_name}`,
    email: host?.email ?? "",
    user_type: host === undefined ? "" : USER_TYPES[host.type],
    dept: host?.dept ?? "",
    start_time,
    end_time,
    duration: clockForm(Date.parse(end_time ?? toZoomTime(call.nowMs)) - Date.parse(start_time)),
    participants: countNow(call, metered),
    audio_quality: cameAny ? "good" : undefined,
    video_quality: cameAny ? "good" : undefined,
    screen_share_quality: sharedAny ? "good" : undefined,
    has_3rd_party_audio: audio === "thirdParty",
    has_archiving: false,
    has_automated_captions: false,
    has_manual_captions: false,
    has_poll: session.votes.length > 0,
    has_pstn: false,
    has_recording: settingOf(webinar, "auto_recording") !== "none",
    has_screen_share: sharedAny,
    has_sip: false,
    has_survey: session.survey !== null,
    has_video: cameAny,
    has_voip: cameAny && audio !== "telephony",
    custom_keys: [],
  });
};

/** What was held in the days that were asked for, by start unless the end is asked for; latest first. */
const pastIn = (call: Call): Metered[] => {
  const { holds } = windowOf(call);
  const byEnd = call.query.get("query_date_type") === "end_time";
  return Object.values(call.state.webinars)
    .flatMap((webinar) => webinar.instances.map((instance) => ({ webinar, host: hostOf(call.state, webinar), session: instance, ...instance })))
    .filter(({ start_time, end_time }) => holds(byEnd ? end_time : start_time))
    .sort((a, b) => (a.start_time > b.start_time ? -1 : 1));
};

/**
 * GET /metrics/webinars: what is on air, or with `type=past` what was held in the days asked for. The days are required either way, but say nothing
 * about what is on air. The account has no groups: asking for one gives an empty list.
 */
export const listFigures: Handler = (call) => {
  const { state, query } = call;
  assertOn(state, "dashboard");
  const { from, to } = windowOf(call);
  const all = asksForPast(call) ? pastIn(call) : Object.values(state.webinars).flatMap((webinar) => runningOf(state, webinar) ?? []);
  const page = pageOf(call, (query.get("group_id") ?? "") === "" ? all : [], pageRules(call));
  const info = pick(page.info, ["next_page_token", "page_count", "page_size", "total_records"]);
  return { status: 200, body: { from, to, ...info, webinars: page.rows.map((metered) => toFigures(call, metered)) } };
};

/** GET /metrics/webinars/{webinarId}: the same of one webinar. */
export const getFigures: Handler = (call) => ({
  status: 200,
  body: toFigures(call, findMetered(call, { unknown: refusals.metricsUnknown, forbidden: forbidden(200) })),
});
