import type * as z from "zod";
import type { reportInput } from "./input.ts";
import type { reportOutput } from "./report-output.ts";

type Report = z.output<typeof reportOutput>;
type People = Report["people"];

/** What answers "who came and for how long"; a list of every field of seventy people fills a conversation. */
const BRIEF = ["name", "person", "email", "status", "minutes", "dates_came"] as const;

/** Whoever stayed away has no minutes, and a person without an address shows none: both are said by what is left out. Notes of a person stand if there are any. */
const briefPerson = (person: People[number]): People[number] => {
  const isEmpty = (field: (typeof BRIEF)[number]) =>
    person[field] === undefined || (field === "email" && person.email === null) || (field === "minutes" && person.status === "absent");
  const shown = BRIEF.filter((field) => !isEmpty(field));
  const { notes = [] } = person;
  return { ...Object.fromEntries(shown.map((field) => [field, person[field]])), ...(notes.length === 0 ? {} : { notes }) };
};

const isPlain = (sessions: Report["sessions"]): boolean => sessions?.length === 1 && sessions[0]?.instances.length === 1;

/** A report as an assistant reads it: the sums and short people, with a note on how to get the rest. */
export const briefReport = (report: Report, { full, fields }: z.output<typeof reportInput>): Report => {
  if (full === true) return report;
  const inShort = <Person extends People[number]>(people: Person[]) => (fields === undefined ? people.map(briefPerson) : people);
  const { curve: _curve, marks: _marks, sessions, dates, ...rest } = report;
  return {
    ...rest,
    // The times of one session that was opened once are the webinar's.
    ...(sessions === undefined || isPlain(sessions) ? {} : { sessions }),
    people: inShort(report.people),
    ...(dates === undefined
      ? {}
      : { dates: dates.map(({ curve: _dateCurve, marks: _dateMarks, people, ...date }) => ({ ...date, people: inShort(people) })) }),
    notes: [
      ...report.notes,
      `In short: ${fields === undefined ? "fields adds to each person (first_join, joins, polls_answered, questions_asked, engagement …); " : ""}full: true gives all, with the curve and the marks of polls and questions, but joinings (include_joinings).`,
    ],
  };
};
