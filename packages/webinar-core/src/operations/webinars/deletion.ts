import * as z from "zod";
import { assertStand, WITH_CALLED_OFF } from "../../operation/called-off.ts";
import { countOf } from "../../operation/counts.ts";
import { ifReadable } from "../../operation/if-allowed.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { SERIES } from "../../operation/series.ts";
import { showInZone } from "../../time/start-time.ts";
import { plannedIn, withDatesAhead } from "./dates.ts";

interface Deletion {
  webinar_id: string;
  occurrence_id?: string | undefined;
  cancel_webinar_reminder?: boolean | undefined;
}

/** What was deleted: one date with those that stay, or a whole webinar with how many dates went. */
export const deletedDate = {
  occurrence_id: z.string().optional().describe("The one date that was deleted"),
  date: z
    .object({ utc: z.string(), local: z.string().describe("Wall time and zone of the webinar") })
    .nullable()
    .optional()
    .describe("When that date was; null: could not be read"),
  topic: z.string().nullable().optional().meta({ untrusted: true }),
  dates_deleted: z
    .number()
    .int()
    .nullable()
    .optional()
    .describe("If a whole series was deleted, how many future dates it had; null: could not be read"),
  dates_left: z.number().int().nullable().optional().describe("Dates ahead that stay; null: could not be read"),
};

export type DeletedDate = z.output<z.ZodObject<typeof deletedDate>>;

/**
 * Deletes a webinar or one date of it. What that is is read before, as Zoom does not show it afterwards; a failure of that keeps nothing back. Throws
 * `InputError` for a date that was called off already.
 */
export const sendDeletion = async ({ webinar_id, occurrence_id, cancel_webinar_reminder }: Deletion, { zoom, now }: OperationContext) => {
  const path = { webinarId: webinar_id };
  const before = await ifReadable(() => zoom.call("GET /webinars/{webinarId}", { path, query: WITH_CALLED_OFF }));
  if (before !== null && occurrence_id !== undefined) await assertStand(before, [occurrence_id]);
  await zoom.call("DELETE /webinars/{webinarId}", { path, query: { occurrence_id, cancel_webinar_reminder } });
  const planned = before === null ? null : plannedIn(withDatesAhead(before, await now(), occurrence_id));
  if (occurrence_id === undefined) {
    return { topic: before?.topic ?? null, ...(before?.type === SERIES ? { dates_deleted: planned?.length ?? null } : {}) };
  }
  const utc = planned?.find((one) => one.occurrence_id === occurrence_id)?.start_time;
  return {
    occurrence_id,
    date: utc === undefined ? null : { utc, local: await showInZone(utc, before?.timezone ?? "UTC") },
    topic: before?.topic ?? null,
    dates_left: planned?.filter((one) => one.occurrence_id !== occurrence_id).length ?? null,
  };
};

/** "Deleted the date 2032-03-08 10:00 Europe/Berlin of …": one date never reads like the whole webinar. */
export const describeDeletion = (
  verb: string,
  { webinar_id, occurrence_id, date, topic, dates_deleted, dates_left }: DeletedDate & { webinar_id: string },
  { cancel_webinar_reminder }: Pick<Deletion, "cancel_webinar_reminder">,
): string => {
  const mails = cancel_webinar_reminder ? "Zoom mails whoever is registered or a panelist" : "Zoom mails nobody";
  const what = topic ? `"${topic}", webinar ${webinar_id}` : `webinar ${webinar_id}`;
  if (occurrence_id === undefined) return `${verb} ${what}${dates_deleted == null ? "" : ` with ${countOf(dates_deleted, "date")}`}; ${mails}`;
  const when = date ? `the date ${date.local}` : "one date";
  const stay = dates_left == null ? "the other dates stay" : `${countOf(dates_left, "date stays", "dates stay")}`;
  return `${verb} only ${when} of ${what} (occurrence_id ${occurrence_id}); ${stay}; ${mails}`;
};
