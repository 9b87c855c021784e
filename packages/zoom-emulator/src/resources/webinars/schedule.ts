import { asNumber, asObject, asText, type JsonObject, toZoomTime } from "../../http/json.ts";
import { refusals } from "../../rules/refusals.ts";
import type { Switches } from "../../rules/switches.ts";
import { clean } from "../../rules/validate.ts";
import type { OccurrenceRecord, WebinarRecord } from "../../state/state.ts";
import { expand, recurrenceCheck } from "../../time/recurrence.ts";
import { hasOffset, isZone, startTimeToMs } from "../../time/wall-time.ts";

/** When a webinar takes place. */
export type Schedule = Pick<WebinarRecord, "type" | "start_time" | "timezone" | "duration" | "recurrence" | "occurrences">;

const TIMING = ["type", "start_time", "timezone", "duration", "recurrence"] as const;
const TYPES = [5, 6, 9] as const;
const DEFAULT_MINUTES = 60;

/** True if a request says anything about time. */
export const touchesTime = (body: JsonObject): boolean => TIMING.some((name) => body[name] !== undefined && body[name] !== null);

/**
 * The zone that a request means: its own, else the one given. An empty one counts as none.
 * Throws `Refusal` naming `timezone` if there is no such zone.
 */
const zoneOf = (body: JsonObject, fallback: string): string => {
  const zone = asText(body.timezone) ?? "";
  if (zone === "") return fallback;
  if (!isZone(zone)) throw refusals.fields(["timezone"]);
  return zone;
};

/** The start that a request names, null if it names none. Throws `Refusal` naming `start_time` for a time that cannot be. */
export const startOf = (body: JsonObject, zone: string, { startOffsets }: Pick<Switches, "startOffsets">): number | null => {
  const text = asText(body.start_time) ?? "";
  if (text === "") return null;
  const ms = startOffsets === "refuse" && hasOffset(text) ? null : startTimeToMs(text, zone);
  if (ms === null) throw refusals.fields(["start_time"]);
  return ms;
};

const keptOf = (current: Schedule | undefined, id: string): Partial<OccurrenceRecord> => {
  const known = current?.occurrences.find(({ occurrence_id }) => occurrence_id === id);
  if (known === undefined) return {};
  const { duration: _length, ...kept } = known;
  return kept;
};

/** What a schedule falls back to if the request is silent. */
export interface ScheduleBase {
  zone: string;
  startMs: number;
  current?: Schedule;
  switches: Switches;
}

/**
 * The schedule that a create or update asks for, all of it checked. A UTC start only takes its label from `timezone`; dates of a recurring webinar are
 * counted in that zone. A webinar without a start begins now. Throws `Refusal` 400/300 naming the field at fault.
 */
export const scheduleOf = (body: JsonObject, { zone: baseZone, startMs: baseStartMs, current, switches }: ScheduleBase): Schedule => {
  const type = TYPES.find((known) => known === body.type) ?? current?.type ?? 5;
  const timezone = zoneOf(body, baseZone);
  const duration = asNumber(body.duration) ?? current?.duration ?? DEFAULT_MINUTES;
  const named = startOf(body, timezone, switches);
  if (type === 6) return { type, start_time: null, timezone, duration, recurrence: null, occurrences: [] };
  const startMs = named ?? baseStartMs;
  if (type === 5) return { type, start_time: toZoomTime(startMs), timezone, duration, recurrence: null, occurrences: [] };

  const given = body.recurrence ?? current?.recurrence;
  const faults = recurrenceCheck(given, "recurrence");
  if (faults.length > 0) throw refusals.fields(faults);
  const recurrence = { ...asObject(clean(recurrenceCheck, given)) };
  const occurrences = expand(recurrence, { startMs, zone: timezone, duration, cap: switches.occurrenceCap });
  if (occurrences.length === 0) throw refusals.fields(["recurrence.end_date_time"]);
  // a date that is still planned keeps what was decided for it alone: deleted stays deleted, moved stays moved
  const kept = occurrences.map((planned) => ({ ...planned, ...keptOf(current, planned.occurrence_id) }));
  return { type, start_time: occurrences[0]?.start_time ?? toZoomTime(startMs), timezone, duration, recurrence, occurrences: kept };
};
