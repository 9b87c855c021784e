import { InputError } from "@zoom-webinar/foundation";
import * as z from "zod";
import { withoutDots } from "./dotted-date.ts";
import { loadTemporal } from "./temporal.ts";
import { assertZone } from "./zone.ts";

/** A moment as we read it, echoed in every answer so that nobody has to guess what was understood. */
export interface Reading {
  /** 2032-03-01T15:00:00Z */
  utc: string;
  /** 2032-03-01T10:00:00, the wall time in `timezone`. */
  local: string;
  /** IANA zone. */
  timezone: string;
  /** What supplied the zone. */
  zone_from: "input" | "instant" | "webinar" | "host profile" | "operator";
}

/** A start time as Zoom takes it: an instant with Z, or a wall time with its zone. */
export interface WireStart {
  start_time: string;
  timezone: string;
}

/** Where a zone may come from when the caller names none, in this order. */
export interface ZoneFallbacks {
  /** The host's zone by their Zoom profile, or that of the webinar; asked only when needed. */
  hostZone(): Promise<string | null>;
  /** What `hostZone` looks at. Default "host profile". */
  hostZoneFrom?: "host profile" | "webinar";
  /** The operator's `--zone`. */
  operatorZone: string | null;
  /** The zone of an instant that comes with none, for a webinar whose dates are counted in one. Default: UTC. */
  ofInstant?(): Promise<{ zone: string; from: Reading["zone_from"] } | null>;
  /** Reads what was said in words. Without it, only digits are read. */
  words?: StartWords;
}

/** Reads a moment in words, for somebody in this zone. Throws `InputError` on `field` for what has no reading, or more than one. */
export type StartWords = (
  text: string,
  hostZone: string,
  field: string,
) => Promise<{ local: string; timezone: string; namesZone: boolean; notes?: readonly string[] }>;

/** A start time, read. */
interface ReadStart {
  /** What goes to Zoom. */
  wire: WireStart;
  /** What to echo. */
  reading: Reading;
  /** The reading in words, for people; null if it was given in digits. */
  note: string | null;
}

const WALL = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;
const DIGITS = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?/;
const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;

/** What is wrong with a time in digits, whatever its zone; null if nothing is. */
export const timeFault = (text: string): { message: string; hint: string } | null => {
  const trimmed = withoutDots(text);
  if (!WALL.test(trimmed) && !INSTANT.test(trimmed))
    return { message: `"${text}" is not a date and time`, hint: "Write 2032-03-01T10:00 (wall time) or 2032-03-01T15:00:00Z (instant)." };
  const [, year, month, day, hour, minute, second] = (DIGITS.exec(trimmed) ?? []).map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  const isThere = date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
  const isFine = isThere && (hour ?? 0) < 24 && (minute ?? 0) < 60 && (Number.isNaN(second) || (second ?? 0) < 60);
  return isFine ? null : { message: `"${text}" is not a date and time that exists`, hint: "Check day, month and hour." };
};

/** Finds the zone for a wall time: given, else the host's profile, else the operator's. Throws `InputError` if there is none. */
export const findZone = async (
  given: string | undefined,
  { hostZone, hostZoneFrom = "host profile", operatorZone }: ZoneFallbacks,
): Promise<{ zone: string; from: Reading["zone_from"] }> => {
  if (given !== undefined) return { zone: assertZone(given), from: "input" };
  const host = await hostZone();
  if (host) return { zone: assertZone(host, `the zone of the ${hostZoneFrom}`), from: hostZoneFrom };
  if (operatorZone !== null) return { zone: assertZone(operatorZone, "zone"), from: "operator" };
  throw InputError.at(
    "timezone",
    "a wall time needs a time zone, and the host's profile has none",
    "Give timezone, or start_time as an instant ending in Z.",
  );
};

/**
 * Reads a start time: a wall time in a zone, an instant, or words if the caller takes them. Returns what goes to Zoom and the reading to echo.
 * Throws `InputError` for an invalid time, a date that does not exist, a wall time that a daylight-saving change skips, one that it repeats, an unknown zone.
 */
export const readStartTime = async (
  text: string,
  timezone: string | undefined,
  fallbacks: ZoneFallbacks,
  field = "start_time",
): Promise<ReadStart> => {
  const Temporal = await loadTemporal();
  const trimmed = withoutDots(text);
  const parts = WALL.exec(trimmed);
  const isInstant = INSTANT.test(trimmed);
  if (parts === null && !isInstant && fallbacks.words !== undefined && trimmed !== "")
    return readInWords(trimmed, timezone, { ...fallbacks, words: fallbacks.words }, field);
  const fault = timeFault(text);
  if (fault !== null) throw InputError.at(field, fault.message, fault.hint);
  if (parts === null) {
    let instant: InstanceType<typeof Temporal.Instant>;
    try {
      instant = Temporal.Instant.from(trimmed.replace(" ", "T"));
    } catch {
      throw InputError.at(field, `"${text}" is not a date and time that exists`, "Check day, month and hour.");
    }
    const own = timezone === undefined ? ((await fallbacks.ofInstant?.()) ?? null) : null;
    const zone = timezone === undefined ? (own?.zone ?? "UTC") : assertZone(timezone);
    const utc = instant.toString({ smallestUnit: "second" });
    const local = instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "second" });
    return {
      wire: { start_time: utc, timezone: zone },
      reading: { utc, local, timezone: zone, zone_from: timezone === undefined ? (own?.from ?? "instant") : "input" },
      note: null,
    };
  }
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const wall = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }, { overflow: "reject" });
  const { zone, from } = await findZone(timezone, fallbacks);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = wall.toZonedDateTime(zone, { disambiguation: "later" });
  if (!earlier.toPlainDateTime().equals(wall)) {
    // the change lies just before the later reading
    const change = later.add({ minutes: 1 }).getTimeZoneTransition("previous") ?? later;
    const hours = [change.toPlainDateTime().subtract(wall.until(later.toPlainDateTime())), change];
    const [gone, to] = hours.map((moment) => moment.toPlainTime().toString({ smallestUnit: "minute" }));
    throw InputError.at(
      field,
      `${wall.toString({ smallestUnit: "minute" }).replace("T", " ")} does not exist in ${zone}: clocks are put forward from ${gone} to ${to}`,
      `Use ${[earlier, later].map((moment) => moment.toPlainDateTime().toString({ smallestUnit: "minute" })).join(" or ")}, or an instant ending in Z.`,
    );
  }
  if (!earlier.toInstant().equals(later.toInstant())) {
    const [first, second_] = [earlier, later].map((moment) => moment.toInstant().toString({ smallestUnit: "second" }));
    throw InputError.at(field, `${text} happens twice in ${zone}: clocks are put back over it`, `Say which: ${first} or ${second_}.`);
  }
  const local = wall.toString({ smallestUnit: "second" });
  const utc = earlier.toInstant().toString({ smallestUnit: "second" });
  return { wire: { start_time: local, timezone: zone }, reading: { utc, local, timezone: zone, zone_from: from }, note: null };
};

const readInWords = async (
  text: string,
  timezone: string | undefined,
  { words, ...fallbacks }: ZoneFallbacks & { words: StartWords },
  field: string,
): Promise<ReadStart> => {
  const { zone, from } = await findZone(timezone, fallbacks);
  const moment = await words(text, zone, field);
  if (timezone !== undefined && moment.namesZone && moment.timezone !== zone)
    throw InputError.at(field, `"${text}" names ${moment.timezone}, and timezone says ${zone}`, "Name one time zone.");
  const { wire, reading: read } = await readStartTime(moment.local, moment.timezone, fallbacks, field);
  const reading: Reading = { ...read, zone_from: moment.namesZone ? "input" : from };
  return {
    wire,
    reading,
    note: [`"${text}" was read as ${weekdayOf(reading.local)} ${describeReading(reading)}.`, ...(moment.notes ?? [])].join(" "),
  };
};

const weekdayOf = (local: string): string => new Intl.DateTimeFormat("en", { weekday: "short", timeZone: "UTC" }).format(new Date(`${local}Z`));

/** True for a zone that this machine can count in; Zoom may send others. */
export const isKnownZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** A moment in UTC as wall time of a zone, for people: "2032-03-01 10:00 America/New_York". */
export const showInZone = async (utc: string, timezone: string): Promise<string> => {
  const Temporal = await loadTemporal();
  try {
    const local = Temporal.Instant.from(utc).toZonedDateTimeISO(timezone).toPlainDateTime();
    return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: "minute" })} ${timezone}`;
  } catch {
    return utc; // Zoom may send a zone that this machine does not know
  }
};

/** The reading for an operation's output. */
export const readingSchema = z.object({
  utc: z.string(),
  local: z.string().describe("Wall time in timezone"),
  timezone: z.string(),
  zone_from: z.enum(["input", "instant", "webinar", "host profile", "operator"]).describe("What supplied the zone"),
});

/** "2032-03-01 10:00 America/New_York (15:00 UTC)"; with the day in UTC if that is another one. */
export const describeReading = ({ utc, local, timezone }: Omit<Reading, "zone_from">): string =>
  `${local.slice(0, 16).replace("T", " ")} ${timezone} (${utc.slice(0, 10) === local.slice(0, 10) ? "" : `${utc.slice(0, 10)} `}${utc.slice(11, 16)} UTC)`;
