import { InputError } from "@zoom-webinar/foundation";
import { withoutDots } from "./dotted-date.ts";
import type { PlainDate, TemporalModule } from "./temporal.ts";
import { wallMinute } from "./wall-minute.ts";

const WEEKS = [-1, 1, 2, 3, 4] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
type Week = (typeof WEEKS)[number];
type Weekday = (typeof WEEKDAYS)[number];

/** A checked rhythm. Weekdays are Zoom's: 1 is Sunday, 7 Saturday. */
export interface Rule {
  /** 1 daily, 2 weekly, 3 monthly. */
  type: 1 | 2 | 3;
  interval: number;
  /** Sorted; empty unless weekly. */
  weekdays: readonly Weekday[];
  /** Null unless monthly. */
  monthly: { day: number } | { week: Week; weekday: Weekday } | null;
  /** So many dates, or none that starts after an instant; `until` is that instant for people: a day of the zone, with the time if it is not the day's end. */
  end: { times: number } | { untilUtc: string; until: string };
}

/** A rhythm as Zoom takes it: nothing that Zoom would fill in is left to it. */
export interface WireRecurrence {
  type: 1 | 2 | 3;
  repeat_interval: number;
  weekly_days?: string;
  monthly_day?: number;
  monthly_week?: Week;
  monthly_week_day?: Weekday;
  end_times?: number;
  end_date_time?: string;
}

/** Where the rule stands in the caller's input, so that an error names the caller's own field. */
export interface RuleFields {
  /** "recurrence." or "". */
  prefix: string;
  /** What the caller calls `type`. */
  type: string;
}

/** What a rule is read against. */
export interface RuleContext {
  zone: string;
  /** Day of the start. */
  first: PlainDate;
  fields: RuleFields;
}

/** A rhythm as callers give it, in Zoom's field names. */
export type RuleInput = Readonly<Record<string, unknown>>;

type Fault = (name: string, message: string, hint: string) => InputError;

const KINDS = { 1: "daily", 2: "weekly", 3: "monthly" } as const;
const UNITS = { 1: "day", 2: "week", 3: "month" } as const;
/** Source: Zoom API, recurrence.repeat_interval. */
const LONGEST = { 1: 90, 2: 12, 3: 3 } as const;
const OWNERS: Readonly<Record<string, 2 | 3>> = { weekly_days: 2, monthly_day: 3, monthly_week: 3, monthly_week_day: 3 };
const MOST_TIMES = 60;

const isSet = (value: unknown) => value !== undefined && value !== null;
/** 1 to 7, Sunday to Saturday. */
export const weekdayOf = (date: PlainDate): Weekday => WEEKDAYS[date.dayOfWeek % 7] ?? 1;

/**
 * Checks a rhythm and fills in what follows from the start, saying so in `notes`.
 * Throws `InputError` that names the caller's field: an interval too long, a field of another kind of rhythm, no end, two ends.
 */
export const readRule = (Temporal: TemporalModule, input: RuleInput, { zone, first, fields }: RuleContext): { rule: Rule; notes: string[] } => {
  const fault: Fault = (name, message, hint) => {
    const field = `${fields.prefix}${name === "type" ? fields.type : name}`;
    return InputError.at(field, message, hint);
  };
  const { type } = input;
  if (type !== 1 && type !== 2 && type !== 3) throw fault("type", "expected 1 daily, 2 weekly or 3 monthly", "Give one of 1, 2, 3.");
  for (const [name, owner] of Object.entries(OWNERS)) {
    if (owner !== type && isSet(input[name])) throw fault(name, `means nothing in a ${KINDS[type]} rhythm`, "Leave it out, or change the type.");
  }
  const interval = isSet(input.repeat_interval) ? Number(input.repeat_interval) : 1;
  if (!Number.isInteger(interval) || interval < 1 || interval > LONGEST[type]) {
    throw fault("repeat_interval", `expected 1 to ${LONGEST[type]} ${UNITS[type]}s, got ${interval}`, "Zoom cannot plan dates further apart.");
  }
  const notes: string[] = [];
  const weekdays = type === 2 ? readWeekdays(input, first, notes, fault) : [];
  const monthly = type === 3 ? readMonthly(input, first, notes, fault) : null;
  return { rule: { type, interval, weekdays, monthly, end: readEnd(Temporal, input, zone, fault) }, notes };
};

/** "5, 3" → 3, 5. */
const readWeekdays = (input: RuleInput, first: PlainDate, notes: string[], fault: Fault): Weekday[] => {
  if (!isSet(input.weekly_days)) {
    notes.push(`No weekly_days were given: it is the weekday of the start, ${weekdayName(weekdayOf(first))}.`);
    return [weekdayOf(first)];
  }
  const days = String(input.weekly_days)
    .split(",")
    .map((day) => day.trim());
  if (!days.every((day) => /^[1-7]$/.test(day))) {
    throw fault("weekly_days", "expected numbers from 1 (Sunday) to 7 (Saturday)", '"3,5" means Tuesday and Thursday.');
  }
  return WEEKDAYS.filter((day) => days.includes(String(day)));
};

const readMonthly = (
  { monthly_day, monthly_week, monthly_week_day }: RuleInput,
  first: PlainDate,
  notes: string[],
  fault: Fault,
): NonNullable<Rule["monthly"]> => {
  const hint = "monthly_week 1 and monthly_week_day 2 mean the first Monday, -1 and 6 the last Friday.";
  if (isSet(monthly_week) || isSet(monthly_week_day)) {
    if (isSet(monthly_day))
      throw fault("monthly_day", "cannot be combined with monthly_week", "Give a day of the month, or a weekday in a week of it.");
    const week = WEEKS.find((known) => known === monthly_week);
    const weekday = WEEKDAYS.find((known) => known === monthly_week_day);
    if (week === undefined) throw fault("monthly_week", "expected 1 to 4, or -1 for the last", hint);
    if (weekday === undefined) throw fault("monthly_week_day", "expected 1 (Sunday) to 7 (Saturday)", hint);
    return { week, weekday };
  }
  if (!isSet(monthly_day)) notes.push(`No day of the month was given: it is that of the start, ${first.day}.`);
  const day = isSet(monthly_day) ? Number(monthly_day) : first.day;
  if (!Number.isInteger(day) || day < 1 || day > 31) throw fault("monthly_day", `expected 1 to 31, got ${day}`, hint);
  if (day > 28) notes.push(`A month without a day ${day} has no date.`);
  return { day };
};

const readEnd = (Temporal: TemporalModule, { end_times, end_date_time }: RuleInput, zone: string, fault: Fault): Rule["end"] => {
  if (isSet(end_times) && isSet(end_date_time)) {
    throw fault("end_date_time", "cannot be combined with end_times", "Give one end: how many dates, or the last day.");
  }
  if (isSet(end_date_time)) {
    const untilUtc = readUntil(Temporal, String(end_date_time), zone, fault);
    const [day = untilUtc, time] = wallMinute(untilUtc, zone)?.split("T") ?? [];
    return { untilUtc, until: time === undefined || time === "23:59" ? day : `${day} ${time}` };
  }
  if (!isSet(end_times)) {
    // Zoom would accept one date, but nobody who asks for a rhythm means that.
    throw fault("end_times", "an end is required: end_times or end_date_time", `Say how many dates, at most ${MOST_TIMES}, or until when.`);
  }
  const times = Number(end_times);
  if (!Number.isInteger(times) || times < 1 || times > MOST_TIMES) {
    throw fault("end_times", `expected 1 to ${MOST_TIMES}, got ${times}`, "Plan the dates after that as another webinar.");
  }
  return { times };
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WALL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;

/** The last instant at which a date may start: of a day, its last second in the zone. */
const readUntil = (Temporal: TemporalModule, text: string, zone: string, fault: Fault): string => {
  const trimmed = withoutDots(text).replace(" ", "T");
  try {
    if (INSTANT.test(trimmed)) return Temporal.Instant.from(trimmed).toString({ smallestUnit: "second" });
    const wall = DAY.test(trimmed) ? `${trimmed}T23:59:59` : trimmed;
    if (WALL.test(wall)) {
      const moment = Temporal.PlainDateTime.from(wall, { overflow: "reject" }).toZonedDateTime(zone);
      return moment.toInstant().toString({ smallestUnit: "second" });
    }
  } catch {
    // a day or an hour that does not exist
  }
  throw fault("end_date_time", "is not a day or time that exists", "Write 2032-06-30, which still counts, or 2032-06-30T18:00:00Z.");
};

/** The rhythm as it goes to Zoom. */
export const toWire = ({ type, interval, weekdays, monthly, end }: Rule): WireRecurrence => ({
  type,
  repeat_interval: interval,
  ...(weekdays.length === 0 ? {} : { weekly_days: weekdays.join(",") }),
  ...(monthly === null ? {} : "day" in monthly ? { monthly_day: monthly.day } : { monthly_week: monthly.week, monthly_week_day: monthly.weekday }),
  ...("times" in end ? { end_times: end.times } : { end_date_time: end.untilUtc }),
});

const NAMES = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const ORDINALS: Readonly<Record<Week, string>> = { 1: "first", 2: "second", 3: "third", 4: "fourth", [-1]: "last" };

/** 1 → "Sunday". */
export const weekdayName = (day: Weekday): string => NAMES[day - 1] ?? "";

/** The rhythm in words: "every week on Tuesday and Thursday, 12 times". */
export const describeRule = ({ type, interval, weekdays, monthly, end }: Rule): string => {
  const every = interval === 1 ? `every ${UNITS[type]}` : `every ${interval} ${UNITS[type]}s`;
  const names = weekdays.map(weekdayName);
  const last = names.pop();
  const weekly = last === undefined ? "" : ` on ${names.length > 0 ? `${names.join(", ")} and ` : ""}${last}`;
  const inMonth =
    monthly === null ? "" : "day" in monthly ? ` on day ${monthly.day}` : ` on the ${ORDINALS[monthly.week]} ${weekdayName(monthly.weekday)}`;
  return `${every}${weekly}${inMonth}, ${"times" in end ? `${end.times} ${end.times === 1 ? "time" : "times"}` : `until ${end.until}`}`;
};
