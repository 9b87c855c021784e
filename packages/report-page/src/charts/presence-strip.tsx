import type { ReportPerson } from "@zoom-webinar/webinar-core";
import type { VNode } from "preact";

const UNITS = 200;

/** When one person was there, as a strip of the webinar's length. The numbers are in the columns beside it. */
export const Presence = ({ intervals, startMs, endMs }: { intervals: ReportPerson["intervals"]; startMs: number; endMs: number }): VNode => {
  const at = (instant: string): number => Math.round(((Date.parse(instant) - startMs) / (endMs - startMs)) * UNITS);
  // At least one unit: also a minute is seen.
  const path = intervals.map(({ from, to }) => `M${Math.min(at(from), UNITS - 1)} 4H${Math.max(at(to), at(from) + 1)}`).join("");
  return (
    <svg viewBox={`0 0 ${UNITS} 8`} preserveAspectRatio="none" aria-hidden="true">
      <path d={path} />
    </svg>
  );
};
