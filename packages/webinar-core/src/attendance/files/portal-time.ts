import { loadTemporal, type TemporalModule } from "../../time/temporal.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s?([ap])\.?\s?m\.?)?`;
/** "Mar 22, 2025 19:52:01", "Mar 22, 2025 7:13 PM" */
const WORDS = new RegExp(String.raw`^([a-z]{3})[a-z]* (\d{1,2}), (\d{4}),? ${TIME}$`, "i");
/** "08/30/2026 11:05:00 AM", and what spreadsheets make of it: "30.08.2026 11:05", "30-8-26 11:05". */
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2}),? ${TIME}$`, "i");
/** What spreadsheets of other countries make of it: "2026-08-30 11:05", "2026/8/30 11:05". */
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})[ T]${TIME}$`, "i");
const MOST_MONTHS = 12;
const THIS_CENTURY = 2000;

interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const hourOf = (hour: number, half: string | undefined): number => {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
};

const tidied = (text: string): string => text.trim().replaceAll(/[\u{202f}\u{a0}]/gu, " ");

const yearOf = (digits: string): number => (digits.length === 2 ? THIS_CENTURY + Number(digits) : Number(digits));

/** Year, month, day and the parts of the time as a text has them; null for a text of no known form. */
const partsOf = (text: string, isDayFirst: boolean): readonly [year: number, month: number, day: number, ...time: (string | undefined)[]] | null => {
  const words = WORDS.exec(text);
  if (words !== null) {
    const [, month = "", day, year, ...time] = words;
    return [Number(year), MONTHS.indexOf(month.toLowerCase()) + 1, Number(day), ...time];
  }
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    const [, year, , month, day, ...time] = yearFirst;
    return [Number(year), Number(month), Number(day), ...time];
  }
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast === null) return null;
  const [, first, sign, second, year = "", ...time] = yearLast;
  // Points between day, month and year are written only in countries that begin with the day.
  const [day, month] = isDayFirst || sign === "." ? [first, second] : [second, first];
  return [yearOf(year), Number(month), Number(day), ...time];
};

const toWall = (text: string, isDayFirst: boolean): Wall | null => {
  const parts = partsOf(tidied(text), isDayFirst);
  if (parts === null) return null;
  const [year, month, day, hour, minute, second = "0", half] = parts;
  return { year, month, day, hour: hourOf(Number(hour), half), minute: Number(minute), second: Number(second) };
};

/** How the dates of a file are written. */
export interface DateOrder {
  isDayFirst: boolean;
  /** No date in the file shows whether its day or its month comes first. */
  isGuess: boolean;
}

/** Whether the day comes first, as a file shows it: a number above 12 is a day. Zoom itself writes the month first. */
export const dateOrderOf = (texts: readonly string[]): DateOrder => {
  let isOpen = false;
  let isZooms = false;
  for (const text of texts) {
    const [, first, sign, second, , , , , half] = YEAR_LAST.exec(tidied(text)) ?? [];
    if (first === undefined || sign === ".") continue;
    if (Number(first) > MOST_MONTHS) return { isDayFirst: true, isGuess: false };
    if (Number(second) > MOST_MONTHS || half !== undefined) isZooms = true;
    else if (first !== second) isOpen = true;
  }
  return { isDayFirst: false, isGuess: isOpen && !isZooms };
};

/** Whether a time has no seconds, as spreadsheets save it. */
export const isWithoutSeconds = (text: string): boolean => /(?:^|[^:\d])\d{1,2}:\d\d(?!:|\d)/.test(text);

/** Reads and writes the times of Zoom's portal, which stand in a file without their zone. */
export interface PortalTimes {
  /** An instant, null for a text that is not a time. If clocks go back and an hour comes twice, the earlier one, but never before `notBefore`. */
  read(text: string, notBefore?: string): string | null;
  /** 08/30/2026 11:05:00 AM */
  write(instant: string): string;
}

const two = (value: number): string => String(value).padStart(2, "0");

const writerOf = (Temporal: TemporalModule, zone: string) => {
  const known = new Map<string, string>();
  return (instant: string): string => {
    const before = known.get(instant);
    if (before !== undefined) return before;
    const { month, day, year, hour, minute, second } = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
    const half = hour < 12 ? "AM" : "PM";
    const text = `${two(month)}/${two(day)}/${year} ${two(hour % 12 === 0 ? 12 : hour % 12)}:${two(minute)}:${two(second)} ${half}`;
    known.set(instant, text);
    return text;
  };
};

/** Times of one zone. */
export const portalTimes = async (zone: string, { isDayFirst }: Pick<DateOrder, "isDayFirst"> = { isDayFirst: false }): Promise<PortalTimes> => {
  const Temporal = await loadTemporal();
  const known = new Map<string, readonly [earlier: string, later: string] | null>();
  const both = (text: string): readonly [string, string] | null => {
    const wall = toWall(text, isDayFirst);
    if (wall === null) return null;
    try {
      const local = Temporal.PlainDateTime.from(wall, { overflow: "reject" });
      const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) =>
        local.toZonedDateTime(zone, { disambiguation }).toInstant().toString(),
      );
      return [earlier ?? "", later ?? ""];
    } catch {
      return null; // 31 February, hour 25
    }
  };
  return {
    read: (text, notBefore) => {
      if (!known.has(text)) known.set(text, both(text));
      const pair = known.get(text) ?? null;
      if (pair === null) return null;
      return notBefore !== undefined && pair[0] < notBefore ? pair[1] : pair[0];
    },
    write: writerOf(Temporal, zone),
  };
};
