import type { Found, RhythmFact, Weekday } from "./facts.ts";
import { type Fault, isNextTo } from "./sentence.ts";

/** How often, all that was said taken together. */
export type Rhythm = Omit<RhythmFact, "kind"> & { unit: "day" | "week" | "month"; interval: number };

/** Which of the days that were said is the start, which the end, and which belong to the rhythm. */
export interface DayRoles {
  starts: Found[];
  ends: Found[];
}

/** Combines what the sentence says about the rhythm; null if nothing. */
export const chooseRhythm = (found: readonly Found[], roles: DayRoles, faults: Fault[]): Rhythm | null => {
  const facts = found.flatMap((at) => (at.fact.kind === "rhythm" ? [{ fact: at.fact, at }] : []));
  if (facts.length === 0) return null;
  const merged: RhythmFact = { kind: "rhythm" };
  for (const { fact, at } of facts) {
    for (const [key, value] of Object.entries(fact) as [keyof RhythmFact, never][]) {
      const known = merged[key];
      // "a daily session on weekdays"
      if (key === "unit" && [known, value].sort().join() === "day,week" && facts.some(({ fact: { weekdays = [] } }) => weekdays.length > 1)) {
        merged.unit = "week";
        continue;
      }
      if (
        known !== undefined &&
        JSON.stringify(known) !== JSON.stringify(value) &&
        !(key === "interval" && (fact.interval === 1 || merged.interval === 1))
      ) {
        faults.push({
          message: `"${at.said}" contradicts the rhythm before it`,
          hint: "Say the rhythm once; put the topic in quotes.",
          at,
        });
        return null;
      }
      Object.assign(merged, { [key]: key === "interval" && known !== undefined ? Math.max(Number(known), Number(value)) : value });
    }
  }
  const { kind: _, unit = merged.nth === undefined ? "week" : "month", interval = 1, ...rest } = merged;
  const rhythm: Rhythm = { unit, interval, ...rest };
  takeDays(rhythm, roles, found);
  if (rhythm.unit === "day" && rhythm.weekdays !== undefined) {
    if (rhythm.interval === 1) return { ...rhythm, unit: "week" };
    faults.push({
      message: "weekdays work only with a weekly rhythm",
      hint: 'Say "every Friday", or "the first Friday of each month".',
      at: facts[0]?.at,
    });
  }
  if (rhythm.unit !== "month" && rhythm.nth !== undefined)
    faults.push({ message: "a week of the month works only with a monthly rhythm", hint: 'Say "the first Friday of each month".', at: facts[0]?.at });
  if (rhythm.unit === "month" && rhythm.weekdays !== undefined && rhythm.nth === undefined)
    faults.push({ message: "a monthly rhythm needs the week of its weekday", hint: 'Say "the first Friday of each month".', at: facts[0]?.at });
  return rhythm;
};

/** "monthly on the 10th", "weekly on Thursday": such a day says when it repeats, not when it starts. */
const takeDays = (rhythm: Rhythm, roles: DayRoles, found: readonly Found[]): void => {
  const isMarked = (day: Found) =>
    found.some(({ fact, to, from }) => fact.kind === "since" && to <= day.from && day.from - to < 3 && from < day.from);
  const days = roles.starts.filter((day) => !isMarked(day));
  if (rhythm.unit === "month" && rhythm.monthday === undefined && rhythm.nth === undefined) {
    const day = days.find(({ fact }) => fact.kind === "monthday");
    if (day?.fact.kind === "monthday") {
      rhythm.monthday = day.fact.day;
      roles.starts = roles.starts.filter((other) => other !== day);
    }
  }
  if (rhythm.unit === "week") {
    const named = days.filter(({ fact }) => fact.kind === "weekday" && fact.which === "coming" && fact.weeks === 0);
    const isAlone = roles.starts.every((day) => named.includes(day));
    if (named.length > 0 && isAlone && rhythm.weekdays === undefined) {
      rhythm.weekdays = [...new Set(named.flatMap(({ fact }): Weekday[] => (fact.kind === "weekday" ? [fact.weekday] : [])))];
      roles.starts = [];
    } else if (
      named.length > 0 &&
      isAlone &&
      rhythm.weekdays !== undefined &&
      named.every(({ fact }) => fact.kind === "weekday" && rhythm.weekdays?.includes(fact.weekday))
    )
      roles.starts = [];
  }
};

/** Tells the last day from the first by the words in front. */
export const rolesOf = (found: readonly Found[], days: readonly Found[], text: string): DayRoles => {
  const roles: DayRoles = { starts: [], ends: [] };
  for (const day of days) {
    const at = found.indexOf(day);
    const before = found[at - 1];
    const isSameSpan = before !== undefined && before.from === day.from && before.to === day.to;
    const isEnd = before?.fact.kind === "until" && (isSameSpan || isNextTo(text, before, day));
    // "until Friday, 26 February": the day beside an end is the same end
    const follows = !isEnd && before !== undefined && roles.ends.includes(before) && (isSameSpan || isNextTo(text, before, day));
    (isEnd || follows ? roles.ends : roles.starts).push(day);
  }
  return roles;
};
