import type { Consequence } from "../../operation/preview.ts";
import { type PlannedDate, ZOOM_KEEPS } from "../../time/recurrence.ts";

/** What a terminal's help says of a creation that asks. */
export const ASKS_IF_LONG = `a series has more than the ${ZOOM_KEEPS} dates that Zoom is reported to keep`;

/** What follows from a series with more dates than Zoom is reported to keep. */
export const notKept = (dates: readonly PlannedDate[] | undefined): Consequence[] => {
  const first = dates?.[ZOOM_KEEPS];
  if (first === undefined) return [];
  const day = first.local.slice(0, 16).replace("T", " ");
  return [
    { kind: "not kept", text: `Zoom may not plan the dates from ${day} on: it is reported to keep ${ZOOM_KEEPS}. Plan those as another webinar.` },
  ];
};

/** True if a rule surely makes no more dates than Zoom keeps: it says how many. */
export const isSurelyKept = (rule: Readonly<Record<string, unknown>> | undefined): boolean =>
  rule === undefined || Number(rule.end_times) <= ZOOM_KEEPS;
