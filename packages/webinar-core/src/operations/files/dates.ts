import { isZoomWebinarError } from "@zoom-webinar/foundation";
import type { ZoomClient } from "@zoom-webinar/zoom-client";
import { type PlannedDate, readRecurrence } from "../../time/recurrence.ts";
import { readStartTime } from "../../time/start-time.ts";
import { type Fields, without } from "./canonical.ts";
import { wallTime, type ZoomWebinar } from "./wall-time.ts";

/** One date that the rule of a series makes, and what became of it. */
export interface SeriesDate {
  /** Wall time as the rule makes it, "2032-03-01T10:00". */
  date: string;
  /** When the rule makes it, UTC. */
  plannedUtc: string;
  /** Null: Zoom lists no such date (any more). */
  occurrenceId: string | null;
  isOver: boolean;
  /** It is over and Zoom lists it no more: whether it was moved or deleted is not known. */
  isUnknown: boolean;
  /** How it differs from the rule, in the names of a file; null: it does not. */
  exception: Fields | null;
}

type Occurrence = NonNullable<ZoomWebinar["occurrences"]>[number];

/** Settings that may differ for one date, by where a file has them. Source: Zoom API, PATCH /webinars/{webinarId}, occurrence_id. */
const OF_ONE_DATE = ["host_video", "panelists_video", "auto_recording"] as const;
const SETTINGS_OF_ONE_DATE = ["hd_video", "add_watermark"] as const;

/** The dates of a series, as its rule makes them. Empty if the rule cannot be read. */
export const planDates = async (recurrence: Fields, startUtc: string, timezone: string): Promise<readonly PlannedDate[]> => {
  const { reading } = await readStartTime(startUtc, timezone, { hostZone: async () => null, operatorZone: null });
  return (await readRecurrence(recurrence, reading)).dates;
};

/**
 * Pairs each date of the rule with what Zoom lists. An occurrence that starts where the rule says is that date; one that was moved is known by its id,
 * which holds the planned start; what is left was moved under another id, and is the date of the rule that is nearest.
 */
const pair = (planned: readonly PlannedDate[], occurrences: readonly Occurrence[]): (Occurrence | null)[] => {
  const left = new Set(occurrences);
  const take = (isIt: (one: Occurrence) => boolean): Occurrence | null => {
    for (const one of left) {
      if (!isIt(one)) continue;
      left.delete(one);
      return one;
    }
    return null;
  };
  const byId = planned.map(({ utc }) => take(({ occurrence_id }) => Number(occurrence_id) === Date.parse(utc)));
  const byStart = planned.map(({ utc }, at) => byId[at] ?? take(({ start_time }) => Date.parse(start_time ?? "") === Date.parse(utc)));
  const moved = new Map<number, Occurrence>();
  for (const one of left) {
    const apart = (at: number) => Math.abs(Date.parse(planned[at]?.utc ?? "") - Date.parse(one.start_time ?? ""));
    const [nearest] = planned.flatMap((_, at) => (byStart[at] || moved.has(at) ? [] : [at])).sort((a, b) => apart(a) - apart(b));
    if (nearest !== undefined && one.start_time !== undefined) moved.set(nearest, one);
  }
  return byStart.map((found, at) => found ?? moved.get(at) ?? null);
};

interface DatesOptions {
  zoom: ZoomClient;
  nowMs: number;
  timezone: string;
  /** True: each date is read by itself, for its agenda and settings. */
  isWhole: boolean;
}

/** Reads what became of each date of a series. */
export const readDates = async (webinar: ZoomWebinar, { zoom, nowMs, timezone, isWhole }: DatesOptions): Promise<SeriesDate[]> => {
  const { recurrence, start_time, occurrences = [], id = "" } = webinar;
  if (!recurrence || !start_time) return [];
  const planned = await planDates(without(recurrence), start_time, timezone).catch(() => []);
  const pairs = pair(planned, occurrences);
  const dates: SeriesDate[] = [];
  for (const [at, { utc, local }] of planned.entries()) {
    const occurrence = pairs[at] ?? null;
    const isOver = Date.parse(occurrence?.start_time ?? utc) < nowMs;
    const date = local.replace(/:00$/, "");
    // Zoom keeps about fifty dates; what it never planned was not deleted.
    const isDropped = occurrence === null && pairs.slice(at).every((other) => other === null);
    const isThere = occurrence !== null && occurrence.status !== "deleted";
    const own = !isThere || !isWhole ? null : await (isOver ? ifListed(readOne(zoom, id, occurrence)) : readOne(zoom, id, occurrence));
    const exception =
      occurrence === null
        ? isOver || isDropped
          ? null
          : { date, deleted: true }
        : await exceptionOf(webinar, { date, utc, occurrence, own, timezone });
    const isUnknown = occurrence === null && isOver && !isDropped;
    dates.push({ date, plannedUtc: utc, occurrenceId: occurrence?.occurrence_id ?? null, isOver, isUnknown, exception });
  }
  return dates;
};

const readOne = (zoom: ZoomClient, webinarId: string, { occurrence_id }: Occurrence): Promise<ZoomWebinar> =>
  zoom.call("GET /webinars/{webinarId}", { path: { webinarId }, query: { occurrence_id } });

/** Zoom may no longer return a date that is over by itself. */
const ifListed = (date: Promise<ZoomWebinar>): Promise<ZoomWebinar | null> =>
  date.catch((error: unknown) => {
    if (isZoomWebinarError(error) && (error.code === "not_found" || error.code === "zoom_rejected")) return null;
    throw error;
  });

interface OneDate {
  date: string;
  utc: string;
  occurrence: Occurrence;
  own: ZoomWebinar | null;
  timezone: string;
}

const exceptionOf = async (webinar: ZoomWebinar, { date, utc, occurrence, own, timezone }: OneDate): Promise<Fields | null> => {
  if (occurrence.status === "deleted") return { date, deleted: true };
  const { start_time, duration } = occurrence;
  const differs = <T>(mine: T | undefined, all: T | undefined) => mine !== undefined && mine !== all;
  const settings = SETTINGS_OF_ONE_DATE.flatMap((name) =>
    differs(own?.settings?.[name], webinar.settings?.[name]) ? [[name, own?.settings?.[name]]] : [],
  );
  const fields = {
    ...(start_time !== undefined && Date.parse(start_time) !== Date.parse(utc) ? { start_time: await wallTime(start_time, timezone) } : {}),
    ...(differs(duration, webinar.duration) ? { duration } : {}),
    ...(differs(own?.agenda, webinar.agenda) ? { agenda: own?.agenda } : {}),
    ...Object.fromEntries(
      OF_ONE_DATE.flatMap((name) => (differs(own?.settings?.[name], webinar.settings?.[name]) ? [[name, own?.settings?.[name]]] : [])),
    ),
    ...(settings.length > 0 ? { settings: Object.fromEntries(settings) } : {}),
  };
  return Object.keys(fields).length === 0 ? null : { date, ...fields };
};
