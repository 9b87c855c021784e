import { DateTime } from "luxon";
import { asNumber, asObject, asText, type JsonObject, toZoomTime } from "../http/json.ts";
import { type Check, furthermore, integer, object, oneOf, text, that } from "../rules/validate.ts";
import type { OccurrenceRecord } from "../state/state.ts";
import { firstInstant, startTimeToMs } from "./wall-time.ts";

const DAILY = 1;
const WEEKLY = 2;
const MONTHLY = 3;

/** Longest interval of each type. Source: Zoom API, recurrence.repeat_interval. */
const LONGEST_INTERVAL: Readonly<Record<number, number>> = { [DAILY]: 90, [WEEKLY]: 12, [MONTHLY]: 3 };

const fields = object(
  {
    type: oneOf(DAILY, WEEKLY, MONTHLY),
    repeat_interval: integer({ min: 1 }),
    weekly_days: text({ form: /^[1-7](,[1-7])*$/ }),
    monthly_day: integer({ min: 1, max: 31 }),
    monthly_week: oneOf(-1, 1, 2, 3, 4),
    monthly_week_day: integer({ min: 1, max: 7 }),
    end_times: integer({ min: 1, max: 60 }),
    end_date_time: that((value) => typeof value === "string" && value.endsWith("Z") && startTimeToMs(value, "utc") !== null),
  },
  ["type"],
);

/** Checks a `recurrence`: the range of each field, the interval of its type, and one end rather than two. */
export const recurrenceCheck: Check = furthermore(fields, (value, field) => {
  const recurrence = asObject(value);
  const interval = integer({ min: 1, max: LONGEST_INTERVAL[asNumber(recurrence.type) ?? DAILY] ?? 1 });
  const isSet = (name: string) => recurrence[name] !== undefined && recurrence[name] !== null;
  return [
    ...(isSet("repeat_interval") ? interval(recurrence.repeat_interval, `${field}.repeat_interval`) : []),
    ...(isSet("end_times") && isSet("end_date_time") ? [`${field}.end_date_time`] : []),
    ...(isSet("monthly_week") !== isSet("monthly_week_day") ? [`${field}.monthly_week`] : []),
  ];
});

/** Dates are counted in UTC, where every day has 24 hours; the wall time is put to them at the end, in the webinar's zone. */
type PlainDate = DateTime;

/** Zoom counts weekdays from 1, Sunday; luxon from 1, Monday, to 7, Sunday. */
const toLuxonWeekday = (zoomDay: number) => (zoomDay === 1 ? 7 : zoomDay - 1);

function* dailyDates(first: PlainDate, interval: number): Generator<PlainDate> {
  for (let index = 0; ; index++) yield first.plus({ days: index * interval });
}

function* weeklyDates(first: PlainDate, interval: number, days: readonly number[]): Generator<PlainDate> {
  const sunday = first.minus({ days: first.weekday % 7 });
  for (let index = 0; ; index++) for (const day of days) yield sunday.plus({ days: index * interval * 7 + day - 1 });
}

/** The date in a month, null if that month has none: the 31st of April is skipped, not moved. */
const monthlyDate = (month: PlainDate, { monthly_day, monthly_week, monthly_week_day }: JsonObject, startDay: number): PlainDate | null => {
  const week = asNumber(monthly_week);
  const weekday = asNumber(monthly_week_day);
  if (week === undefined || weekday === undefined) {
    const day = asNumber(monthly_day) ?? startDay;
    return day > (month.daysInMonth ?? 31) ? null : month.set({ day });
  }
  const last = month.endOf("month").startOf("day");
  const wanted = toLuxonWeekday(weekday);
  if (week === -1) return last.minus({ days: (last.weekday - wanted + 7) % 7 });
  return month.plus({ days: ((wanted - month.weekday + 7) % 7) + (week - 1) * 7 });
};

function* monthlyDates(first: PlainDate, interval: number, recurrence: JsonObject): Generator<PlainDate> {
  const month = first.set({ day: 1 });
  // a day such as the 31st, every 3 months, is met within a year; this many months without a date means that there is none
  for (let index = 0; index < 1200; index += interval) {
    const date = monthlyDate(month.plus({ months: index }), recurrence, first.day);
    if (date !== null) yield date;
  }
}

const datesOf = (recurrence: JsonObject, first: PlainDate): Generator<PlainDate> => {
  const interval = asNumber(recurrence.repeat_interval) ?? 1;
  if (recurrence.type === WEEKLY) {
    const startDay = (first.weekday % 7) + 1;
    const days = [...new Set((asText(recurrence.weekly_days) ?? String(startDay)).split(",").map(Number))].sort((a, b) => a - b);
    return weeklyDates(first, interval, days);
  }
  return recurrence.type === MONTHLY ? monthlyDates(first, interval, recurrence) : dailyDates(first, interval);
};

/** What an expansion needs besides the rule. */
export interface ExpansionInput {
  startMs: number;
  zone: string;
  /** Minutes. */
  duration: number;
  /** Most occurrences, whatever the rule says. */
  cap: number;
}

/**
 * Every planned date of a checked recurrence, from the start on, at the same wall time in the webinar's zone all year. Empty if the end comes before
 * the first date. Zoom's reference does not say how it treats daylight saving; the wall time is what hosts see in the portal.
 */
export const expand = (recurrence: JsonObject, { startMs, zone, duration, cap }: ExpansionInput): OccurrenceRecord[] => {
  const start = DateTime.fromMillis(startMs, { zone });
  const untilText = asText(recurrence.end_date_time);
  const untilMs = untilText === undefined ? Number.POSITIVE_INFINITY : (startTimeToMs(untilText, "utc") ?? 0);
  const most = Math.min(asNumber(recurrence.end_times) ?? (untilText === undefined ? 1 : cap), cap);
  const { hour, minute, second } = start;
  const found: OccurrenceRecord[] = [];
  const first = DateTime.utc(start.year, start.month, start.day);
  for (const { year, month, day } of datesOf(recurrence, first)) {
    if (found.length === most) break;
    const ms = firstInstant(DateTime.fromObject({ year, month, day, hour, minute, second }, { zone }));
    if (ms > untilMs) break;
    if (ms < startMs) continue;
    found.push({ occurrence_id: String(ms), start_time: toZoomTime(ms), duration, status: "available" });
  }
  return found;
};
