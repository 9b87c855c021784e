import { InputError, RejectedError } from "@zoom-webinar/foundation";
import type { ReplyOf, ZoomClient } from "@zoom-webinar/zoom-client";
import { withoutDots } from "../time/dotted-date.ts";
import { localTime } from "../time/local-time.ts";
import { firstOf } from "./counts.ts";
import { ifAllowed } from "./if-allowed.ts";

type Webinar = ReplyOf<"GET /webinars/{webinarId}">;
type Dates = Pick<Webinar, "occurrences" | "timezone">;

/** What has to be read so that dates which were called off are among those of a series, whether or not Zoom lists them otherwise. */
export const WITH_CALLED_OFF = { show_previous_occurrences: true } as const;

/** A date of a series, as people and as Zoom name it. */
interface NamedDate {
  id: string;
  /** "2032-03-08 10:00" in the webinar's zone; the instant if the zone is not known here. */
  local: string;
  stands: boolean;
}

const namedIn = async ({ occurrences = [], timezone = "UTC" }: Dates): Promise<NamedDate[]> => {
  const dates: NamedDate[] = [];
  for (const { occurrence_id, start_time, status } of occurrences) {
    if (occurrence_id === undefined || start_time === undefined) continue;
    const local = await localTime(start_time, timezone);
    dates.push({ id: occurrence_id, local: local === null ? start_time : local.slice(0, 16).replace("T", " "), stands: status !== "deleted" });
  }
  return dates.sort((a, b) => a.local.localeCompare(b.local));
};

const MOST_NAMED = 12;

/** "It has 2032-03-08 10:00 (1960000000000), … Name one by its day, or by its ID." */
const listOf = (dates: readonly NamedDate[]): string => {
  const shown = dates.filter(({ stands }) => stands).map(({ id, local }) => `${local} (${id})`);
  return shown.length === 0
    ? "It has no dates that could be named."
    : `It has ${firstOf(shown, MOST_NAMED)}. Name one by its day, as in 2032-03-08 or 2032-03-08T10:00, or by its ID.`;
};

/**
 * Throws `InputError` for a date that was called off, as Zoom takes many a call for such a date and nobody notices anything of it, and for an ID that none of
 * the webinar's dates has.
 */
export const assertStand = async (webinar: Dates, ids: readonly string[], field = "occurrence_id"): Promise<void> => {
  const { occurrences = [] } = webinar;
  const gone = occurrences.find(({ occurrence_id, status }) => status === "deleted" && ids.includes(occurrence_id ?? ""));
  const which = (id: string | undefined) => (ids.length === 1 ? "" : `: ${id}`);
  if (gone !== undefined) {
    throw InputError.at(
      field,
      `is called off already${which(gone.occurrence_id)}`,
      "Among the webinar's dates, called-off ones have the status deleted.",
    );
  }
  const stranger = ids.find((id) => !occurrences.some(({ occurrence_id }) => occurrence_id === id));
  if (stranger === undefined || occurrences.length === 0) return;
  throw InputError.at(field, `is no date of this webinar: ${stranger}`, listOf(await namedIn(webinar)));
};

const readDates = (zoom: ZoomClient, webinarId: string): Promise<Webinar | null> =>
  ifAllowed(() => zoom.call("GET /webinars/{webinarId}", { path: { webinarId }, query: WITH_CALLED_OFF }));

/** The same for a call that has not read the webinar. Reads nothing if no date is named. */
export const assertDatesStand = async (zoom: ZoomClient, webinarId: string, ids: readonly (string | undefined)[]): Promise<void> => {
  const named = ids.filter((id) => id !== undefined);
  if (named.length === 0) return;
  const webinar = await readDates(zoom, webinarId);
  if (webinar !== null) await assertStand(webinar, named);
};

/** A webinar with what one of its dates has of its own. Throws `InputError` for a date that it does not have, in place of Zoom's refusal, which names no way out. */
export const readWithDate = async (zoom: ZoomClient, webinarId: string, occurrenceId: string | undefined): Promise<Webinar> => {
  const query = { occurrence_id: occurrenceId, ...WITH_CALLED_OFF };
  try {
    return await zoom.call("GET /webinars/{webinarId}", { path: { webinarId }, query });
  } catch (error) {
    if (error instanceof RejectedError) await assertDatesStand(zoom, webinarId, [occurrenceId]);
    throw error;
  }
};

/** "2032-03-08", "2032-03-08T10:00": a date as people name it. */
const DAY = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::00)?)?$/;

const idOf = (text: string, dates: readonly NamedDate[], field: string): string => {
  const [, day, time] = DAY.exec(withoutDots(text)) ?? [];
  if (day === undefined) return text;
  const onDay = dates.filter(({ local }) => local.startsWith(time === undefined ? `${day} ` : `${day} ${time}`));
  const standing = onDay.filter(({ stands }) => stands);
  // A date that was called off is found as well, so that it can be said that it is.
  const found = standing.length > 0 ? standing : onDay;
  const [only] = found;
  if (only !== undefined && found.length === 1) return only.id;
  if (found.length > 1) throw InputError.at(field, `is the day of ${found.length} dates: ${text}`, listOf(found));
  throw InputError.at(field, `is no date of this webinar: ${text}`, listOf(dates));
};

/** An input with the dates that it names by their day named by their ID. Reads the webinar only if there are some. Throws `InputError`. */
export const withDateIds = async <Input>(input: Input, zoom: ZoomClient): Promise<Input> => {
  const { webinar_id, occurrence_id, occurrence_ids } = (input ?? {}) as Readonly<Record<string, unknown>>;
  const isDay = (value: unknown): value is string => typeof value === "string" && DAY.test(withoutDots(value));
  const list: readonly unknown[] = Array.isArray(occurrence_ids) ? occurrence_ids : [];
  if (typeof webinar_id !== "string" || !(isDay(occurrence_id) || list.some(isDay))) return input;
  const webinar = await readDates(zoom, webinar_id);
  const field = isDay(occurrence_id) ? "occurrence_id" : "occurrence_ids";
  if (webinar === null) throw InputError.at(field, "cannot be looked up by its day with the app's scopes", "Give the date's ID.");
  const dates = await namedIn(webinar);
  return {
    ...input,
    ...(isDay(occurrence_id) ? { occurrence_id: idOf(occurrence_id, dates, "occurrence_id") } : {}),
    ...(list.some(isDay) ? { occurrence_ids: list.map((one) => (isDay(one) ? idOf(one, dates, "occurrence_ids") : one)) } : {}),
  };
};
