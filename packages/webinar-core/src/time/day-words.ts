import { loadTemporal, type PlainDate } from "./temporal.ts";

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/** Shortened otherwise than at its end. */
const SHORTS: Readonly<Record<string, string>> = { weds: "wednesday" };
const NAMED: Readonly<Record<string, number>> = {
  "day before yesterday": -2,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
  "day after tomorrow": 2,
};
const DAYS_A_WEEK = 7;
const DAYS_A_FORTNIGHT = 14;

const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** "2", "two", "a", "a couple of"; NaN for anything else. */
const countIn = (text: string): number => {
  if (/^an?$/.test(text)) return 1;
  if (text === "a couple of") return 2;
  return /^\d{1,3}$/.test(text) ? Number(text) : NUMBERS.indexOf(text) + 1 || Number.NaN;
};

/** Monday is 1; "fri" is enough. */
const weekdayOf = (word: string): number => (word.length < 3 ? 0 : WEEKDAYS.findIndex((weekday) => weekday.startsWith(SHORTS[word] ?? word)) + 1);

/** "in two weeks", "in a fortnight's time", "3 days from now", "a month ago". */
const SPAN = /^(in )?(\d{1,3}|a couple of|[a-z]+) (day|week|fortnight|month)(?:'?s|s')?(?: (time|from now|from today|ago))?$/;

/** What a span of time from today comes to; null for any other text. */
const spanInWords = (words: string, today: PlainDate): PlainDate | null => {
  const [, ahead, many = "", unit, end] = SPAN.exec(words) ?? [];
  const count = countIn(many);
  if (unit === undefined || Number.isNaN(count)) return null;
  // "In two weeks", "in two weeks' time", or one of the ends alone: "two weeks" is a length.
  const isSaid = ahead === undefined ? end !== undefined && end !== "time" : end === undefined || end === "time";
  if (!isSaid) return null;
  const amount = count * (end === "ago" ? -1 : 1);
  return today.add(unit === "fortnight" ? { days: amount * DAYS_A_FORTNIGHT } : { [`${unit}s`]: amount });
};

/**
 * A day in words, counted from today, in the words that a sentence takes for it as well: "tomorrow", "in two weeks", "in a fortnight", "10 days ago",
 * "friday", "next monday", "last tuesday". Null for any other text.
 */
export const dayInWords = (text: string, today: PlainDate): PlainDate | null => {
  const words = text
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .replaceAll("’", "'")
    .replace(/^the (?=day )/, "");
  const named = Object.hasOwn(NAMED, words) ? NAMED[words] : undefined;
  if (named !== undefined) return today.add({ days: named });
  const span = spanInWords(words, today);
  if (span !== null) return span;
  const [, which, name = ""] = /^(next |last |this |on |coming |this coming )?(\w+)$/.exec(words) ?? [];
  const weekday = weekdayOf(name);
  if (weekday === 0) return null;
  const days = (weekday - today.dayOfWeek + DAYS_A_WEEK) % DAYS_A_WEEK;
  if (which === "last ") return today.add({ days: days - DAYS_A_WEEK });
  return today.add({ days: which === "next " && days === 0 ? DAYS_A_WEEK : days });
};

/** "2032-03-01" for a day in words, as somebody in this zone means it; null for any other text. */
export const readDayWords = async (text: string, { zone, nowMs }: { zone: string; nowMs: number }): Promise<string | null> => {
  const Temporal = await loadTemporal();
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).toPlainDate();
  return dayInWords(text, today)?.toString() ?? null;
};

/** The instant, in UTC, at which a day begins or ends in a zone. Null if there is no such day, or no such zone. */
export const edgeOfDay = async (day: string, zone: string, edge: "start" | "end"): Promise<string | null> => {
  const Temporal = await loadTemporal();
  const startOf = (date: PlainDate) => date.toZonedDateTime(zone).toInstant();
  try {
    const date = Temporal.PlainDate.from(day, { overflow: "reject" });
    const instant = edge === "start" ? startOf(date) : startOf(date.add({ days: 1 })).subtract({ milliseconds: 1 });
    return instant.toString();
  } catch {
    return null;
  }
};
