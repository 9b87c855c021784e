import { InputError } from "@zoom-webinar/foundation";
import { dayInWords } from "../time/day-words.ts";
import { isKnownZone } from "../time/start-time.ts";
import { loadTemporal, type PlainDate } from "../time/temporal.ts";

/** Whole days of one zone. */
export interface Days {
  /** "2032-03-01". */
  readonly from: string;
  /** The last day, itself inside. */
  readonly to: string;
  /** True for an instant on one of these days. */
  holds(instant: string): boolean;
  /** "2032-03-01T16:00", wall time of the zone, or of another; UTC for one that this machine does not know. */
  local(instant: string, other?: string): string;
}

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** "March 2027", "mar 2027" → 2027 and 3; null for anything else. */
const monthIn = (text: string): { year: number; month: number } | null => {
  const [, name = "", year = ""] = /^([a-z]{3,9})\.? (\d{4})$/i.exec(text.trim().replace(/\s+/g, " ")) ?? [];
  const month = name === "" ? -1 : MONTHS.findIndex((one) => one.startsWith(name.toLowerCase()));
  return month === -1 ? null : { year: Number(year), month: month + 1 };
};

const DEFAULT_DAYS = 30;
const MOST_DAYS = 366;

/**
 * Reads `from` and `to` as days of `zone`, or months; without them the thirty days from today. Throws `InputError` for what is not a day, for an end before the
 * beginning, and for more than a year.
 */
export const readDays = async (
  { from, to }: { from?: string | undefined; to?: string | undefined },
  { zone, nowMs }: { zone: string; nowMs: number },
): Promise<Days> => {
  const Temporal = await loadTemporal();
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).toPlainDate();
  const read = (field: "from" | "to", text: string): PlainDate => {
    const month = monthIn(text);
    if (month !== null) {
      const first = Temporal.PlainDate.from({ ...month, day: 1 });
      return field === "from" ? first : first.with({ day: first.daysInMonth });
    }
    const said = dayInWords(text, today);
    if (said !== null) return said;
    try {
      return Temporal.PlainDate.from(text.trim(), { overflow: "reject" });
    } catch {
      throw InputError.at(
        field,
        `"${text}" is not a day`,
        "Write a day such as 2032-03-01, or in words: tomorrow, next friday, in two weeks, March 2032.",
      );
    }
  };
  const first = from === undefined ? today : read("from", from);
  // Who names a month as the beginning and no end means that month.
  const isMonth = from !== undefined && monthIn(from) !== null;
  const last = to !== undefined ? read("to", to) : isMonth ? first.with({ day: first.daysInMonth }) : first.add({ days: DEFAULT_DAYS });
  if (Temporal.PlainDate.compare(last, first) < 0) throw InputError.at("to", "is before from", "Give the earlier day as from.");
  if (first.until(last).days > MOST_DAYS) throw InputError.at("to", "is more than a year after from", "Ask for one year after the other.");
  const fromMs = first.toZonedDateTime(zone).epochMilliseconds;
  const endMs = last.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  return {
    from: first.toString(),
    to: last.toString(),
    holds: (instant) => Date.parse(instant) >= fromMs && Date.parse(instant) < endMs,
    local: (instant, other = zone) => {
      const known = isKnownZone(other) ? other : "UTC";
      return Temporal.Instant.from(instant).toZonedDateTimeISO(known).toPlainDateTime().toString({ smallestUnit: "minute" });
    },
  };
};
