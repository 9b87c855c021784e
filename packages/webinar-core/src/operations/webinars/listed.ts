import * as z from "zod";
import { ifReadable } from "../../operation/if-allowed.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { SERIES } from "../../operation/series.ts";
import { localStart } from "../../operation/tidied.ts";
import { plannedIn } from "./dates.ts";

/** A webinar as our list shows one. */
export const webinarRow = z.object({
  id: z.string().nullable(),
  topic: z.string().nullable().meta({ untrusted: true }),
  type: z.number().nullable().describe("5 single, 6 recurring without time, 9 recurring"),
  start_time: z.string().nullable().describe("UTC; of a recurring webinar, the next date, or between two dates each date that is there"),
  local_start: localStart,
  occurrence_id: z.string().nullable().optional().describe("Between two dates: which date of a recurring webinar this row is"),
  timezone: z.string().nullable(),
  duration: z.number().nullable().describe("Minutes"),
  join_url: z.string().nullable().optional().meta({ secret: "shared" }),
  is_events_webinar: z.boolean().optional().describe("True: belongs to Zoom Events; cannot be changed here"),
});
export type ListedWebinar = z.output<typeof webinarRow>;

const MINUTE_MS = 60_000;

/**
 * The rows that start within a window, by start. Zoom's list shows one date of a series, so each series is read: one row for each of its dates in the
 * window. `unread` names those that could not be read.
 */
export const datesWithin = async <Row extends ListedWebinar>(
  listed: readonly Row[],
  window: { holds(utc: string): boolean },
  { type, ctx: { zoom, now } }: { type: "scheduled" | "upcoming"; ctx: OperationContext },
): Promise<{ rows: Row[]; unread: string[] }> => {
  const rows: Row[] = [];
  const unread: string[] = [];
  const nowMs = await now();
  const isOver = (utc: string, minutes: number) => Date.parse(utc) + minutes * MINUTE_MS <= nowMs;
  for (const row of listed) {
    if (row.type !== SERIES || row.id === null) {
      if (row.start_time !== null && window.holds(row.start_time)) rows.push(row);
      continue;
    }
    const webinar = await ifReadable(() =>
      zoom.call("GET /webinars/{webinarId}", { path: { webinarId: row.id ?? "" }, query: { show_previous_occurrences: type === "scheduled" } }),
    );
    if (webinar === null) unread.push(row.id);
    for (const { occurrence_id = null, start_time, duration } of webinar === null ? [] : plannedIn(webinar)) {
      if (!start_time || !window.holds(start_time) || (type === "upcoming" && isOver(start_time, duration ?? 0))) continue;
      rows.push({ ...row, start_time, duration: duration ?? row.duration, occurrence_id });
    }
  }
  rows.sort((a, b) => (a.start_time ?? "").localeCompare(b.start_time ?? ""));
  return { rows, unread };
};
