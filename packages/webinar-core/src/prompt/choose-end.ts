import type { PlannedSeries } from "../time/recurrence.ts";
import { addMonths, type Day, lastOfMonth, nameDay, partsOf, showDay, toDay, weekdayOf } from "./calendar.ts";
import { chooseDay, type DayContext } from "./choose-day.ts";
import type { DayRoles, Rhythm } from "./choose-rhythm.ts";
import type { Found } from "./facts.ts";
import type { Fault } from "./sentence.ts";

const MOST_DATES = 60;

/** When a series ends. */
export interface End {
  times?: number;
  untilDay?: Day;
  span?: { unit: "day" | "week" | "month"; count: number };
}

/** Combines what the sentence says about the end; null if nothing. */
export const chooseEnd = (found: readonly Found[], days: readonly Found[], context: DayContext, faults: Fault[]): End | null => {
  const end: End = {};
  const twice = (at: Found) => faults.push({ message: "it names two ends", hint: "Say once until when, for how long, or how many times.", at });
  for (const at of found) {
    const { fact } = at;
    if (fact.kind === "times") {
      if (end.times !== undefined && end.times !== fact.times) twice(at);
      end.times = fact.times;
    }
    if (fact.kind === "span") {
      if (end.span !== undefined) twice(at);
      end.span = fact;
    }
  }
  const last = days.length === 0 ? null : chooseDay(days, { ...context, isAhead: () => true }, faults);
  if (last !== null) {
    if (end.span !== undefined && days[0] !== undefined) twice(days[0]);
    end.untilDay = last;
  }
  return end.times === undefined && end.span === undefined && end.untilDay === undefined ? null : end;
};

/** "from 5 January to 28 January 2028": the year of the end may be that of the start as well. */
export const findOpenYear = ({ starts, ends }: DayRoles, today: Day): Fault[] => {
  const last = ends.find(({ fact }) => fact.kind === "date" && fact.year !== null)?.fact;
  if (last?.kind !== "date" || last.year === null) return [];
  for (const at of starts) {
    if (at.fact.kind !== "date" || at.fact.year !== null) continue;
    const { month, day } = at.fact;
    const isBefore = month < last.month || (month === last.month && day <= last.day);
    const sameYear = toDay(isBefore ? last.year : last.year - 1, month, day);
    const thisYear = partsOf(today).year;
    const coming = [thisYear, thisYear + 1].map((year) => toDay(year, month, day)).find((one) => one !== null && one >= today) ?? null;
    if (sameYear !== null && coming !== null && coming < sameYear)
      return [
        {
          message: `"${at.said}" may be ${nameDay(coming)} or ${nameDay(sameYear)}, as the series ends in ${last.year}`,
          hint: "Write the day with its year.",
          at,
        },
      ];
  }
  return [];
};

/** The first day of the rhythm whose hour is still ahead. */
export const firstDay = (rhythm: Rhythm, { today, isAhead }: DayContext): Day | null => {
  if (takesAnyDay(rhythm)) return null;
  for (let day = today; day < today + 800; day += 1) if (isDateOf(rhythm, day) && isAhead(day)) return day;
  return null;
};

/** True for "weekly" and "monthly" alone: the first day says which. */
const takesAnyDay = ({ unit, weekdays, monthday, nth }: Rhythm): boolean =>
  (unit === "week" && weekdays === undefined) || (unit === "month" && monthday === undefined && nth === undefined);

/** Whether a series can begin on a day. */
export const isDateOf = (rhythm: Rhythm, day: Day): boolean => {
  const { unit, weekdays, monthday, nth } = rhythm;
  if (unit === "day" || takesAnyDay(rhythm)) return true;
  if (unit === "week") return weekdays?.some((weekday) => weekday === weekdayOf(day)) === true;
  const { day: inMonth, year, month } = partsOf(day);
  return monthday === undefined ? weekdays?.[0] === weekdayOf(day) && isNth(day, nth ?? 1, lastOfMonth(year, month)) : monthday === inMonth;
};

const isNth = (day: Day, nth: number, last: Day): boolean => (nth === -1 ? day + 7 > last : Math.ceil(partsOf(day).day / 7) === nth);

const TYPES = { day: 1, week: 2, month: 3 } as const;
/** Zoom counts weekdays from 1, Sunday. */
const toZoom = (weekday: number): number => (weekday % 7) + 1;

/** The rhythm in the fields of Zoom. */
export const toRecurrence = ({ unit, interval, weekdays, monthday, nth }: Rhythm, end: End | null, first: Day): Record<string, unknown> => {
  const { untilDay, span, times } = end ?? {};
  // "the last Friday of every month, for 4 months": four dates, however the months lie
  const counted = span?.unit === "month" && nth !== undefined ? Math.ceil(span.count / interval) : undefined;
  const until =
    untilDay ??
    (span === undefined
      ? undefined
      : span.unit === "month"
        ? addMonths(first, span.count) - 1
        : first + span.count * (span.unit === "week" ? 7 : 1) - 1);
  return {
    type: TYPES[unit],
    repeat_interval: interval,
    ...(unit === "week" && weekdays !== undefined ? { weekly_days: [...new Set(weekdays.map(toZoom))].sort().join(",") } : {}),
    ...(unit === "month" && monthday !== undefined ? { monthly_day: monthday } : {}),
    ...(unit === "month" && nth !== undefined ? { monthly_week: nth, monthly_week_day: toZoom(weekdays?.[0] ?? 1) } : {}),
    ...(counted !== undefined ? { end_times: counted } : until === undefined ? { end_times: times } : { end_date_time: showDay(until) }),
  };
};

/** What the dates themselves have against them. */
export const checkSeries = ({ dates, notes }: PlannedSeries, end: End | null): Fault[] => {
  if (notes.some((note) => note.includes(`more than ${MOST_DATES} dates`)))
    return [
      {
        message: `the rule makes more than ${MOST_DATES} dates, which Zoom does not keep`,
        hint: "End it earlier, and plan the rest as another webinar.",
      },
    ];
  if (dates.length === 1 && end?.times === undefined)
    return [{ message: "the series has one date only", hint: "Name the one day, or say until when or how many times it repeats." }];
  if (end?.times !== undefined && dates.length !== end.times)
    return [
      {
        message: `it names two ends: ${end.times} times, and a last day that makes ${dates.length} dates`,
        hint: "Say once until when, for how long, or how many times.",
      },
    ];
  return [];
};
