import type { Call, Handler } from "../../rules/call.ts";
import { pageOf } from "../../rules/pages.ts";
import { refusals } from "../../rules/refusals.ts";
import { generationOf } from "../../state/generation.ts";
import type { OccurrenceRecord, RegistrantRecord, RegistrantStatus, WebinarRecord } from "../../state/state.ts";
import { findOccurrence } from "../webinars/find-webinar.ts";
import { announced, countsFor, findWithRegistration, statusOf, toRegistrant } from "./registration.ts";
import { findById, strike } from "./roster.ts";

const STATUSES: readonly string[] = ["approved", "pending", "denied"] satisfies readonly RegistrantStatus[];

interface KeptRows {
  generation: number;
  key: string;
  rows: readonly RegistrantRecord[];
}

/** The rows that each list gave last: who walks through the pages of 100,000 asks for the same ones again and again. */
const kept = new WeakMap<readonly RegistrantRecord[], KeptRows>();

/** The status that lists show: a decision comes late into them, as a new sign-up does. */
const listedStatus = (registrant: RegistrantRecord, occurrence: OccurrenceRecord | null, untilMs: number): RegistrantStatus => {
  const { decided } = registrant;
  return occurrence === null && decided !== undefined && decided.ms > untilMs ? decided.before : statusOf(registrant, occurrence);
};

const filteredRows = ({ state, query, nowMs, switches }: Call, webinar: WebinarRecord, occurrence: OccurrenceRecord | null) => {
  const asked = query.get("status") ?? "";
  const status = STATUSES.includes(asked) ? asked : "approved";
  const sourceId = query.get("tracking_source_id") ?? "";
  const untilMs = switches.listLagMs === 0 ? Number.POSITIVE_INFINITY : nowMs - switches.listLagMs;
  const key = JSON.stringify([status, sourceId, untilMs, occurrence?.occurrence_id]);
  const generation = generationOf(state);
  const known = kept.get(webinar.registrants);
  if (known?.generation === generation && known.key === key) return known.rows;
  const rows = webinar.registrants.filter(
    (registrant) =>
      listedStatus(registrant, occurrence, untilMs) === status &&
      countsFor(registrant, occurrence) &&
      (sourceId === "" || registrant.source_id === sourceId) &&
      registrant.createdMs <= untilMs,
  );
  kept.set(webinar.registrants, { generation, key, rows });
  return rows;
};

/** GET /webinars/{webinarId}/registrants: sign-ups in one status, approved unless asked otherwise, oldest first. An unknown status is ignored. */
export const listRegistrants: Handler = (call) => {
  const { webinar } = findWithRegistration(call, refusals.registrationOff);
  const occurrence = findOccurrence(call, webinar);
  const page = pageOf(call, filteredRows(call, webinar, occurrence));
  return {
    status: 200,
    body: { ...page.info, registrants: page.rows.map((registrant) => toRegistrant(call.state, webinar, registrant, occurrence)) },
  };
};

/** The registrant that the path names, undefined if the webinar, or the date asked for, does not have them. */
const lookUpRegistrant = (call: Call, webinar: WebinarRecord): RegistrantRecord | undefined => {
  const occurrence = findOccurrence(call, webinar);
  const registrant = findById(webinar, call.path.registrantId ?? "");
  return registrant !== undefined && countsFor(registrant, occurrence) ? registrant : undefined;
};

/** GET /webinars/{webinarId}/registrants/{registrantId}: one sign-up with its answers. */
export const getRegistrant: Handler = (call) => {
  const { webinar } = findWithRegistration(call, refusals.registrationOff);
  const registrant = lookUpRegistrant(call, webinar);
  if (registrant === undefined) throw refusals.registrantMissing(call.path.registrantId ?? "");
  const shown = toRegistrant(call.state, webinar, registrant, findOccurrence(call, webinar));
  const { language } = registrant;
  return { status: 200, body: { ...shown, ...(language === null ? {} : { language }), ...announced(call, webinar, registrant) } };
};

/** DELETE /webinars/{webinarId}/registrants/{registrantId}: forgets a sign-up, or its part for one date. Nobody is written to. */
export const deleteRegistrant: Handler = (call) => {
  const { webinar } = findWithRegistration(call, refusals.registrationOff);
  const registrant = lookUpRegistrant(call, webinar);
  if (registrant === undefined) throw refusals.registrantNotFound(call.path.registrantId ?? "");
  const occurrence = findOccurrence(call, webinar);
  const all = registrant.occurrence_ids ?? webinar.occurrences.map((date) => date.occurrence_id);
  const left = occurrence === null ? [] : all.filter((id) => id !== occurrence.occurrence_id);
  if (left.length > 0) registrant.occurrence_ids = left;
  else strike(webinar, registrant);
  return { status: 204 };
};
