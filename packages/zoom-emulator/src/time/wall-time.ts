import { DateTime, IANAZone } from "luxon";

const FORM = "yyyy-MM-dd'T'HH:mm:ss";

/** True for an IANA zone name. Offsets such as "+02:00" are not, though some versions of Node accept them. */
export const isZone = (name: string): boolean => /^[A-Za-z]/.test(name) && IANAZone.isValidZone(name);

/** The instant of a wall time, the first where clocks go back and it comes twice. luxon alone takes either, by the season in which it runs. */
export const firstInstant = (time: DateTime): number => Math.min(...time.getPossibleOffsets().map((possible) => possible.toMillis()));

/**
 * The instant, in milliseconds, that a wall time without offset means in a zone; null if it does not exist: no such date, or skipped when clocks go
 * forward. If it exists twice, when clocks go back, the first.
 */
const wallTimeToMs = (wall: string, zone: string): number | null => {
  const time = DateTime.fromISO(wall, { zone });
  // luxon moves a skipped time forward; Zoom could not mean that
  return time.isValid && time.toFormat(FORM) === wall ? firstInstant(time) : null;
};

const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?$/;

/** True for a time that says how far it is from UTC, other than by "Z". */
export const hasOffset = (text: string): boolean => /[+-]\d\d:?\d\d$/.test(TIME.exec(text)?.[2] ?? "");

/** The instant, in milliseconds, of a `start_time` as Zoom takes it: UTC with "Z", with an offset, or wall time in `zone`. Null for anything else. */
export const startTimeToMs = (text: string, zone: string): number | null => {
  const [, wall, offset] = TIME.exec(text) ?? [];
  if (wall === undefined) return null;
  if (offset === undefined) return wallTimeToMs(wall, zone);
  return wallTimeToMs(wall, offset === "Z" ? "utc" : `utc${offset.slice(0, 3)}:${offset.slice(-2)}`);
};
