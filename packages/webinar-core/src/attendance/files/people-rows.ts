import type { ReportPerson, SeriesPerson } from "../report-types.ts";
import type { Cell } from "./csv-text.ts";

/** Columns of our own file, in their order. */
const COLUMNS = [
  "status",
  "roles",
  "person",
  "name",
  "email",
  "registrant_id",
  "registration",
  "identity",
  "may_be",
  "seconds",
  "minutes",
  "joins",
  "intervals",
  "first_join",
  "last_leave",
  "late",
  "left_early",
  "polls_answered",
  "questions_asked",
  "survey_answered",
  "engagement",
  "notes",
] as const satisfies readonly (keyof ReportPerson)[];

const toCell = (person: Partial<ReportPerson>, column: (typeof COLUMNS)[number]): Cell => {
  switch (column) {
    case "roles":
      return person.roles?.join(" ") ?? null;
    case "notes":
      return person.notes?.join(" ") ?? null;
    case "intervals":
      return person.intervals?.map(({ from, to }) => `${from}/${to}`).join(" ") ?? null;
    default:
      return person[column] ?? null;
  }
};

/** A header, then one row for each person. If the people have only some of the fields, there are only those columns. */
export const toPeopleRows = (people: readonly Partial<ReportPerson>[]): Cell[][] => {
  const columns = COLUMNS.filter((column) => people.length === 0 || people.some((person) => column in person));
  return [[...columns], ...people.map((person) => columns.map((column) => toCell(person, column)))];
};

const SERIES_COLUMNS = ["person", "name", "email", "registrant_id", "dates_came", "minutes"] as const satisfies readonly (keyof SeriesPerson)[];

/** A header, then one row for each person of a series; each date that anybody came to has a column with the minutes. */
export const toSeriesRows = (people: readonly SeriesPerson[]): Cell[][] => {
  const columns = SERIES_COLUMNS.filter((column) => people.length === 0 || people.some((person) => column in person));
  const dates = [...new Set(people.flatMap(({ visits }) => visits.flatMap(({ start_time }) => start_time ?? [])))].sort();
  return [
    [...columns, ...dates],
    ...people.map((person): Cell[] => {
      const minutes = new Map(person.visits.map((visit) => [visit.start_time, visit.minutes]));
      return [...columns.map((column) => person[column] ?? null), ...dates.map((date) => minutes.get(date) ?? null)];
    }),
  ];
};
