import { readRecurrence } from "../time/recurrence.ts";
import type { Reading } from "../time/start-time.ts";
import { loadTemporal, type TemporalModule, type ZonedDateTime } from "../time/temporal.ts";
import { type End, takeEnd } from "./ends.ts";
import { takeLength } from "./length.ts";
import { type MarkedText, markedText, notUnderstood } from "./marked-text.ts";
import { type LocalNow, type Moment, takeMoment } from "./moment.ts";
import { type Rhythm, takeRhythm } from "./rhythm.ts";
import { assertNothingLeft, takeQuotedTopic, takeTopic } from "./topic.ts";
import { takeZone } from "./zone.ts";

/** What a sentence asks for, in the fields of a creation. */
export interface PromptReading {
  topic: string;
  /** Wall time in `timezone`, or an instant where the sentence had one. */
  start_time: string;
  timezone: string;
  /** Minutes. */
  duration: number;
  /** In Zoom's field names; null for a single webinar. */
  recurrence: Readonly<Record<string, unknown>> | null;
  /** What was not said, and is therefore filled in. */
  notes: string[];
}

export interface PromptContext {
  /** Whether a series is asked for; the other kind is refused. */
  kind: "single" | "series";
  nowMs: number;
  /** True if a start in the past is meant. */
  allowPast?: boolean | undefined;
  /** The zone to read in, given the one that the sentence names. */
  zone(named: string | null): Promise<string>;
}

const USUAL_LENGTH = 60;

/**
 * Reads a sentence such as "create a webinar about AI Safety on 2027-03-01 at 10:00". Every word has to be understood or to be of no consequence.
 * Throws `InputError` on the field `prompt` that names what was not understood or has two meanings, and how to say it; never guesses.
 */
export const readPrompt = async (prompt: string, { kind, nowMs, allowPast, zone }: PromptContext): Promise<PromptReading> => {
  const Temporal = await loadTemporal();
  const text = markedText(prompt);
  const quoted = takeQuotedTopic(text);
  const timezone = await zone(takeZone(text));
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timezone);
  const soon = takeSoon(text, now);
  const rhythm = takeRhythm(text);
  const end = await takeEnd(text, now);
  const length = takeLength(text);
  const moment = soon ?? (await takeMoment(text, now));
  const topic = quoted ?? takeTopic(text);
  assertNothingLeft(text);

  const notes: string[] = [];
  if (length !== null && moment?.minutes != null && length !== moment.minutes) {
    throw notUnderstood(`it names two lengths, ${length} and ${moment.minutes} minutes`, "Name one.");
  }
  const duration = length ?? moment?.minutes ?? USUAL_LENGTH;
  if (length === null && moment?.minutes == null) notes.push(`No length was named: ${USUAL_LENGTH} minutes.`);
  if (kind === "single") {
    if (rhythm !== null || end !== null || moment?.lastDay != null) {
      throw notUnderstood("it asks for more than one date", "Use schedule_recurring_webinar_from_prompt; put the topic in quotes.");
    }
    const { day, time, offset } = assertMoment(moment);
    return finish(
      { topic, start_time: `${day}T${time}${offset ?? ""}`, timezone, duration, recurrence: null, notes },
      Temporal,
      allowPast ? null : nowMs,
    );
  }
  if (rhythm === null) throw notUnderstood("it does not say how often", 'Say for instance "every Friday", or use schedule_webinar_from_prompt.');
  const last = moment?.lastDay == null ? end : endOf(end, moment.lastDay);
  if (last === null) throw notUnderstood("it does not say when it ends", 'Say "until June 30", "for 6 weeks" or "8 times".');
  const first = await firstDay(Temporal, rhythm, moment, now, timezone);
  if (moment?.day == null) notes.push(`No first day was named: ${first}, the first that fits.`);
  const recurrence = { ...rhythm, ...toEnd(Temporal, last, first) };
  return finish({ topic, start_time: `${first}T${moment?.time ?? ""}`, timezone, duration, recurrence, notes }, Temporal, allowPast ? null : nowMs);
};

const endOf = (end: End | null, lastDay: string): End => {
  if (end !== null) throw notUnderstood("it names two ends", "Say once until when, for how long, or how many times.");
  return { day: lastDay };
};

const SOON = /\bin (\d{1,3}|an?|one|two|three|half an) (hour|minute|min)s?\b/i;
const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, "half an": 0.5 };

/** "in two hours", counted from now; seconds are dropped. */
const takeSoon = (text: MarkedText, now: ZonedDateTime): Moment | null => {
  const found = text.take(SOON);
  if (!found) return null;
  const [, count = "", unit = ""] = found;
  const minutes = (COUNTS[count.toLowerCase()] ?? Number(count)) * (unit.toLowerCase() === "hour" ? 60 : 1);
  const at = now.add({ minutes });
  return {
    day: at.toPlainDate().toString(),
    time: `${at.toPlainTime().toString({ smallestUnit: "minute" })}:00`,
    offset: null,
    minutes: null,
    lastDay: null,
  };
};

const assertMoment = (moment: Moment | null): { day: string; time: string; offset: string | null } => {
  if (moment?.day == null) throw notUnderstood("it does not say on which day", "Write the day as 2027-03-01, March 1 or next Tuesday.");
  return { day: moment.day, time: assertTime(moment), offset: moment.offset };
};

const assertTime = (moment: Moment | null): string => {
  if (moment?.time == null) throw notUnderstood("it does not say at what time", "Write it as 10:00, 3 pm or 15:00.");
  return moment.time;
};

/** The first day of the rhythm from the day named on, else from now on. Throws `InputError` where weekday or day of the month are open. */
const firstDay = async (
  Temporal: TemporalModule,
  { repeat_interval: _often, ...rhythm }: Rhythm,
  moment: Moment | null,
  now: LocalNow,
  timezone: string,
): Promise<string> => {
  const time = assertTime(moment);
  if (moment?.offset != null)
    throw notUnderstood("a series needs a wall time in a time zone, not an instant", "Leave out Z or the offset and name the zone.");
  const isOpen =
    (rhythm.type === 2 && rhythm.weekly_days === undefined) ||
    (rhythm.type === 3 && rhythm.monthly_day === undefined && rhythm.monthly_week === undefined);
  if (isOpen && moment?.day == null) throw notUnderstood("it does not say on which day", 'Say "every Friday", or name the first day.');
  const today = Temporal.PlainDate.from({ year: now.year, month: now.month, day: now.day });
  const isOver = Temporal.PlainTime.compare(Temporal.PlainTime.from(time), Temporal.PlainTime.from({ hour: now.hour, minute: now.minute })) <= 0;
  const from = moment?.day ?? today.add({ days: isOver ? 1 : 0 }).toString();
  // Noon exists on every day; only the day counts here.
  const noon: Reading = { utc: toUtc(Temporal, `${from}T12:00:00`, timezone), local: `${from}T12:00:00`, timezone, zone_from: "input" };
  const { dates } = await readRecurrence({ ...rhythm, end_times: 1 }, noon);
  return dates[0]?.local.slice(0, 10) ?? from;
};

const toUtc = (Temporal: TemporalModule, wall: string, zone: string): string => {
  try {
    return Temporal.PlainDateTime.from(wall, { overflow: "reject" }).toZonedDateTime(zone).toInstant().toString({ smallestUnit: "second" });
  } catch {
    throw notUnderstood(`"${wall.slice(0, 10)}" is not a day that exists`, "Check day and month.");
  }
};

const toEnd = (Temporal: TemporalModule, end: End, first: string): { end_times: number } | { end_date_time: string } => {
  if ("times" in end) return { end_times: end.times };
  if ("day" in end) return { end_date_time: end.day };
  return { end_date_time: Temporal.PlainDate.from(first).add(end).subtract({ days: 1 }).toString() };
};

/** Refuses a start that is over, unless `nowMs` is null. What is no time at all is left to the reader of start times, which says it better. */
const finish = (reading: PromptReading, Temporal: TemporalModule, nowMs: number | null): PromptReading => {
  const { start_time, timezone } = reading;
  const utc = /(?:Z|[+-]\d{2}:?\d{2})$/.test(start_time) ? start_time : toUtc(Temporal, start_time, timezone);
  if (nowMs !== null && Date.parse(utc) <= nowMs) {
    const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timezone).toPlainDate().toString();
    throw notUnderstood(`${start_time} lies in the past: today is ${today}`, "Name a start that is to come, or give allow_past: true.");
  }
  return reading;
};
