import type { ReplyOf } from "@zoom-webinar/zoom-client";
import * as z from "zod";
import { firstOf } from "../../operation/counts.ts";
import { isOver } from "../../operation/over.ts";
import { SERIES } from "../../operation/series.ts";
import { localTime } from "../../time/local-time.ts";

type Webinar = ReplyOf<"GET /webinars/{webinarId}">;

/** One date as Zoom has it. */
export const heldDate = z.object({
  occurrence_id: z.string().nullish().describe("Names this date of a series; absent for a single webinar"),
  utc: z.string(),
  local: z.string().nullable().describe("Wall time in the webinar's zone"),
});
export type HeldDate = z.output<typeof heldDate>;

/** The occurrences of a series that were not called off. */
export const plannedIn = ({ occurrences = [] }: Pick<Webinar, "occurrences">) => occurrences.filter(({ status }) => status !== "deleted");

/** A webinar that was read with its earlier dates, without those that are over: those ahead, those that were called off among them, and the one that is meant. */
export const withDatesAhead = <Read extends Pick<Webinar, "occurrences">>(webinar: Read, nowMs: number, meant: string | undefined): Read =>
  webinar.occurrences === undefined
    ? webinar
    : { ...webinar, occurrences: webinar.occurrences.filter((date) => date.occurrence_id === meant || !isOver(date, nowMs)) };

/** The dates of a webinar as Zoom answers it, in order: the future dates of a series, the one date of a single webinar, none for a webinar without fixed times. */
export const datesIn = async ({ type, start_time, timezone = "UTC", occurrences }: Webinar): Promise<HeldDate[]> => {
  const starts =
    type === SERIES
      ? plannedIn({ occurrences }).map((date) => ({ id: date.occurrence_id ?? null, utc: date.start_time }))
      : [{ id: null, utc: type === 6 ? undefined : start_time }];
  const dates: HeldDate[] = [];
  for (const { id, utc } of starts) if (utc) dates.push({ occurrence_id: id, utc, local: await localTime(utc, timezone) });
  return dates.sort((a, b) => a.utc.localeCompare(b.utc));
};

/** "2032-03-08 10:00". */
export const shortDate = ({ utc, local }: { utc: string; local: string | null }): string =>
  local === null ? utc : local.slice(0, 16).replace("T", " ");

const SHOWN = 5;
/** "2032-03-08 10:00, 2032-03-15 10:00 and 4 more". */
export const listDates = (dates: readonly { utc: string; local: string | null }[]): string => firstOf(dates.map(shortDate), SHOWN);

/** What Zoom planned beside what was asked for, in words; nothing if they are the same. */
export const noteOtherDates = (wanted: readonly { utc: string; local: string | null }[], held: readonly HeldDate[]): string[] => {
  const missing = wanted.filter(({ utc }) => !held.some((date) => date.utc === utc));
  const other = held.filter(({ utc }) => !wanted.some((date) => date.utc === utc));
  const difference = [
    ...(missing.length === 0 ? [] : [`not planned: ${listDates(missing)}`]),
    ...(other.length === 0 ? [] : [`planned instead or in addition: ${listDates(other)}`]),
  ];
  return difference.length === 0 ? [] : [`Zoom has other dates than were asked for; ${difference.join("; ")}.`];
};
