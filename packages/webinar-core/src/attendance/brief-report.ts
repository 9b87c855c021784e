import type * as z from "zod";
import type { reportInput } from "./input.ts";
import type { reportOutput } from "./report-output.ts";

type Report = z.output<typeof reportOutput>;
type People = Report["people"];
type Curve = NonNullable<Report["curve"]>;

/** What answers "who came and for how long"; a list of every field of seventy people fills a conversation. */
const BRIEF = ["name", "person", "email", "status", "seconds", "minutes", "joins", "dates_came"] as const;
const MOST_POINTS = 12;

const briefPerson = (person: People[number]): People[number] => {
  const shown = BRIEF.filter((field) => person[field] !== undefined);
  return Object.fromEntries(shown.map((field) => [field, person[field]]));
};

/** Points at even distance, the last one among them. */
const thinned = (curve: Curve): Curve => {
  const step = Math.ceil((curve.length - 1) / (MOST_POINTS - 1));
  return curve.length <= MOST_POINTS ? curve : curve.filter((_point, at) => at % step === 0 || at === curve.length - 1).slice(-MOST_POINTS);
};

/** A report as an assistant reads it: short people and a short curve, with a note on how to get the rest. */
export const briefReport = (report: Report, { full, fields }: z.output<typeof reportInput>): Report => {
  if (full === true) return report;
  const inShort = <Person extends People[number]>(people: Person[]) => (fields === undefined ? people.map(briefPerson) : people);
  const { curve, dates } = report;
  const curves = [curve, ...(dates ?? []).map((date) => date.curve)];
  const notes = [
    ...(fields === undefined
      ? ["People are shown with few fields; ask for more with fields, such as first_join, intervals, polls_answered, engagement."]
      : []),
    ...(curves.some((points) => (points?.length ?? 0) > MOST_POINTS) ? [`The curve is shown with at most ${MOST_POINTS} of its points.`] : []),
  ];
  return {
    ...report,
    people: inShort(report.people),
    ...(curve === undefined ? {} : { curve: thinned(curve) }),
    ...(dates === undefined ? {} : { dates: dates.map((date) => ({ ...date, people: inShort(date.people), curve: thinned(date.curve) })) }),
    notes: [...report.notes, ...(notes.length === 0 ? [] : [...notes, "full: true gives all but joinings (include_joinings)."])],
  };
};
