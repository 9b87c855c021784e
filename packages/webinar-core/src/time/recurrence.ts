import { InputError } from "@zoom-webinar/foundation";
import { type Rule, type RuleFields, type RuleInput, readRule, toWire, type WireRecurrence, weekdayOf } from "./recurrence-rule.ts";
import type { Reading } from "./start-time.ts";
import { loadTemporal, type PlainDate, type TemporalModule } from "./temporal.ts";

/** Zoom's reference says that a recurring webinar holds at most this many dates, although `end_times` goes up to 60. */
export const ZOOM_KEEPS = 50;

/** Dates that are computed at most: what `end_times` can ask for. */
const MOST_DATES = 60;

/** One date as we expect Zoom to plan it. */
export interface PlannedDate {
  utc: string;
  /** Wall time in the webinar's zone. */
  local: string;
}

/** A rhythm as it was read, with its dates: what goes to Zoom, and what is echoed. */
export interface PlannedSeries {
  wire: WireRecurrence;
  rule: Rule;
  /** At least one, in order, at most 60. */
  dates: PlannedDate[];
  /** What a person should know: what was filled in, and where a date is not what the rule seems to say. */
  notes: string[];
}

/**
 * Reads a rhythm and lists its dates from the start on, as Zoom expands them: at the same wall time all year in the webinar's zone; weeks begin on
 * Sunday; a month without the day is skipped; an hour that clocks skip moves on, one that they repeat is its first.
 * Throws `InputError` for a rule that Zoom would refuse, one without an end, and one that has no date.
 * Source: Zoom API, recurrence. How Zoom treats daylight saving is not documented; the wall time is what its portal shows.
 */
export const readRecurrence = async (
  input: RuleInput,
  starts: Reading,
  fields: RuleFields = { prefix: "recurrence.", type: "type" },
): Promise<PlannedSeries> => {
  const Temporal = await loadTemporal();
  const first = Temporal.PlainDate.from(starts.local.slice(0, 10));
  const { rule, notes } = readRule(Temporal, input, { zone: starts.timezone, first, fields });
  const most = "times" in rule.end ? rule.end.times : MOST_DATES + 1;
  const dates: PlannedDate[] = [];
  for (const day of daysOf(rule, first)) {
    const { note, ...date } = toDate(Temporal, day, starts);
    if (date.utc < starts.utc) continue;
    if ("untilUtc" in rule.end && date.utc > rule.end.untilUtc) break;
    dates.push(date);
    if (note !== null) notes.push(note);
    if (dates.length === most) break;
  }
  assertDates(dates, starts, `${fields.prefix}${"times" in rule.end ? fields.type : "end_date_time"}`);
  if (dates[0]?.utc !== starts.utc) notes.push(`The first date is ${short(dates[0]?.local ?? "")}: the start itself is not a date of the rule.`);
  if (dates.length > ZOOM_KEEPS) {
    const count = dates.length > MOST_DATES ? `more than ${MOST_DATES}` : String(dates.length);
    notes.push(`The rule makes ${count} dates; Zoom is reported to keep at most ${ZOOM_KEEPS}.`);
  }
  return { wire: toWire(rule), rule, dates: dates.slice(0, MOST_DATES), notes };
};

const assertDates = (dates: readonly PlannedDate[], { local, timezone }: Reading, field: string): void => {
  if (dates.length > 0) return;
  throw InputError.at(field, "the rule has no date before it ends", `The start is ${short(local)} ${timezone}; put the end after it.`);
};

/** "2032-03-01T10:00:00" → "2032-03-01 10:00". */
const short = (local: string) => local.slice(0, 16).replace("T", " ");

/** Every day that the rule names, from the start's week or month on, without end. */
const daysOf = (rule: Rule, first: PlainDate): Generator<PlainDate> =>
  rule.type === 1 ? dailyDays(rule, first) : rule.type === 2 ? weeklyDays(rule, first) : monthlyDays(rule, first);

function* dailyDays({ interval }: Rule, first: PlainDate): Generator<PlainDate> {
  for (let days = 0; ; days += interval) yield first.add({ days });
}

function* weeklyDays({ interval, weekdays }: Rule, first: PlainDate): Generator<PlainDate> {
  const sunday = first.subtract({ days: weekdayOf(first) - 1 });
  for (let weeks = 0; ; weeks += interval) for (const day of weekdays) yield sunday.add({ weeks, days: day - 1 });
}

/** Months looked at: a day such as the 31st comes within a few of them, and sixty dates within fifteen years. */
const MOST_MONTHS = 1200;

function* monthlyDays({ interval, monthly }: Rule, first: PlainDate): Generator<PlainDate> {
  for (let months = 0; months < MOST_MONTHS; months += interval) {
    const month = first.with({ day: 1 }).add({ months });
    const day = monthly === null ? first.day : "day" in monthly ? monthly.day : dayInWeek(month, monthly);
    if (day <= month.daysInMonth) yield month.with({ day });
  }
}

/** The day of the month that is, say, its second Tuesday; week -1 counts from the end. */
const dayInWeek = (month: PlainDate, { week, weekday }: { week: number; weekday: number }): number => {
  if (week > 0) return 1 + ((weekday - weekdayOf(month) + 7) % 7) + (week - 1) * 7;
  const last = month.with({ day: month.daysInMonth });
  return last.day - ((weekdayOf(last) - weekday + 7) % 7);
};

const toDate = (Temporal: TemporalModule, day: PlainDate, { local, timezone }: Reading): PlannedDate & { note: string | null } => {
  const wall = day.toPlainDateTime(Temporal.PlainTime.from(local.slice(11)));
  const earlier = wall.toZonedDateTime(timezone, { disambiguation: "earlier" });
  const later = wall.toZonedDateTime(timezone, { disambiguation: "later" });
  const isSkipped = !earlier.toPlainDateTime().equals(wall);
  const isRepeated = !isSkipped && !earlier.toInstant().equals(later.toInstant());
  const chosen = isSkipped ? later : earlier;
  const date = {
    utc: chosen.toInstant().toString({ smallestUnit: "second" }),
    local: chosen.toPlainDateTime().toString({ smallestUnit: "second" }),
  };
  const said = `${short(wall.toString({ smallestUnit: "second" }))} in ${timezone}`;
  if (isSkipped) return { ...date, note: `There is no ${said}: clocks go forward over it. Expected at ${date.local.slice(11, 16)}.` };
  return { ...date, note: isRepeated ? `${said} happens twice: clocks go back over it. Expected at the first.` : null };
};
