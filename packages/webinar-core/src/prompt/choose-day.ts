import { addMonths, type Day, lastOfMonth, monthName, nameDay, partsOf, toDay, weekdayName, weekdayOf } from "./calendar.ts";
import type { DayFact, Found, Language } from "./facts.ts";
import { findFirst } from "./number-dates.ts";
import type { Fault } from "./sentence.ts";

/** What a day is looked up against. */
export interface DayContext {
  /** Today, as the host sees it. */
  today: Day;
  hostZone: string;
  /** The language of the sentence. */
  tongue: Language["tongue"];
  /** True if a webinar on that day would still be ahead; for a time that is not known, from today on. */
  isAhead(day: Day): boolean;
}

const HINT = "Write the day as 2032-03-01 or March 1.";

/** The one day that all of these say. Null if they say none, or a fault was pushed. */
export const chooseDay = (found: readonly Found[], context: DayContext, faults: Fault[], notes: string[] = []): Day | null => {
  const before = faults.length;
  const hasWeekday = found.some(({ fact }) => fact.kind === "weekday");
  const fixedDays: { day: Day; at: Found }[] = [];
  let week: { from: Day; at: Found; weeks?: number } | null = null;
  const bounds: { span: Span; at: Found }[] = [];
  const weekdays: (SaidWeekday & { at: Found })[] = [];
  for (const at of found) {
    const { fact } = at;
    if (fact.kind === "weekday") weekdays.push({ ...fact, at });
    else if (fact.kind === "week" || (fact.kind === "weeks" && hasWeekday))
      week = {
        from: context.today - weekdayOf(context.today) + 1 + fact.weeks * 7,
        at,
        ...(fact.kind === "weeks" ? { weeks: fact.weeks } : {}),
      };
    else if (fact.kind === "weekof") {
      const day = lookUpDate(fact, at, context, faults);
      if (day !== null) week = { from: day - weekdayOf(day) + 1, at };
    } else {
      const span = toSpan(fact, context.today);
      if (span !== null) bounds.push({ span, at });
    }
  }
  const [bound] = bounds;
  for (const at of found) {
    if (at.fact.kind === "weekday" || at.fact.kind === "week" || at.fact.kind === "weekof" || toSpan(at.fact, context.today) !== null) continue;
    if (at.fact.kind === "weeks" && hasWeekday) continue;
    const isInBound = bound !== undefined && ["monthday", "date", "numbers", "nth"].includes(at.fact.kind);
    const from = isInBound ? { ...context, today: Math.max(bound.span.from, context.today) } : context;
    const day = lookUp(at.fact as DayFact, at, from, weekdays, faults);
    if (day !== null) fixedDays.push({ day, at });
  }
  if (faults.length > before) return null;
  const [first, ...others] = fixedDays;
  if (first !== undefined) {
    const other = others.find(({ day }) => day !== first.day);
    if (other !== undefined)
      return fail(faults, `it names two days, ${nameDay(first.day)} and ${nameDay(other.day)}`, "Name one start; put the topic in quotes.", other.at);
    const wrong = weekdays.find(({ weekday }) => weekday !== weekdayOf(first.day));
    if (wrong !== undefined) {
      const said = weekdayName(wrong.weekday);
      const nearest = first.day + ((wrong.weekday - weekdayOf(first.day) + 10) % 7) - 3;
      return fail(
        faults,
        `${nameDay(first.day)} is a ${weekdayName(weekdayOf(first.day))}, not a ${said}; the ${said} is ${nameDay(nearest)}`,
        "Name one day.",
        wrong.at,
      );
    }
    const outside = bounds.find(({ span }) => first.day < span.from || first.day > span.to);
    if (outside !== undefined)
      return fail(faults, `${nameDay(first.day)} is not in what "${outside.at.said}" names`, "Write the day with its year.", outside.at);
    if (week !== null && (first.day < week.from || first.day > week.from + 6))
      return fail(faults, `${nameDay(first.day)} is not in the week that "${week.at.said}" names`, "Name one day.", week.at);
    return first.day;
  }
  if (bound !== undefined) return fail(faults, `"${bound.at.said}" names no day`, HINT, bound.at);
  const [weekday, ...more] = weekdays;
  if (weekday === undefined) return week === null ? null : fail(faults, `"${week.at.said}" does not say which day`, HINT, week.at);
  const clash = more.find((one) => one.weekday !== weekday.weekday);
  if (clash !== undefined)
    return fail(
      faults,
      `it names two days, ${nameWeekday(weekday, week, context)} and ${nameWeekday(clash, week, context)}`,
      "Name one start; put the topic in quotes.",
      clash.at,
    );
  if (week !== null && week.weeks !== undefined) return nearWeeks(weekday, week.weeks, week.from, context, notes);
  if (week !== null) return week.from + weekday.weekday - 1;
  const over = weekdays.find(({ at }) => /^(?:on |am |für )?(?:this|dies|ce )/i.test(at.said));
  if (over !== undefined && weekday.weekday === weekdayOf(context.today) && !context.isAhead(context.today))
    return fail(faults, `"${over.at.said}" is today, and the hour is over; ${nameDay(context.today + 7)} would be the next one`, HINT, over.at);
  const named = weekdays.find(({ which }) => which === "next");
  return named === undefined
    ? comingWeekday(weekday.weekday, context) + Math.max(...weekdays.map(({ weeks }) => weeks)) * 7
    : nextWeekday(named.weekday, named.at, context, faults);
};

interface SaidWeekday {
  weekday: number;
  weeks: number;
  which: "coming" | "next";
}

/** Days from the first to the last. */
export interface Span {
  from: Day;
  to: Day;
}

/** What a month or a year without its day spans; null for what names a day. A month that is over is that of the next year. */
export const toSpan = (fact: Found["fact"], today: Day): Span | null => {
  const now = partsOf(today);
  if (fact.kind === "month") {
    const year = fact.year ?? (fact.month < now.month ? now.year + 1 : now.year);
    return { from: toDay(year, fact.month, 1) ?? today, to: lastOfMonth(year, fact.month) };
  }
  if (fact.kind !== "period") return null;
  if (fact.unit === "year") return { from: toDay(now.year + fact.ahead, 1, 1) ?? today, to: lastOfMonth(now.year + fact.ahead, 12) };
  const last = lastOfMonth(now.year, now.month + fact.ahead);
  const { year, month } = partsOf(last);
  return { from: toDay(year, month, 1) ?? today, to: last };
};

/** The days of "next week", or of "w/c 7 December". */
export const toWeek = (fact: Found["fact"], today: Day): Span | null => {
  if (fact.kind === "weekof") {
    const coming = toDay(fact.year ?? partsOf(today).year, fact.month, fact.day);
    const day = fact.year === null && coming !== null && coming + 7 <= today ? toDay(partsOf(today).year + 1, fact.month, fact.day) : coming;
    return day === null ? null : { from: day - weekdayOf(day) + 1, to: day - weekdayOf(day) + 7 };
  }
  if (fact.kind !== "week") return null;
  const from = today - weekdayOf(today) + 1 + fact.weeks * 7;
  return { from, to: from + 6 };
};

const fail = (faults: Fault[], message: string, hint: string, at: Found): null => {
  faults.push({ message, hint, at });
  return null;
};

/** The first such weekday that is still ahead, today included. */
const comingWeekday = (weekday: number, { today, isAhead }: DayContext): Day => {
  const day = today + ((weekday - weekdayOf(today) + 7) % 7);
  return isAhead(day) ? day : day + 7;
};

const SATURDAY = 6;
/**
 * "in two weeks, Monday": the Monday of that calendar week; said at a weekend, when the next week has begun for most people, two weeks after the coming
 * one. The other one is named.
 */
const nearWeeks = ({ weekday }: SaidWeekday, weeks: number, monday: Day, { today }: DayContext, notes: string[]): Day => {
  const inWeek = monday + weekday - 1;
  const afterComing = today + ((weekday - weekdayOf(today) + 7) % 7) + weeks * 7;
  const [near, far] = weekdayOf(today) < SATURDAY ? [inWeek, afterComing] : [afterComing, inWeek];
  if (near !== far)
    notes.push(`${weekdayName(weekday)} in ${weeks === 1 ? "a week" : `${weeks} weeks`} was read as ${nameDay(near)}; it may be ${nameDay(far)}.`);
  return near;
};

/** "Tuesday 8 December 2026"; without its date where that may be one of two. */
const nameWeekday = (said: SaidWeekday, week: { from: Day } | null, context: DayContext): string => {
  const name = weekdayName(said.weekday);
  if (week !== null) return `${name} ${nameDay(week.from + said.weekday - 1)}`;
  if (said.which === "next" && said.weekday > weekdayOf(context.today)) return name;
  const isSure = said.which === "next" ? { ...context, isAhead: (day: Day) => day > context.today } : context;
  return `${name} ${nameDay(comingWeekday(said.weekday, isSure) + said.weeks * 7)}`;
};

/** "next Friday" said earlier in the same week may be this one or that of the week after; weeks begin on Monday, and a Sunday looks to the coming one. */
const nextWeekday = (weekday: number, at: Found, { today }: DayContext, faults: Fault[]): Day | null => {
  const now = weekdayOf(today);
  const coming = today + ((weekday - now + 7) % 7 || 7);
  if (weekday <= now) return coming;
  return fail(faults, `"${at.said}" may be ${nameDay(coming)} or ${nameDay(coming + 7)}`, "Name the date.", at);
};

const lookUp = (fact: DayFact, at: Found, context: DayContext, weekdays: readonly { weekday: number }[], faults: Fault[]): Day | null => {
  const { today } = context;
  switch (fact.kind) {
    case "date":
      return lookUpDate(fact, at, context, faults);
    case "numbers":
      return lookUpNumbers(fact, at, context, weekdays, faults);
    case "monthday":
      return lookUpMonthday(fact.day, at, context, faults);
    case "days":
      return today + fact.days;
    case "weeks":
      return today + fact.weeks * 7;
    case "months":
      return addMonths(today, fact.months);
    case "monthend": {
      const { year, month } = partsOf(today);
      return lastOfMonth(fact.year ?? (fact.month < month ? year + 1 : year), fact.month);
    }
    case "nth":
      return lookUpNth(fact, at, context, faults);
    default:
      return null;
  }
};

/** Days that a date without a year is over, and may still be meant, by a slip. */
const JUST_OVER = 31;

const lookUpDate = (
  { year, month, day }: { year: number | null; month: number; day: number },
  at: Found,
  { today }: DayContext,
  faults: Fault[],
): Day | null => {
  const thisYear = partsOf(today).year;
  if (month < 1 || month > 12 || day < 1 || day > 31) return fail(faults, `"${at.said}" is not a day that exists`, "Check day and month.", at);
  if (year !== null) return toDay(year, month, day) ?? missing(year, month, day, at, faults);
  const now = toDay(thisYear, month, day);
  if (now !== null && now >= today) return now;
  const next = toDay(thisYear + 1, month, day);
  if (now !== null && next !== null && today - now <= JUST_OVER)
    return fail(faults, `${nameDay(now)} is over; "${at.said}" may be that day or ${nameDay(next)}`, "Write the day with its year.", at);
  return next ?? missing(now === null && lastOfMonth(thisYear, month) >= today ? thisYear : thisYear + 1, month, day, at, faults);
};

const lookUpNth = (
  { nth, weekday, month, year }: Extract<DayFact, { kind: "nth" }>,
  at: Found,
  { today }: DayContext,
  faults: Fault[],
): Day | null => {
  const thisYear = partsOf(today).year;
  for (const inYear of year === null ? [thisYear, thisYear + 1] : [year]) {
    const first = toDay(inYear, month, 1) ?? today;
    const last = lastOfMonth(inYear, month);
    const day = nth === -1 ? last - ((weekdayOf(last) - weekday + 7) % 7) : first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
    if (day <= last && (day >= today || year !== null)) return day;
  }
  return fail(faults, `"${at.said}" is not a day that exists`, "Write the day as 2032-03-01.", at);
};

/** "31 June": the day before and the day behind are both named. */
const missing = (year: number, month: number, day: number, at: Found, faults: Fault[]): null => {
  const last = lastOfMonth(year, month);
  const has = `${monthName(month)} has ${partsOf(last).day} days${month === 2 ? " in that year" : ""}`;
  return fail(
    faults,
    `${day} ${monthName(month)} ${year} does not exist: ${has}; it may be ${nameDay(last)} or ${nameDay(last + 1)}`,
    "Check day and month.",
    at,
  );
};

const lookUpMonthday = (wanted: number, at: Found, { today, isAhead }: DayContext, faults: Fault[]): Day | null => {
  const { year, month } = partsOf(today);
  for (let months = 0; months < 12; months += 1) {
    const first = addMonths(toDay(year, month, 1) ?? today, months);
    const { year: inYear, month: inMonth } = partsOf(first);
    const day = toDay(inYear, inMonth, wanted);
    if (day !== null && day >= today && isAhead(day)) return day;
  }
  return fail(faults, `"${at.said}" is not a day that exists`, "Check the day.", at);
};

/** 16/12 and 12/16 can only be one day; of 3/4, what is usual says which, else the weekday beside it. */
const lookUpNumbers = (
  { a, b, year }: { a: number; b: number; year: number | null },
  at: Found,
  context: DayContext,
  weekdays: readonly { weekday: number }[],
  faults: Fault[],
): Day | null => {
  const asDate = (day: number, month: number, into = faults) => lookUpDate({ year, month, day }, at, context, into);
  if (a > 12 && b > 12) return fail(faults, `"${at.said}" is not a day that exists`, "Check day and month.", at);
  if (a > 12 || a === b) return asDate(a, b);
  if (b > 12) return asDate(b, a);
  const usual = findFirst(context.hostZone, context.tongue);
  if (usual !== null) return usual.first === "month" ? asDate(b, a) : asDate(a, b);
  const fitting = [asDate(a, b, []), asDate(b, a, [])].filter(
    (day): day is Day => day !== null && weekdays.some(({ weekday }) => weekday === weekdayOf(day)),
  );
  const [only, another] = fitting;
  if (only !== undefined && another === undefined) return only;
  return fail(faults, `"${at.said}" may be ${a} ${monthName(b)} or ${b} ${monthName(a)}`, HINT, at);
};
