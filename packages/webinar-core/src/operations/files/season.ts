import type { OperationContext } from "../../operation/operation.ts";

/** A season: whose webinars, and from which day to which. */
export interface Season {
  userId: string;
  /** First and last day, "2032-03-01"; undefined: no bound. */
  from: string | undefined;
  to: string | undefined;
}

/** IDs of a host's webinars of these days, by their start in their own zone. A series counts by its next date; one without a fixed time always does. */
export const webinarsOf = async ({ userId, from, to }: Season, { zoom }: OperationContext): Promise<string[]> => {
  const ids: string[] = [];
  const pages = zoom.pages("GET /users/{userId}/webinars", { path: { userId }, query: { type: "scheduled", page_size: 300 } });
  for await (const { webinars } of pages) {
    for (const { id, start_time, timezone } of webinars ?? []) {
      if (id === undefined) continue;
      const day = start_time === undefined ? null : dayIn(start_time, timezone ?? "UTC");
      if (day === null || ((from === undefined || day >= from) && (to === undefined || day <= to))) ids.push(id);
    }
  }
  return ids;
};

const dayIn = (utc: string, timeZone: string): string => {
  const format = (zone: string) => new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  try {
    return format(timeZone).format(new Date(utc));
  } catch {
    return format("UTC").format(new Date(utc)); // Zoom may send a zone that this machine does not know
  }
};
