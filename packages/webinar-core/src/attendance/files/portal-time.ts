import { loadTemporal, type TemporalModule } from "../../time/temporal.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** "Mar 22, 2025 19:52:01", "Mar 22, 2025 7:13 PM" */
const WORDS = /^([A-Za-z]{3})[a-z]* (\d{1,2}), (\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ([AP])M)?$/i;
/** "08/30/2026 11:05:00 AM" */
const DIGITS = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ([AP])M)?$/i;

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
  return (hour % 12) + (half.toUpperCase() === "P" ? 12 : 0);
};

const toWall = (text: string): Wall | null => {
  const tidy = text.trim().replaceAll(/[\u{202f}\u{a0}]/gu, " ");
  const words = WORDS.exec(tidy);
  const digits = words === null ? DIGITS.exec(tidy) : null;
  const parts = words ?? digits;
  if (parts === null) return null;
  const [, first = "", day = "", year = "", hour = "", minute = "", second = "0", half] = parts;
  const month = words === null ? Number(first) : MONTHS.indexOf(first.toLowerCase()) + 1;
  return { year: Number(year), month, day: Number(day), hour: hourOf(Number(hour), half), minute: Number(minute), second: Number(second) };
};

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
export const portalTimes = async (zone: string): Promise<PortalTimes> => {
  const Temporal = await loadTemporal();
  const known = new Map<string, readonly [earlier: string, later: string] | null>();
  const both = (text: string): readonly [string, string] | null => {
    const wall = toWall(text);
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
