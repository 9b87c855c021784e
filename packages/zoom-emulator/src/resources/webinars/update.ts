import { asNumber, asObject, asText, pick, toZoomTime } from "../../http/json.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { assertOn } from "../../rules/features.ts";
import { spendHostQuota } from "../../rules/quotas.ts";
import { refusals } from "../../rules/refusals.ts";
import { noteMails } from "../../state/mail-log.ts";
import type { OccurrenceRecord, UserRecord, WebinarRecord } from "../../state/state.ts";
import { assertAddOn, lookUpUser } from "../users/find-user.ts";
import { comparable, noteUpdated } from "./events.ts";
import { findOccurrence, findWebinar } from "./find-webinar.ts";
import { assertChangeable } from "./lifecycle.ts";
import { scheduleOf, startOf, touchesTime } from "./schedule.ts";
import { mergeSettings } from "./settings.ts";
import { simuliveOf } from "./simulive.ts";
import { assertWebinarFields, trackingFieldsOf } from "./webinar-fields.ts";

/** Settings that may differ for one date. Source: Zoom API, PATCH /webinars/{webinarId}, occurrence_id. */
const SETTINGS_OF_AN_OCCURRENCE = ["host_video", "panelists_video", "hd_video", "add_watermark", "auto_recording"] as const;

/** Changes one date: its time, agenda and a few settings; everything else of the body is passed over. Its id stays. */
const updateOccurrence = ({ body, switches }: Call, webinar: WebinarRecord, occurrence: OccurrenceRecord): (() => void) => {
  const startMs = startOf(body, webinar.timezone, switches);
  return () => {
    if (startMs !== null) occurrence.start_time = toZoomTime(startMs);
    occurrence.duration = asNumber(body.duration) ?? occurrence.duration;
    const agenda = asText(body.agenda);
    if (agenda !== undefined) occurrence.agenda = agenda;
    const settings = pick(asObject(body.settings), SETTINGS_OF_AN_OCCURRENCE);
    if (Object.keys(settings).length > 0) occurrence.settings = mergeSettings(occurrence.settings ?? {}, settings);
  };
};

const newHost = ({ state, body }: Call): UserRecord | undefined => {
  const wanted = asText(body.schedule_for) ?? "";
  if (wanted === "") return undefined;
  const host = lookUpUser(state, wanted);
  if (host === undefined) throw refusals.scheduleFor();
  assertAddOn(host, host.id);
  return host;
};

/** Changes the webinar itself: what is not sent stays. */
const updateWhole = (call: Call, webinar: WebinarRecord): (() => void) => {
  const { body, nowMs, switches } = call;
  const host = newHost(call);
  const startMs = webinar.start_time === null ? nowMs : Date.parse(webinar.start_time);
  const base = { zone: webinar.timezone, startMs, current: webinar, switches };
  const schedule = touchesTime(body) ? scheduleOf(body, base) : null;
  const simulive = simuliveOf(call, body, { type: schedule?.type ?? webinar.type, host, forOthers: false, current: webinar.simulive });
  return () => {
    Object.assign(webinar, schedule ?? {});
    webinar.simulive = simulive;
    if (host !== undefined) webinar.host_id = host.id;
    webinar.topic = asText(body.topic) || webinar.topic;
    webinar.agenda = asText(body.agenda) ?? webinar.agenda;
    webinar.password = asText(body.password) ?? webinar.password;
    webinar.tracking_fields = trackingFieldsOf(body) ?? webinar.tracking_fields;
    webinar.settings = mergeSettings(webinar.settings, asObject(body.settings));
  };
};

/** PATCH /webinars/{webinarId}: changes a webinar, or with `occurrence_id` one date of it. Writes to registrants only if `notify_registrants` asks. */
export const updateWebinar: Handler = (call) => {
  const { state, body, nowMs } = call;
  assertWebinarFields(body);
  const { webinar, host } = findWebinar(call);
  assertOn(state, "every_domain", host);
  assertChangeable(webinar);
  const occurrence = findOccurrence(call, webinar);
  const apply = occurrence === null ? updateWhole(call, webinar) : updateOccurrence(call, webinar, occurrence);
  spendHostQuota(call, webinar.host_id);
  const before = comparable(webinar);
  apply();
  noteUpdated(call, webinar, before, occurrence);
  if (asObject(body.settings).notify_registrants === true) {
    const approved = webinar.registrants.filter(({ status }) => status === "approved");
    noteMails(
      state,
      nowMs,
      "webinar_updated",
      webinar,
      approved.map(({ email }) => email),
    );
  }
  return { status: 204 };
};
