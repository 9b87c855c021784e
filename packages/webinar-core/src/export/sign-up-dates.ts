import { toSecond } from "../attendance/engine/seconds.ts";
import { occurrenceOf, signsUpPerDate } from "../attendance/read/webinar.ts";
import { ifAllowed } from "../operation/if-allowed.ts";
import type { OperationContext } from "../operation/operation.ts";
import { NO_REGISTRATION } from "../operation/registration.ts";

/** A date of a series that people sign up for by itself. */
export interface SignUpDate {
  occurrence_id: string;
  /** UTC */
  start_time: string | null;
  isDeleted: boolean;
}

/** How people sign up for a webinar. */
export interface SignUpDates {
  /** What the webinar is called; null if it may not be read. */
  topic: string | null;
  /** In order of time; empty if a sign-up is for the whole webinar. */
  dates: readonly SignUpDate[];
  /** True if it is known that nobody can sign up. */
  hasNoRegistration: boolean;
  /** The id of the date to which a session that began then belongs; "" if a sign-up is for the whole webinar, or no date is near. */
  idAt(start: string | null): string;
}

const WHOLE: SignUpDates = { topic: null, dates: [], hasNoRegistration: false, idAt: () => "" };

/** Reads whether people sign up for the dates of a series one by one, and which those are. An app that may not read the webinar takes every sign-up for the whole. */
export const readSignUpDates = async ({ zoom }: OperationContext, webinarId: string): Promise<SignUpDates> => {
  const value = await ifAllowed(() => zoom.call("GET /webinars/{webinarId}", { path: { webinarId }, query: { show_previous_occurrences: true } }));
  const hasNoRegistration = value?.settings?.approval_type === NO_REGISTRATION;
  const topic = value?.topic ?? null;
  if (value === null || !signsUpPerDate(value)) return { ...WHOLE, topic, hasNoRegistration };
  const dates = (value.occurrences ?? []).flatMap(({ occurrence_id, start_time, status }): SignUpDate[] =>
    occurrence_id === undefined ? [] : [{ occurrence_id, start_time: start_time ?? null, isDeleted: status === "deleted" }],
  );
  const webinar = { value, refusal: null };
  return {
    topic,
    hasNoRegistration,
    dates: dates.sort((a, b) => (toSecond(a.start_time) ?? 0) - (toSecond(b.start_time) ?? 0)),
    idAt: (start) => occurrenceOf(webinar, { uuid: null, start: toSecond(start), start_time: start, occurrence_id: null }) ?? "",
  };
};
