import { InputError } from "@zoom-webinar/foundation";
import { describeReading, type Reading } from "./start-time.ts";
import { loadTemporal } from "./temporal.ts";

const MINUTE_MS = 60_000;

/** True for a start before the present minute: Zoom plans by the minute, and "now" is not a mistake. */
const isPast = ({ utc }: Reading, nowMs: number): boolean => Date.parse(utc) < Math.floor(nowMs / MINUTE_MS) * MINUTE_MS;

/** What a start is compared with. */
interface PastOptions {
  /** Milliseconds since the epoch. */
  now(): Promise<number>;
  allowPast: boolean | undefined;
  /** The current start of the webinar, read only if the new start is past. */
  present?(): Promise<string | null>;
  /** What the caller gave the start in. Default "start_time". */
  field?: string;
}

/**
 * Throws `InputError` for a start in the past, with today's date: a model often does not know what year it is. A start that the webinar
 * has already (`present`, asked for only then) is not refused.
 */
export const assertNotPast = async (start: Reading, { now, allowPast, present, field = "start_time" }: PastOptions): Promise<void> => {
  if (allowPast === true) return;
  const nowMs = await now();
  if (!isPast(start, nowMs)) return;
  const planned = (await present?.()) ?? null;
  if (planned !== null && Date.parse(planned) === Date.parse(start.utc)) return;
  const Temporal = await loadTemporal();
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(start.timezone).toPlainDateTime();
  throw InputError.at(
    field,
    `${describeReading(start)} is in the past: today is ${today.toPlainDate().toString()}, and it is ${today.toPlainTime().toString({ smallestUnit: "minute" })} there`,
    "Give a start to come, or allow_past: true if you mean the past.",
  );
};
