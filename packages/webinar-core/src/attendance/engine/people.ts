import { toNameKey } from "../../people/names.ts";
import type { PersonStatus, ReportPerson, WaitingRegistrant } from "../report-types.ts";
import { STATUSES } from "../report-types.ts";
import type { Answers } from "./answers.ts";
import { type Offer, toEngagement } from "./engagement.ts";
import { type PeopleOfRows, RULES } from "./people-of-rows.ts";
import type { Listed, Registration, Roster } from "./roster.ts";
import { toInstant, toMinutes } from "./seconds.ts";
import type { Stay } from "./stays.ts";

/** Somebody of the report, with what the totals need. */
export interface Counted {
  status: PersonStatus;
  listed: Listed | null;
  stay: Stay | null;
  shown: ReportPerson;
}

/** What all people are measured by. */
export interface Measure {
  /** First start and last end; null if unknown. */
  start: number | null;
  /** Null while it runs. */
  end: number | null;
  lateSeconds: number;
  earlySeconds: number;
  /** Null: not known. */
  asksRegistration: boolean | null;
  hasRegistrants: boolean;
  /** Joinings were read. */
  wereRead: boolean;
  offer: Offer;
  withJoinings: boolean;
}

const statusOf = (listed: Listed | null, stay: Stay | null, hasUnlistedId: boolean, measure: Measure): PersonStatus | null => {
  if (listed?.isHost || stay?.isHost) return "host";
  if (listed?.isPanelist || stay?.isPanelist) return "panelist";
  if (stay === null) return measure.wereRead && listed?.registration?.status === "approved" ? "absent" : null;
  if (listed?.registration) return "attended";
  if (measure.asksRegistration === false) return "attendee";
  if (measure.asksRegistration === null || !measure.hasRegistrants) return hasUnlistedId ? "attended" : "attendee";
  return "walk_in";
};

const rolesOf = (listed: Listed | null, stay: Stay | null): ReportPerson["roles"] => {
  const isHost = listed?.isHost === true || stay?.isHost === true;
  const isPanelist = listed?.isPanelist === true || stay?.isPanelist === true;
  if (!isHost && !isPanelist) return ["attendee"];
  const roles: ReportPerson["roles"] = isHost ? ["host"] : [];
  if (isPanelist) roles.push("panelist");
  if (stay?.isAttendee) roles.push("attendee");
  return roles;
};

/** Names of absent registrants that only one of them bears, with the id of that one. */
const namesOfAbsent = (people: readonly Counted[]): ReadonlyMap<string, string | null> => {
  const names = new Map<string, string | null>();
  for (const { status, listed } of people) {
    if (status !== "absent") continue;
    const name = toNameKey(listed?.registration?.name);
    if (name !== "") names.set(name, names.has(name) ? null : (listed?.registration?.id ?? null));
  }
  return names;
};

const compareText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const RANK = Object.fromEntries(STATUSES.map((status, at) => [status, at])) as Record<PersonStatus, number>;
/** Later than any second since the start that is told apart below: who was never there comes last. */
const SECONDS = 2 ** 30;
const NO_SECOND = SECONDS - 1;
/** People whose places fit into one number with their rank and second. */
const MOST_PLACES = 2 ** 20;

/** Status and first second in one number, whole and below 2^33; seconds further than 34 years after `first` are not told apart. */
const orderOf = ({ status, stay }: Counted, first: number): number =>
  RANK[status] * SECONDS + Math.min((stay?.spans[0] ?? Number.POSITIVE_INFINITY) - first, NO_SECOND);

/** The first second that somebody was there; 0 if nobody was. */
const firstSecondOf = (people: readonly Counted[]): number => {
  let first = Number.POSITIVE_INFINITY;
  for (const { stay } of people) first = Math.min(first, stay?.spans[0] ?? first);
  return Number.isFinite(first) ? first : 0;
};

const nameOf = ({ shown: { email, name } }: Counted): string => email ?? name ?? "";

/** By status, by the first second, by e-mail or else name. */
const compare = (one: Counted, other: Counted): number =>
  RANK[one.status] - RANK[other.status] || compareNumbers(one.stay?.spans[0], other.stay?.spans[0]) || compareText(nameOf(one), nameOf(other));

const compareNumbers = (one = Number.MAX_VALUE, other = Number.MAX_VALUE): number => one - other;

/**
 * The order of the report. Numbers are sorted ten times as fast as people are compared, so status, second and place stand in one number first; only people
 * who came in the same second are compared.
 */
export const inOrder = (people: readonly Counted[], most = MOST_PLACES): ReportPerson[] => {
  if (people.length > most) return [...people].sort(compare).map(({ shown }) => shown);
  const first = firstSecondOf(people);
  const keys = Float64Array.from(people, (person, at) => orderOf(person, first) * MOST_PLACES + at).sort();
  const shown: ReportPerson[] = [];
  let same: Counted[] = [];
  let before = Number.NaN;
  const close = (): void => {
    // Nearly everybody came in a second of their own.
    if (same.length > 1) same.sort(compare);
    for (const person of same) shown.push(person.shown);
    same = [];
  };
  for (const key of keys) {
    const order = Math.floor(key / MOST_PLACES);
    const person = people[key - order * MOST_PLACES];
    if (person === undefined) continue;
    if (order !== before) close();
    same.push(person);
    before = order;
  }
  close();
  return shown;
};

/** Everybody who came, hosts and panelists left out. */
export const isAttendee = ({ status, stay }: Counted): boolean => stay !== null && status !== "host" && status !== "panelist";

/** Everybody of the report, in no order. */
export const toPeople = (roster: Roster, rows: PeopleOfRows, stays: readonly (Stay | undefined)[], answers: Answers, measure: Measure): Counted[] => {
  const people: Counted[] = [];
  for (let number = 0; number < Math.max(rows.count, roster.people.length); number += 1) {
    const listed = roster.people[number] ?? null;
    const stay = stays[number] ?? null;
    if (listed === null && stay === null) continue;
    const unlistedId = rows.unlistedIds.get(number);
    const status = statusOf(listed, stay, unlistedId !== undefined, measure);
    if (status !== null) people.push({ status, listed, stay, shown: show(number, status, listed, stay, unlistedId, answers, measure) });
  }
  const absent = namesOfAbsent(people);
  for (const { shown } of people) if (shown.identity === "name") shown.may_be = absent.get(toNameKey(shown.name)) ?? null;
  return people;
};

const intervalsOf = (times: readonly number[]): ReportPerson["intervals"] => {
  // Made in its full length: a list that grows takes room for seventeen, and nearly everybody has one or two.
  const intervals: ReportPerson["intervals"] = new Array(times.length / 2);
  for (let at = 0; at < intervals.length; at += 1) intervals[at] = { from: toInstant(times[2 * at] ?? 0), to: toInstant(times[2 * at + 1] ?? 0) };
  return intervals;
};

const registeredAt = ({ created }: Registration): string | null => (Number.isFinite(created) ? toInstant(created) : null);

/** Pending and denied registrants without a joining: they are counted, and not among the people. */
export const toNotListed = (roster: Roster, stays: readonly (Stay | undefined)[]): WaitingRegistrant[] =>
  roster.people.flatMap(({ registration, isHost, isPanelist }, number) =>
    registration === null || isHost || isPanelist || registration.status === "approved" || stays[number] !== undefined
      ? []
      : [{ name: registration.name, email: registration.email, registration: registration.status, registered_at: registeredAt(registration) }],
  );

const notesOf = (stay: Stay | null, unlistedId: string | undefined, status: PersonStatus): string[] => {
  const notes: string[] = [];
  if (stay?.isShared) notes.push("Joined under different names at the same time: two people may share one join link. They count as one.");
  if (unlistedId !== undefined && status === "walk_in") notes.push("Came with a registration that is in no list: it may have been deleted.");
  return notes;
};

const show = (
  number: number,
  status: PersonStatus,
  listed: Listed | null,
  stay: Stay | null,
  unlistedId: string | undefined,
  answers: Answers,
  measure: Measure,
): ReportPerson => {
  const { start, end, lateSeconds, earlySeconds, wereRead, offer } = measure;
  const registration = listed?.registration ?? null;
  const spans = stay?.spans ?? [];
  const first = spans[0] ?? null;
  const last = spans[spans.length - 1] ?? null;
  const intervals = intervalsOf(spans);
  const seconds = stay?.seconds ?? 0;
  const polls = answers.polls && (answers.polls.get(number) ?? 0);
  const questions = answers.questions && (answers.questions.get(number) ?? 0);
  const survey = answers.survey && (answers.survey.get(number) ?? 0);
  const isMeasured = status !== "host" && status !== "panelist" && status !== "absent";
  const person: ReportPerson = {
    status,
    roles: rolesOf(listed, stay),
    name: registration?.name ?? listed?.panelistName ?? stay?.name ?? listed?.hostName ?? null,
    email: registration?.email ?? listed?.email ?? stay?.email ?? null,
    registrant_id: registration?.id ?? unlistedId ?? null,
    registration: registration?.status ?? null,
    identity: stay === null ? (status === "absent" ? "registrant" : null) : (RULES[stay.rule] ?? null),
    may_be: null,
    seconds: wereRead ? seconds : null,
    minutes: wereRead ? toMinutes(seconds) : null,
    joins: wereRead ? (stay?.joins ?? 0) : null,
    intervals,
    first_join: intervals[0]?.from ?? null,
    last_leave: intervals[intervals.length - 1]?.to ?? null,
    late: first === null || start === null ? null : first > start + lateSeconds,
    left_early: last === null || end === null ? null : last < end - earlySeconds,
    polls_answered: polls,
    questions_asked: questions,
    survey_answered: survey === null ? null : survey > 0,
    engagement: isMeasured ? toEngagement(offer, { seconds, polls: polls ?? 0, questions: questions ?? 0, survey: survey ?? 0 }) : null,
    notes: notesOf(stay, unlistedId, status),
  };
  if (measure.withJoinings) {
    person.registered_at = registration === null ? null : registeredAt(registration);
    person.joinings = intervalsOf(stay?.joinings ?? []);
  }
  return person;
};
