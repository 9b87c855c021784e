import { isAnonymous, toEmailKey, toNameKey, toShownName } from "../../people/names.ts";
import type { ReportMark } from "../report-types.ts";
import type { AnswerItem, AnswerRow } from "./input.ts";
import type { PeopleOfRows } from "./people-of-rows.ts";
import type { Roster } from "./roster.ts";
import { toInstant, toSecond } from "./seconds.ts";

/** What each person answered and asked; null if that part could not be read. */
export interface Answers {
  /** Polls answered, by person. */
  polls: ReadonlyMap<number, number> | null;
  questions: ReadonlyMap<number, number> | null;
  survey: ReadonlyMap<number, number> | null;
  /** Polls with an answer in them. */
  pollCount: number;
  questionCount: number;
  surveyCount: number;
  /** How many people gave answers that nobody can be found for. */
  unknown: { polls: number; questions: number; survey: number };
  marks: ReportMark[];
}

/** The person who gave an answer, or null. An answer with only a name belongs to a guest, if exactly one guest has that name; never to a registrant. */
const ownerOf = ({ registrant_id, email, name }: AnswerRow, roster: Roster, people: PeopleOfRows): number | null => {
  const byId = registrant_id ? (roster.byRegistrantId.get(registrant_id) ?? people.byUnlistedId.get(registrant_id)) : undefined;
  if (byId !== undefined) return people.find(byId);
  const address = toEmailKey(email);
  if (address !== "") {
    const byEmail = roster.byEmail.get(address) ?? people.unlistedEmails.get(address);
    return byEmail === undefined ? null : people.find(byEmail);
  }
  if (registrant_id) return null;
  const guests = isAnonymous(name) ? [] : (people.guests.get(toNameKey(name)) ?? []);
  return guests.length === 1 ? (guests[0] ?? null) : null;
};

/** An answer without a poll's id is told by its question. */
const pollKey = ({ poll, title }: AnswerItem): string => (poll ? `poll ${poll}` : `question ${title ?? ""}`);

const tally = (rows: readonly AnswerRow[], owner: (row: AnswerRow) => number | null, count: (row: AnswerRow) => Iterable<string>) => {
  const kinds = new Map<number, Set<string>>();
  let unknown = 0;
  for (const row of rows) {
    const person = owner(row);
    if (person === null) {
      unknown += 1;
      continue;
    }
    const own = kinds.get(person) ?? new Set<string>();
    kinds.set(person, own);
    for (const key of count(row)) own.add(key);
  }
  return { counts: new Map([...kinds].map(([person, own]) => [person, own.size])), unknown };
};

/** Counts answers by person. */
export const toAnswers = (
  input: { polls: readonly AnswerRow[] | null; questions: readonly AnswerRow[] | null; survey: readonly AnswerRow[] | null },
  roster: Roster,
  people: PeopleOfRows,
): Answers => {
  const owner = (row: AnswerRow) => ownerOf(row, roster, people);
  const polls = input.polls && tally(input.polls, owner, ({ items }) => items.map(pollKey));
  let number = 0;
  const questions = input.questions && tally(input.questions, owner, ({ items }) => items.map(() => String(number++)));
  const survey = input.survey && tally(input.survey, owner, () => ["survey"]);
  return {
    polls: polls?.counts ?? null,
    questions: questions?.counts ?? null,
    survey: survey?.counts ?? null,
    pollCount: new Set((input.polls ?? []).flatMap(({ items }) => items.map(pollKey))).size,
    questionCount: (input.questions ?? []).reduce((sum, { items }) => sum + items.length, 0),
    surveyCount: input.survey?.length ?? 0,
    unknown: { polls: polls?.unknown ?? 0, questions: questions?.unknown ?? 0, survey: survey?.unknown ?? 0 },
    marks: [...pollMarks(input.polls ?? []), ...questionMarks(input.questions ?? [])].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))),
  };
};

const pollMarks = (rows: readonly AnswerRow[]): ReportMark[] => {
  const polls = new Map<string, { first: number; title: string | null; people: number }>();
  for (const { items } of rows) {
    for (const key of new Set(items.map(pollKey))) {
      const own = items.filter((item) => pollKey(item) === key);
      const seconds = own.flatMap(({ at }) => toSecond(at) ?? []);
      const known = polls.get(key) ?? { first: Number.POSITIVE_INFINITY, title: toShownName(own[0]?.title), people: 0 };
      polls.set(key, { ...known, first: Math.min(known.first, ...seconds), people: known.people + 1 });
    }
  }
  return [...polls.values()].flatMap(({ first, title, people }) =>
    Number.isFinite(first) ? [{ kind: "poll" as const, at: toInstant(first), text: title, count: people }] : [],
  );
};

const questionMarks = (rows: readonly AnswerRow[]): ReportMark[] => {
  const minutes = new Map<number, number>();
  for (const { at } of rows.flatMap(({ items }) => items)) {
    const second = toSecond(at);
    if (second === null) continue;
    const minute = Math.floor(second / 60) * 60;
    minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
  }
  return [...minutes].map(([minute, count]) => ({ kind: "question", at: toInstant(minute), text: null, count }));
};
