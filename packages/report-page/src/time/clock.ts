/** Writes instants in one zone. */
export interface Clock {
  /** IANA name of the zone. */
  readonly zone: string;
  /** "16:07". */
  time(instant: string): string;
  /** "16:07", and "00:10 +1" on the day after `from`. */
  timeAfter(instant: string, from: string | null): string;
  /** "Wednesday 18 November 2026". */
  day(instant: string): string;
  /** "18 Nov 2026". */
  shortDay(instant: string): string;
  /** "2026-11-18". */
  isoDay(instant: string): string;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Zoom gives zones that this Node may not know. */
const knownZone = (zone: string | null): string => {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: zone ?? "UTC" }).resolvedOptions().timeZone && (zone ?? "UTC");
  } catch {
    return "UTC";
  }
};

/** The clock of a zone; UTC if there is none, or none of this name. */
export const clockOf = (wanted: string | null): Clock => {
  const zone = knownZone(wanted);
  const parts = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options });
    // By parts: how they are put together differs between versions of Node.
    return (instant: string): Record<string, string> =>
      Object.fromEntries(format.formatToParts(Date.parse(instant)).map(({ type, value }) => [type, value]));
  };
  const clockParts = parts({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const longParts = parts({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const shortParts = parts({ day: "numeric", month: "short", year: "numeric" });
  const isoParts = parts({ day: "2-digit", month: "2-digit", year: "numeric" });
  /** A long report writes many instants of few different minutes. */
  const seen = new Map<number, { time: string; day: string }>();
  const minuteOf = (instant: string) => {
    const minute = Math.floor(Date.parse(instant) / MINUTE_MS);
    const known = seen.get(minute);
    if (known !== undefined) return known;
    const { hour, minute: minutes } = clockParts(instant);
    const made = { time: `${hour}:${minutes}`, day: isoDay(instant) };
    seen.set(minute, made);
    return made;
  };
  const isoDay = (instant: string): string => {
    const { year, month, day } = isoParts(instant);
    return `${year}-${month}-${day}`;
  };
  const time = (instant: string): string => minuteOf(instant).time;
  return {
    zone,
    time,
    isoDay,
    timeAfter(instant, from) {
      const days = from === null ? 0 : Math.round((Date.parse(minuteOf(instant).day) - Date.parse(minuteOf(from).day)) / DAY_MS);
      return days === 0 ? time(instant) : `${time(instant)} ${days > 0 ? "+" : "−"}${Math.abs(days)}`;
    },
    day(instant) {
      const { weekday, day, month, year } = longParts(instant);
      return `${weekday} ${day} ${month} ${year}`;
    },
    shortDay(instant) {
      const { day, month, year } = shortParts(instant);
      return `${day} ${month} ${year}`;
    },
  };
};
