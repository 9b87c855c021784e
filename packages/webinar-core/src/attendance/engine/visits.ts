import type { Visit } from "../report-types.ts";
import type { Spans } from "./concurrent.ts";
import type { Window } from "./joinings.ts";
import { toMinutes } from "./seconds.ts";

/** One date of a series: when it is, and when its instances were open, without overlaps. */
interface DateTimes {
  readonly startTime: string | null;
  readonly windows: readonly Window[];
}

/** The windows in order, each from where those before it end: a second that two instances share counts once. */
export const withoutOverlaps = (windows: readonly Window[]): Window[] => {
  let until = Number.NEGATIVE_INFINITY;
  return windows
    .toSorted((one, other) => one.start - other.start)
    .map(({ start, end }) => {
      const from = Math.max(start, until);
      until = Math.max(end, until);
      return { start: from, end };
    });
};

/** Splits the united intervals of one person by the dates that they attended. */
export const toVisits = (spans: Spans, dates: readonly DateTimes[]): Visit[] =>
  dates.map(({ startTime, windows }) => ({ start_time: startTime, minutes: toMinutes(secondsIn(spans, windows)) }));

const secondsIn = (spans: Spans, windows: readonly Window[]): number => {
  let seconds = 0;
  for (const { start, end } of windows)
    for (let at = 0; at < spans.length; at += 2) seconds += Math.max(0, Math.min(spans[at + 1] ?? 0, end) - Math.max(spans[at] ?? 0, start));
  return seconds;
};
