import { refusals } from "../../rules/refusals.ts";
import type { OccurrenceRecord, WebinarRecord } from "../../state/state.ts";
import { settingOf } from "./settings.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Days after its last use or planned date that an id lives on. Source: Zoom API. */
const DAYS_TO_EXPIRY = 30;

const endMs = (startTime: string, minutes: number) => Date.parse(startTime) + minutes * MINUTE_MS;

/** True once an occurrence is over. */
export const isOccurrenceOver = (occurrence: OccurrenceRecord, nowMs: number): boolean => endMs(occurrence.start_time, occurrence.duration) <= nowMs;

/** When the last planned date ends, null for a webinar without planned dates. */
const plannedEndMs = (webinar: WebinarRecord): number | null => {
  if (webinar.type === 9) {
    const ends = webinar.occurrences.filter(({ status }) => status === "available").map((date) => endMs(date.start_time, date.duration));
    return ends.length === 0 ? null : Math.max(...ends);
  }
  return webinar.start_time === null ? null : endMs(webinar.start_time, webinar.duration);
};

/** True while sign-ups exist at all: only `approval_type` decides, `registration_type` says nothing about it. */
export const hasRegistration = (webinar: WebinarRecord): boolean => settingOf(webinar, "approval_type") !== 2;

/** True if a webinar lies ahead or is on air. */
export const isUpcoming = (webinar: WebinarRecord, nowMs: number): boolean => {
  const planned = plannedEndMs(webinar);
  return (
    webinar.runningSince !== null ||
    webinar.type === 6 ||
    (planned !== null && planned > nowMs && !(webinar.type === 5 && webinar.instances.length > 0))
  );
};

/**
 * True once nobody can sign up any more: a single webinar was held, or the last planned date has passed and `close_registration` says that this ends
 * it. Without that setting Zoom keeps the form open.
 */
export const isOver = (webinar: WebinarRecord, nowMs: number): boolean => {
  if (webinar.runningSince !== null || webinar.type === 6) return false;
  if (webinar.type === 5 && webinar.instances.length > 0) return true;
  const planned = plannedEndMs(webinar);
  const hasPassed = planned === null || planned <= nowMs;
  return hasPassed && settingOf(webinar, "close_registration") === true;
};

/** True once Zoom has forgotten the webinar. */
export const isExpired = (webinar: WebinarRecord, nowMs: number): boolean => {
  if (webinar.runningSince !== null) return false;
  const uses = [webinar.createdMs, plannedEndMs(webinar) ?? 0, ...webinar.instances.map(({ end_time }) => Date.parse(end_time))];
  return Math.max(...uses) + DAYS_TO_EXPIRY * DAY_MS < nowMs;
};

/** The first date that lies ahead or runs, or null. */
export const nextOccurrence = (webinar: WebinarRecord, nowMs: number): OccurrenceRecord | null =>
  webinar.occurrences.find((date) => date.status === "available" && !isOccurrenceOver(date, nowMs)) ?? null;

/** Refuses to change what Zoom lets nobody change here: webinars of Zoom Events, and simulive ones that have started. */
export const assertChangeable = (webinar: WebinarRecord): void => {
  if (webinar.isEvents) throw refusals.eventsWebinar();
  if (webinar.simulive !== null && webinar.runningSince !== null) throw refusals.simuliveStarted();
};
