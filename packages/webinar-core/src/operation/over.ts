import { InputError } from "@zoom-webinar/foundation";
import type { ReplyOf, ZoomClient } from "@zoom-webinar/zoom-client";
import { localTime } from "../time/local-time.ts";
import { ifReadable } from "./if-allowed.ts";
import { SERIES } from "./series.ts";

type Webinar = ReplyOf<"GET /webinars/{webinarId}">;

const MINUTE_MS = 60_000;
const SINGLE = 5;

/** When a date is planned to end, in milliseconds since the epoch; null without a start. */
const endOf = ({ start_time, duration }: { start_time?: string | undefined; duration?: number | undefined }): number | null =>
  start_time === undefined ? null : Date.parse(start_time) + (duration ?? 0) * MINUTE_MS;

/** True once a date's planned end has passed. */
export const isOver = (date: { start_time?: string | undefined; duration?: number | undefined }, nowMs: number): boolean => {
  const end = endOf(date);
  return end !== null && end <= nowMs;
};

/** A moment as the webinar's people read it: "2026-11-25 16:45 Europe/Berlin". */
const inZoneOf = async ({ timezone = "UTC" }: Webinar, ms: number): Promise<string> => {
  const utc = new Date(ms).toISOString();
  const local = await localTime(utc, timezone);
  return local === null ? utc : `${local.slice(0, 16).replace("T", " ")} ${timezone}`;
};

/** The planned end of a webinar's last date, if it has passed: "2026-11-25 16:45 Europe/Berlin"; else null, and for a webinar without fixed times. */
export const passedEndOf = async (webinar: Webinar, nowMs: number): Promise<string | null> => {
  const { type, occurrences = [], duration } = webinar;
  const dates = type === SERIES ? occurrences.filter(({ status }) => status !== "deleted") : type === SINGLE ? [webinar] : [];
  const ends = dates.flatMap((date) => endOf({ duration, ...date }) ?? []);
  const last = Math.max(...ends);
  return ends.length === 0 || last > nowMs ? null : inZoneOf(webinar, last);
};

/** Said before something is done for people of a webinar whose time has passed. */
export const noteOver = async (webinar: Webinar | null, nowMs: number): Promise<string[]> => {
  const end = webinar === null ? null : await passedEndOf(webinar, nowMs);
  return end === null ? [] : [`The webinar is over: it was planned until ${end}.`];
};

/** When Zoom has held it, as far as the app may read that. */
const heldAt = async (zoom: ZoomClient, webinarId: string): Promise<string[]> => {
  const past = await ifReadable(() => zoom.call("GET /past_webinars/{webinarId}/instances", { path: { webinarId } }));
  return (past?.webinars ?? []).flatMap(({ start_time }) => start_time ?? []).sort();
};

/**
 * Said before people are signed up for a webinar that was held ahead of its planned time. Zoom may take nobody any more then; it may have been a rehearsal,
 * too, so that only Zoom can refuse it.
 */
export const noteHeld = async (zoom: ZoomClient, webinarId: string, webinar: Webinar | null, nowMs: number): Promise<string[]> => {
  if (webinar?.type !== SINGLE || (await passedEndOf(webinar, nowMs)) !== null) return [];
  const last = (await heldAt(zoom, webinarId)).at(-1);
  if (last === undefined) return [];
  return [`The webinar was held already, ${await inZoneOf(webinar, Date.parse(last))}: unless that was a rehearsal, Zoom takes nobody any more.`];
};

/**
 * Refuses what Zoom would refuse later: to sign somebody up for a webinar that was held, or that takes nobody after its end. Asks whether it was held only if its
 * planned end has passed. Throws `InputError`.
 */
export const assertNotOver = async (zoom: ZoomClient, webinarId: string, webinar: Webinar | null, nowMs: number): Promise<void> => {
  const end = webinar === null ? null : await passedEndOf(webinar, nowMs);
  if (webinar === null || end === null) return;
  const isClosed = webinar.settings?.close_registration === true || (webinar.type === SINGLE && (await heldAt(zoom, webinarId)).length > 0);
  if (!isClosed) return;
  throw InputError.at(
    "webinar_id",
    `is a webinar that is over: it was planned until ${end}, and nobody can register any more`,
    "Nothing was sent. Name a webinar that is still to come: webinars.calendar shows those of the next thirty days.",
  );
};
