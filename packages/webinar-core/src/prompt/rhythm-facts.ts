import type { Fact, RhythmFact, Weekday } from "./facts.ts";

/** How often, as it was said. */
export const rhythm = (fact: Omit<RhythmFact, "kind">): RhythmFact => ({ kind: "rhythm", ...fact });

/** "the first Monday of every month"; `day` is the weekday as it was written. */
export const nthOfMonth = (nth: number, weekday: Weekday, day: string, hint: string): Fact =>
  nth === 5
    ? { kind: "refused", message: `Zoom repeats on the first to the fourth or the last ${day} of a month, not on the fifth`, hint }
    : rhythm({ unit: "month", nth, weekdays: [weekday] });

/** What one rule of Zoom's recurrence cannot say, the same in every language. */
/** True for what Zoom's recurrence cannot express: whoever speaks of it, it may not be passed over. */
export const speaksOfRhythm = (message: string): boolean => message.startsWith("Zoom cannot repeat");
export const cannot = {
  lastDay: () => "Zoom cannot repeat on the last day of a month, or on a working day of it",
  leaveOut: () => "Zoom cannot leave a date out of a series",
  said: (said: string) => `Zoom cannot repeat "${said}"`,
  twoDays: () => "Zoom cannot repeat on two days of a month by one rule",
  twoWeeks: (said: string) => `Zoom cannot repeat in two weeks of a month by one rule: "${said}"`,
  withinDay: () => "Zoom cannot repeat within a day",
  yearly: () => "Zoom cannot repeat by the year",
};
