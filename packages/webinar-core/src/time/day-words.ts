import { loadTemporal, type PlainDate } from "./temporal.ts";

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const NAMED: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };
const DAYS_A_WEEK = 7;

/** Monday is 1; "fri" is enough. */
const weekdayOf = (word: string): number => (word.length < 3 ? 0 : WEEKDAYS.findIndex((weekday) => weekday.startsWith(word)) + 1);

/** A day in words, counted from today: "tomorrow", "in 2 weeks", "10 days ago", "friday", "next monday", "last tuesday". Null for any other text. */
export const dayInWords = (text: string, today: PlainDate): PlainDate | null => {
  const words = text.trim().toLowerCase().replaceAll(/\s+/g, " ");
  const named = Object.hasOwn(NAMED, words) ? NAMED[words] : undefined;
  if (named !== undefined) return today.add({ days: named });
  const [, ahead, count = "", unit] = /^(in )?(\d{1,3}|a|one) (day|week|month)s?(?: ago)?$/.exec(words) ?? [];
  if (unit !== undefined && (ahead !== undefined) !== words.endsWith(" ago")) {
    const amount = (/^\d/.test(count) ? Number(count) : 1) * (ahead === undefined ? -1 : 1);
    return today.add({ [`${unit}s`]: amount });
  }
  const [, which, name = ""] = /^(next |last |this )?(\w+)$/.exec(words) ?? [];
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
