import { InputError } from "@zoom-webinar/foundation";
import * as z from "zod";
import { countOf } from "../operation/counts.ts";
import { rare } from "../operation/params.ts";
import { rarePeopleInput } from "../people/people-input.ts";
import { type AttendanceReport, personStatus, type ReportPerson, reportPerson, type SeriesReport } from "./report-types.ts";

const minutes = z.number().min(0).max(100_000).optional();
const FIELDS = Object.keys(reportPerson.shape) as [keyof ReportPerson, ...(keyof ReportPerson)[]];

/** Which people are shown; the totals stay those of all. */
export const narrowInput = {
  status: z.array(personStatus).max(6).optional().describe("Only people of these"),
  min_minutes: minutes.describe("Stayed at least"),
  max_minutes: rare(minutes.describe("Stayed at most")),
  asked: z.boolean().optional().describe("Asked a question, or did not"),
  voted: rare(z.boolean().optional().describe("Answered a poll, or did not")),
  people_from: z.number().int().min(0).max(10_000_000).optional().describe("Skip so many people"),
  ...rarePeopleInput,
  fields: rare(z.array(z.enum(FIELDS)).max(FIELDS.length).optional().describe("Only these fields of each person")),
};

export type Narrow = z.output<z.ZodObject<typeof narrowInput>>;

const SECONDS_A_MINUTE = 60;

const isWanted = ({ status, seconds, questions_asked, polls_answered }: ReportPerson, narrow: Narrow): boolean =>
  (narrow.status === undefined || narrow.status.includes(status)) &&
  (narrow.min_minutes === undefined || (seconds ?? 0) >= narrow.min_minutes * SECONDS_A_MINUTE) &&
  (narrow.attended_from === undefined || (seconds ?? 0) >= narrow.attended_from * SECONDS_A_MINUTE) &&
  (narrow.max_minutes === undefined || (seconds ?? 0) <= narrow.max_minutes * SECONDS_A_MINUTE) &&
  (narrow.asked === undefined || (questions_asked ?? 0) > 0 === narrow.asked) &&
  (narrow.voted === undefined || (polls_answered ?? 0) > 0 === narrow.voted);

const withFields = (person: ReportPerson, fields: Narrow["fields"]): Partial<ReportPerson> =>
  fields === undefined ? person : (Object.fromEntries(fields.map((field) => [field, person[field]])) as Partial<ReportPerson>);

/** The people of a report that a filter asks for, in their order. */
export const narrowPeople = (people: readonly ReportPerson[], narrow: Narrow): Partial<ReportPerson>[] =>
  people
    .filter((person) => isWanted(person, narrow))
    .slice(narrow.people_from ?? 0)
    .map((person) => withFields(person, narrow.fields));

/** Whether registrants who wait or were refused, and did not come, are among those asked for: they have no status of a person, and no time. */
const wantsWaiting = ({ status, min_minutes = 0, attended_from = 0, asked, voted }: Narrow): boolean =>
  status === undefined && min_minutes === 0 && attended_from === 0 && asked !== true && voted !== true;

/** "status attended or walk_in and at least 30 minutes"; "" if nobody is left out. */
export const filterWords = ({ status, min_minutes, attended_from, max_minutes, asked, voted }: Narrow): string => {
  const least = Math.max(min_minutes ?? -1, attended_from ?? -1);
  return [
    ...(status === undefined ? [] : [`status ${status.join(" or ")}`]),
    ...(least < 0 ? [] : [`at least ${countOf(least, "minute")}`]),
    ...(max_minutes === undefined ? [] : [`at most ${countOf(max_minutes, "minute")}`]),
    ...(asked === undefined ? [] : [asked ? "a question asked" : "no question asked"]),
    ...(voted === undefined ? [] : [voted ? "a poll answered" : "no poll answered"]),
  ].join(" and ");
};

const noteFilter = (people: readonly ReportPerson[], narrow: Narrow): string[] => {
  const words = filterWords(narrow);
  const found = people.filter((person) => isWanted(person, narrow)).length;
  return words === "" ? [] : [`Only people with ${words} are shown, ${found} of ${people.length}; the totals are of everybody.`];
};

/** A report with fewer people; everything else stays. */
export const narrowReport = ({ not_listed, ...report }: AttendanceReport, narrow: Narrow) => ({
  ...report,
  notes: [...report.notes, ...noteFilter(report.people, narrow)],
  people: narrowPeople(report.people, narrow),
  ...(not_listed === undefined ? {} : { not_listed: wantsWaiting(narrow) ? not_listed : [] }),
});

/** The people of a series who were there for long enough over all dates. */
export const seriesPeople = <Person extends { seconds: number }>(
  people: readonly Person[],
  { attended_from = 0, people_from = 0 }: Pick<Narrow, "attended_from" | "people_from">,
): Person[] => people.filter(({ seconds }) => seconds >= attended_from * SECONDS_A_MINUTE).slice(people_from);

/** A series whose dates show fewer people; `people_from` skips people of the series. */
export const narrowSeries = (series: SeriesReport, { people_from = 0, ...narrow }: Narrow) => ({
  ...series,
  dates: series.dates.map((date) => ({
    ...date,
    people: narrowPeople(date.people, narrow),
    notes: [...date.notes, ...noteFilter(date.people, narrow)],
  })),
  people: seriesPeople(series.people, { people_from, ...narrow }),
});

/** Filters that say something of one date only: over several dates a person may be all of it. */
const ONE_DATE = ["status", "min_minutes", "max_minutes", "asked", "voted"] as const;

/** Throws `InputError` if people of several dates are filtered by what they did on one. */
export const assertOneDate = (narrow: Narrow, several: "series" | "instances"): void => {
  const field = ONE_DATE.find((name) => narrow[name] !== undefined);
  if (field === undefined) return;
  const message = `cannot be combined with ${several}: it is about one date, and the list is of people over all dates`;
  throw InputError.at(field, message, "Leave one of the two out; the UUID of a date, from pastWebinars.listInstances, asks for that date alone.");
};

/** Throws `InputError` if nobody can be both. */
export const assertRange = ({ min_minutes, max_minutes }: Narrow): void => {
  if (min_minutes !== undefined && max_minutes !== undefined && min_minutes > max_minutes)
    throw InputError.at("min_minutes", "is larger than max_minutes", "Swap the two.");
};
