import type { Found } from "./facts.ts";
import { withoutPast } from "./harmless.ts";
import { isBehind, isDateBeside, isRightBehind } from "./neighbours.ts";
import { opensTopic } from "./part-of-day.ts";
import { toLengths, withoutHaste } from "./reread.ts";
import { isDay, isNextTo, isTime, type Sentence } from "./sentence.ts";
import { withoutTopicParts } from "./topic-parts.ts";

/**
 * Leaves out what only looks like a fact: a day name in the middle of a topic ("Black Friday returns", "called Taco Tuesday"), a bare number where a
 * surer time stands, "to" and "from" that join no days.
 */
export const sift = (found: readonly Found[], sentence: Sentence): Found[] => {
  const { masked } = sentence;
  const certain = withoutTopicParts(
    toLengths(withoutRanges(withoutAside(found, masked))).filter((one) => !isOwner(one, masked) && !isCount(one, masked)),
    sentence,
  );
  const strong = certain.filter(({ weak }) => !weak);
  const isMonthly = strong.some(({ fact }) => fact.kind === "rhythm" && fact.unit === "month");
  const isNeeded = (one: Found): boolean => {
    const { fact } = one;
    if (fact.kind === "settings" && fact.leans === true) return leansOnAnother(one, certain, masked);
    // "until it hurts"
    if (fact.kind === "until" && VERB_OF_END.test(one.said) && !certain.some((other) => isRightBehind(one, other, masked))) return false;
    if (fact.kind === "until" && /^(?:until|till|til|bis|jusqu['’]à)$/i.test(one.said) && !certain.some((other) => isBehind(one, other)))
      return false;
    // "New Till Software": a till is as well where one pays
    if (fact.kind === "until" && /^till$/i.test(one.said) && !certain.some((other) => isRightBehind(one, other, masked))) return false;
    if (!one.weak) return true;
    if (fact.kind === "rhythm") return isMonthly;
    if (fact.kind === "since" || fact.kind === "until") return joinsDays(one, certain, masked);
    if (isTime(one)) return !strong.some((other) => isTime(other) && other.fact.kind !== "minutes" && !isSameTime(one, other));
    // "Monday 7/12"
    const isBesideWeekday = strong.some((other) => other.fact.kind === "weekday" && isDateBeside(masked, other, one));
    // "until 11/1", "starting 1/5"
    if (
      isDay(one) &&
      certain.some((other) => ((other.fact.kind === "until" && !other.weak) || other.fact.kind === "since") && isNextTo(masked, other, one))
    )
      return true;
    // "4 rounds"
    if (fact.kind === "times")
      return strong.some((other) => other.fact.kind === "rhythm") && !certain.some((other) => other !== one && ENDS_A_SERIES.has(other.fact.kind));
    if (fact.kind === "span") return strong.some((other) => other.fact.kind === "rhythm") && !strong.some((other) => other.fact.kind === "span");
    if (isDay(one) && isBesideWeekday) return !strong.some((other) => isDay(other) && other.fact.kind !== "weekday" && !isBound(other));
    if (isDay(one)) return !strong.some((other) => (isDay(other) && !isBound(other)) || hasWeekdays(other));
    if (fact.kind === "part" && opensTopic(one, certain, masked)) return false;
    if (fact.kind === "part")
      return certain.some((other) => (isDay(other) || isTime(other)) && (isNextTo(masked, other, one) || isNextTo(masked, one, other)));
    if (fact.kind === "host") return !strong.some((other) => other.fact.kind === "host");
    return true;
  };
  return withoutPast(withoutHaste(certain.filter(isNeeded)), masked);
};

const VERB_OF_END = /^(?:end|finish|conclud)(?:ing|s|es)$/i;
const ENDS_A_SERIES = new Set(["times", "span", "until", "monthend"]);

/** "March to July results": months that nothing repeats in. */
const withoutRanges = (found: readonly Found[]): readonly Found[] => {
  const ranges = found.filter(({ fact }) => fact.kind === "monthend" && fact.range === true);
  return ranges.length === 0 || found.some(({ fact }) => fact.kind === "rhythm")
    ? found
    : found.filter((one) => !ranges.some(({ from, to }) => from === one.from && to === one.to));
};

const TODAY = /^(?:today|tomorrow|heute|morgen|aujourd['’]hui|demain)$/i;
/** "Klavierbau heute": such a word right behind another, at the end, while a date is named. */
const withoutAside = (found: readonly Found[], text: string): readonly Found[] =>
  found.filter(
    (one) =>
      !(
        TODAY.test(one.said) &&
        /(?:^|[,:;–—\n-] ?)(?:(?!(?:webinar|webinaire|schedule|book|plan|set up|call|please|bitte)(?!\p{L}))[\p{L}'’-]+ )+$/iu.test(
          text.slice(0, one.from),
        ) &&
        /^ *(?:[.!?\n]|$)/.test(text.slice(one.to)) &&
        found.some(({ fact, from }) => from < one.from && (fact.kind === "date" || fact.kind === "numbers")) &&
        found.some((other) => isTime(other))
      ),
  );

/** "passcode tide7 and registration": bare words for a setting count behind another. */
const leansOnAnother = (one: Found, all: readonly Found[], text: string): boolean => {
  const before = all[all.indexOf(one) - 1];
  if (before === undefined || (before.fact.kind !== "settings" && before.fact.kind !== "host")) return false;
  if (before.fact.kind === "settings" && before.fact.leans === true && !leansOnAnother(before, all, text)) return false;
  return /^[\s,;]*$/.test(text.slice(before.to, one.from)) && !turnsOff(before);
};

/** "no recording and registration" may be without both, or without the first. */
const turnsOff = ({ fact }: Found): boolean =>
  fact.kind === "settings" && Object.values(fact.settings).some((value) => value === false || value === "none");

/** "capped at 1900", "limited at 20": a number that is no hour. */
const isCount = (one: Found, text: string): boolean =>
  isTime(one) && /^(?:at|@) ?\p{N}{1,4}$/iu.test(one.said) && COUNTS.test(text.slice(Math.max(0, one.from - 24), one.from));
const COUNTS =
  /(?<!\p{L})(?:capped|limited|restricted|priced|valued|pegged|fixed|aimed|estimated|standing|stands?|capacity|maximum|max|cap|tickets?) $/iu;

/** "Monday's", "tomorrow's leaders": a day that only says whose something is; "Friday's webinar" is on that day. */
const isOwner = ({ fact, to }: Found, text: string): boolean =>
  (fact.kind === "weekday" || fact.kind === "days") && /^['’]s?(?!\p{L})(?! (?:\p{L}+ )?(?:webinar|session|call|slot))/iu.test(text.slice(to));

/** A month or a year names no day of its own. */
const isBound = ({ fact }: Found): boolean => fact.kind === "month" || fact.kind === "period";

const isSameTime = (one: Found, other: Found): boolean => JSON.stringify(one.fact) === JSON.stringify(other.fact);
const hasWeekdays = ({ fact }: Found): boolean => fact.kind === "rhythm" && fact.weekdays !== undefined && fact.unit !== "month";

/** "from" stands before a day; "to" between two. */
const joinsDays = (one: Found, all: readonly Found[], text: string): boolean => {
  const behind = all.some((other) => isDay(other) && isNextTo(text, one, other));
  if (one.fact.kind !== "until" || one.fact.between !== true) return behind;
  return behind && all.some((other) => isDay(other) && isNextTo(text, other, one));
};
