import type { Found } from "./facts.ts";
import { isDay, isNextTo, isTime } from "./sentence.ts";

/** "Thursday, 11 December": a date beside a weekday means the same day. */
export const isDateBeside = (text: string, one: Found, other: Found): boolean =>
  other.fact.kind !== "weekday" && other.fact.kind !== "rhythm" && (isNextTo(text, one, other) || isNextTo(text, other, one));

/** Something of time stands at most a few letters behind. */
export const isBehind = (one: Found, other: Found): boolean =>
  other !== one &&
  other.from >= one.to &&
  other.from - one.to <= 16 &&
  (isDay(other) || isTime(other) || ["length", "refused", "since", "zone"].includes(other.fact.kind));

/** "ending after 5 sessions", "finishing on 8 March"; "finishing concrete, 8 March" is a topic. */
export const isRightBehind = (one: Found, other: Found, text: string): boolean =>
  other.from >= one.to &&
  (isDay(other) || isTime(other) || ["times", "span", "refused", "length"].includes(other.fact.kind)) &&
  /^[\s,:(]*(?:(?:on|at|by|in|from|the|with|up|after|around|just|before|of|no later than|around)[\s,:]+)*$/i.test(text.slice(one.to, other.from));

/** "GST for transporters": a word follows, and neither a day nor a time. */
export const isBeforeWord = ({ to }: Found, found: readonly Found[], masked: string): boolean =>
  /^ \p{L}/u.test(masked.slice(to)) && !found.some((other) => other.from >= to && other.from - to < 2 && (isDay(other) || isTime(other)));

export const isBehindTime = (one: Found, found: readonly Found[], text: string): boolean =>
  found.some(
    (other) =>
      (isTime(other) || other.fact.kind === "zone" || other.fact.kind === "part") &&
      other.to <= one.from &&
      /^[\s,(/]*$/.test(text.slice(other.to, one.from)),
  );

/** A weekday that is not beside the date that the sentence names, and, if it ends the words around it, not in front of the time either. */
export const isAwayFromDate = (one: Found, found: readonly Found[], text: string, isFollowed: boolean): boolean => {
  const dates = found.filter(({ fact }) => ["date", "numbers", "days", "monthday"].includes(fact.kind));
  if (dates.length === 0 || dates.some((date) => (date.from === one.from && date.to === one.to) || isDateBeside(text, one, date))) return false;
  return isFollowed || !found.some((other) => isTime(other) && isNextTo(text, one, other));
};

export const isSureDay = ({ fact }: Found): boolean =>
  fact.kind === "date" || fact.kind === "numbers" || fact.kind === "days" || fact.kind === "weekday";

export const isSureTime = ({ fact }: Found): boolean =>
  (fact.kind === "time" && (fact.clock.half !== null || fact.clock.exact)) ||
  (fact.kind === "range" && (fact.to.half !== null || fact.to.exact || fact.from.half !== null || fact.from.exact));

/** A time that needs no part of the day: 3pm, 15:00. */
export const isBehindSureTime = (one: Found, found: readonly Found[], text: string): boolean =>
  found.some(
    ({ fact, to }) =>
      fact.kind === "time" && (fact.clock.half !== null || fact.clock.exact) && to <= one.from && /^[, ]*$/.test(text.slice(to, one.from)),
  );
