import type { ParsedResult } from "chrono-node/en";
import { type MarkedText, notUnderstood } from "./marked-text.ts";

type ParsedComponents = ParsedResult["start"];

/** Loaded when a prompt is read, and only then. English alone: all languages together take eight times as long. */
export const loadChrono = () => import("chrono-node/en");

/** A day, a time of day, or both, as they were said; wall time in the webinar's zone. */
export interface Moment {
  /** 2027-03-01 */
  day: string | null;
  /** 10:00:00 */
  time: string | null;
  /** "Z" or an offset, where the time was given with one. */
  offset: string | null;
  /** Minutes to the end of a range such as "10:00 to 11:30". */
  minutes: number | null;
  /** Last day of a range such as "March 1 to June 30". */
  lastDay: string | null;
}

/** "Now" in the webinar's zone. */
export interface LocalNow {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const EXACT = /\b(\d{4}-\d{2}-\d{2})(?:T|,? (?:at )?)(\d{2}:\d{2})(:\d{2})?(Z\b|[+-]\d{2}:?\d{2}\b)?/;
const AMBIGUOUS_DAY = /\b\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\b|\b\d{1,2}\.\d{1,2}\.(?:\d{2,4}\b)?/;
const PAST = /\b(?:last|past|previous|yesterday|ago)\b/i;
const NO_DAY = /\b(?:week|month|year|quarter)s?\b/i;
const COUNTED = /\bin (?:\d+|an?|one|two|three|four|five|six) (?:weeks?|months?)\b/i;

/** In front of a day or a time, these make it another one. */
const TURNED = /\b(?:after|before|past|not|except|excluding|but|until)(?: on| at| the)? ?$/i;

const TIME_HINT = "Write it as 10:00, 3 pm or 15:00.";
const DAY_HINT = "Write the day as 2027-03-01 or March 1.";

/**
 * Cuts out when it shall start: a day, a time, or both. Null where neither is said.
 * Throws `InputError` for what has two meanings: 3/4, a bare "at 3", midnight, a week, two days.
 */
export const takeMoment = async (text: MarkedText, now: LocalNow): Promise<Moment | null> => {
  const moment: Moment = { day: null, time: null, offset: null, minutes: null, lastDay: null };
  const exact = text.take(EXACT);
  if (exact) {
    const [, day = "", time = "", seconds = ":00", offset] = exact;
    Object.assign(moment, { day, time: `${time}${seconds}`, offset: offset ?? null });
  }
  const unclear = AMBIGUOUS_DAY.exec(text.rest)?.[0];
  if (unclear !== undefined) throw notUnderstood(`"${unclear}" may be two days`, DAY_HINT);
  const { parse } = await loadChrono();
  const found = parse(text.rest, toReference(now), { forwardDate: true }).filter(saysDayOrTime);
  for (const result of found) {
    const turned = TURNED.exec(text.rest.slice(0, result.index))?.[0];
    if (turned !== undefined) throw notUnderstood(`"${turned.trim()} ${result.text}" was not understood`, DAY_HINT);
    assertClear(result);
    const { day, time, minutes, lastDay } = toMoment(result);
    if (day !== null && moment.day !== null)
      throw notUnderstood(`it names two days, the second "${result.text}"`, "Name one start; put the topic in quotes.");
    if (time !== null && moment.time !== null)
      throw notUnderstood(`it names two times, the second "${result.text}"`, "Name one start; put the topic in quotes.");
    moment.day ??= day;
    moment.time ??= time;
    moment.minutes ??= minutes;
    moment.lastDay ??= lastDay;
  }
  for (const { index, text: said } of found.reverse()) text.cut(index, said.length);
  return moment.day === null && moment.time === null ? null : moment;
};

/**
 * The day that a text begins with, null where it begins with none; a range or a time behind it is not looked at. For "until …".
 */
export const dayAtStart = async (text: string, now: LocalNow): Promise<{ day: string; length: number } | null> => {
  const exact = /^\d{4}-\d{2}-\d{2}(?!\d)(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?/.exec(text)?.[0];
  if (exact !== undefined) return { day: exact, length: exact.length };
  const unclear = AMBIGUOUS_DAY.exec(text);
  if (unclear?.index === 0) throw notUnderstood(`"${unclear[0]}" may be two days`, DAY_HINT);
  const { parse } = await loadChrono();
  const [result] = parse(text, toReference(now), { forwardDate: true });
  if (result?.index !== 0 || !saysDay(result.start)) return null;
  assertClear(result);
  return { day: toDay(result.start), length: result.text.length };
};

/** chrono reads the machine's own fields; a date whose own fields are the wall time there makes it independent of the machine's zone. */
const toReference = ({ year, month, day, hour, minute }: LocalNow): Date => new Date(year, month - 1, day, hour, minute);

/** "May" in "the May update" is no day, and "Now and Then" no time. */
const saysDayOrTime = ({ start, text }: ParsedResult) => !/^now$/i.test(text) && (saysDay(start) || start.isCertain("hour"));

const assertClear = ({ text, start, end }: ParsedResult): void => {
  if (PAST.test(text)) throw notUnderstood(`"${text}" lies in the past`, DAY_HINT);
  if (NO_DAY.test(text) && !COUNTED.test(text)) throw notUnderstood(`"${text}" does not say which day`, DAY_HINT);
  if (isContradiction(start)) throw notUnderstood(`"${text}" names a day that falls on another weekday`, DAY_HINT);
  if (/\bmidnight\b/i.test(text)) throw notUnderstood('"midnight" may be the beginning or the end of a day', "Write 00:00 with its day, or 23:59.");
  if (start.isCertain("timezoneOffset")) throw notUnderstood(`"${text}" names no IANA time zone`, "Name one such as America/New_York.");
  const timed = start.isCertain("hour") ? start : end?.isCertain("hour") ? end : null;
  if (timed && !isClearTime(text, timed.get("hour") ?? 0)) throw notUnderstood(`"${text}" may be in the morning or in the evening`, TIME_HINT);
};

/** "Tuesday, March 1" where March 1 is a Monday. */
const isContradiction = (part: ParsedComponents): boolean =>
  part.isCertain("weekday") && part.isCertain("day") && new Date(`${toDay(part)}T00:00:00Z`).getUTCDay() !== part.get("weekday");

/** A bare "at 3", and "3:30" without a zero in front, may be before or after noon. */
const isClearTime = (text: string, hour: number): boolean =>
  hour > 12 || /\bnoon\b|\d ?[ap]\.?m\b|\b\d{2}[:.]\d{2}\b|\b(?:[7-9]|0)[:.]\d{2}\b/i.test(text);

const pad = (value: number) => String(value).padStart(2, "0");
const toDay = (part: ParsedComponents) => `${part.get("year")}-${pad(part.get("month") ?? 0)}-${pad(part.get("day") ?? 0)}`;
const saysDay = (part: ParsedComponents) => part.isCertain("day") || part.isCertain("weekday");
const minuteOf = (part: ParsedComponents) => (part.get("hour") ?? 0) * 60 + (part.get("minute") ?? 0);

const toMoment = ({ text, start, end }: ParsedResult): Omit<Moment, "offset"> => {
  const isRangeOfDays = end != null && saysDay(end) && toDay(end) !== toDay(start);
  const minutes = end && !isRangeOfDays ? minuteOf(end) - minuteOf(start) : null;
  if (minutes !== null && minutes <= 0) throw notUnderstood(`"${text}" is no range that can be read`, "Name the start, and how long it lasts.");
  // "March 1 to June 30 at 10:00": the time stands at the end and means every day.
  const timed = start.isCertain("hour") ? start : isRangeOfDays && end.isCertain("hour") ? end : null;
  return {
    day: saysDay(start) ? toDay(start) : null,
    time: timed && `${pad(timed.get("hour") ?? 0)}:${pad(timed.get("minute") ?? 0)}:${pad(timed.get("second") ?? 0)}`,
    minutes,
    lastDay: isRangeOfDays ? toDay(end) : null,
  };
};
