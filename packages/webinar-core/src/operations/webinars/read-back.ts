import { ifReadable } from "../../operation/if-allowed.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { SERIES } from "../../operation/series.ts";
import { showInZone } from "../../time/start-time.ts";
import type { Change, ChangeInput } from "./change.ts";
import { datesIn, noteOtherDates } from "./dates.ts";
import { noteDifferences } from "./differences.ts";
import { touchesTime } from "./preview-update.ts";

const MINUTE_MS = 60_000;

/** The settings as they are, if something is sent that may depend on them; else nothing is read for it. */
export const settingsBefore = async ({ body, current }: Change): Promise<Readonly<Record<string, unknown>> | null> => {
  const hasGroups = Object.values({ ...body?.settings }).some((value) => typeof value === "object" && value !== null);
  const webinar = hasGroups ? await current() : null;
  return webinar && { ...webinar.settings };
};

/** Zoom answers a change without a body, so its result and the dates are read afterwards. The change is done by then, so a failure here is only a note. */
export const readBack = async ({ webinar_id, occurrence_id }: ChangeInput, change: Change, { zoom, now }: OperationContext) => {
  const path = { webinarId: webinar_id };
  const read = (query: { occurrence_id?: string | undefined }) => ifReadable(() => zoom.call("GET /webinars/{webinarId}", { path, query }));
  const webinar = await read({ occurrence_id });
  const isTimed = touchesTime(change);
  if (webinar === null) {
    return {
      date: null,
      dates: null,
      notes: isTimed ? ["The change was sent. The dates could not be read afterwards: look at the webinar before you tell anybody."] : [],
    };
  }
  const date = webinar.occurrences?.find((one) => one.occurrence_id === occurrence_id);
  const at = date?.start_time ?? webinar.start_time;
  const changed = { date: occurrence_id === undefined || !at ? null : await showInZone(at, webinar.timezone ?? "UTC") };
  const isSeries = webinar.type === SERIES && occurrence_id === undefined;
  const startUtc = isSeries ? null : (change.starts?.utc ?? null);
  const notes = noteDifferences(change.body ?? {}, occurrence_id === undefined ? webinar : { ...webinar, ...date }, startUtc);
  if (!isTimed) return { ...changed, dates: null, notes };
  const all = occurrence_id === undefined ? webinar : await read({});
  const dates = all && (await datesIn(all));
  if (dates === null || change.dates === null || !isSeries) return { ...changed, dates, notes };
  const nowMs = (await now()) - (webinar.duration ?? 0) * MINUTE_MS;
  return {
    ...changed,
    dates,
    notes: [
      ...notes,
      ...noteOtherDates(
        change.dates.filter(({ utc }) => Date.parse(utc) > nowMs),
        dates,
      ),
    ],
  };
};
