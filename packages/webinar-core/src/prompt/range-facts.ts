import type { Fact } from "./facts.ts";
import { rhythm } from "./rhythm-facts.ts";

/** "March to July 2027": the months that a series begins and ends in; a year behind the second is that of both, if it is the same year. */
export const monthRange = (from: number, fromYear: string | undefined, to: number, toYear: string | undefined): Fact[] => {
  const last = toYear === undefined ? null : Number(toYear);
  const first = fromYear !== undefined ? Number(fromYear) : last === null ? null : from <= to ? last : last - 1;
  return [
    { kind: "since" },
    { kind: "month", month: from, year: first },
    { kind: "until" },
    { kind: "monthend", month: to, year: last, range: true },
  ];
};

/** "10 days in a row" */
export const daysInARow = (count: number): Fact[] => [rhythm({ unit: "day", interval: 1 }), { kind: "span", unit: "day", count }];

/** "Monday 7 to Friday 11 June": the days that a series begins and ends on, each as a date and as a weekday. */
export const dayRange = (first: readonly [date: Fact, weekday: Fact], last: readonly [date: Fact, weekday: Fact]): Fact[] => [
  { kind: "since" },
  ...first,
  { kind: "until" },
  ...last,
];

/** Plural nouns that a sentence counts beside a rhythm, and that are no dates of it. */
const NO_DATES =
  /^(?:people|persons|seats|places|participants|attendees|guests|members|tickets|euros?|pounds|dollars|minutes|mins|hours|hrs|days|weeks|months|years|speakers|panell?ists|hosts|questions|slides|languages|rooms|teams|topics|schools|countries|pages|steps|tips|ways|points|copies|personen|teilnehmer\p{L}*|plätze|gäste|minuten|stunden|tage|wochen|monate|jahre|fragen|folien|sprachen|personnes|places|heures|jours|semaines|mois|ans|années|invités|intervenants|questions|langues)$/iu;

/** "4 rounds", "six Runden": what is counted beside a rhythm are its dates, if nothing else ends it. */
export const countedDates = (count: number, noun: string, said: string): Fact | null =>
  NO_DATES.test(noun) || count < 2 || count > 60 ? null : { kind: "times", times: count, assumed: `"${said}" was read as ${count} dates.` };
