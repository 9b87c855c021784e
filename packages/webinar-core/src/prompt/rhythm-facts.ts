import type { Fact, RhythmFact, Weekday } from "./facts.ts";

/** How often, as it was said. */
export const rhythm = (fact: Omit<RhythmFact, "kind">): RhythmFact => ({ kind: "rhythm", ...fact });

/** "the first Monday of every month"; `day` is the weekday as it was written. */
export const nthOfMonth = (nth: number, weekday: Weekday, day: string, hint: string): Fact =>
  nth === 5
    ? { kind: "refused", message: `Zoom repeats on the first to the fourth or the last ${day} of a month, not on the fifth`, hint }
    : rhythm({ unit: "month", nth, weekdays: [weekday] });
