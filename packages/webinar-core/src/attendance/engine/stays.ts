import { toEmailKey, toNameKey, toShownName } from "../../people/names.ts";
import type { Joinings } from "./joinings.ts";
import type { PeopleOfRows } from "./people-of-rows.ts";

/** What the rows of one person add up to. */
export interface Stay {
  /** United intervals: from, to, from, to … */
  spans: number[];
  seconds: number;
  joins: number;
  /** Place in `RULES` of the strongest rule that led a row here. */
  rule: number;
  /** From the first joining that has one, like the e-mail. */
  name: string | null;
  email: string | null;
  isHost: boolean;
  isPanelist: boolean;
  isAttendee: boolean;
  /** Overlapping rows of different names came by one registration. */
  isShared: boolean;
  /** Each joining, clipped, in order; null if nobody asks. */
  joinings: number[] | null;
}

const HOST = 1;
const PANELIST = 2;
const ATTENDEE = 4;
const ROLE = { host: HOST, panelist: PANELIST, attendee: ATTENDEE } as const;
const NO_RULE = 255;
const NO_ROW = -1;

/** What is known of each person's rows, side by side: objects of their own would cost more than all the counting. */
const gather = ({ rows, joined }: Joinings, { count, personOf, ruleOf, isRegistered }: PeopleOfRows) => {
  const joins = new Int32Array(count);
  const rule = new Uint8Array(count).fill(NO_RULE);
  const roles = new Uint8Array(count);
  const nameRow = new Int32Array(count).fill(NO_ROW);
  const emailRow = new Int32Array(count).fill(NO_ROW);
  const isEarlier = (at: number, known: number): boolean => known === NO_ROW || (joined[at] ?? 0) < (joined[known] ?? 0);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    const person = personOf[at] ?? 0;
    if (row === undefined) continue;
    joins[person] = (joins[person] ?? 0) + 1;
    rule[person] = Math.min(rule[person] ?? NO_RULE, ruleOf[at] ?? NO_RULE);
    if (row.name && isEarlier(at, nameRow[person] ?? NO_ROW) && toShownName(row.name) !== null) nameRow[person] = at;
    if (row.user_email && isEarlier(at, emailRow[person] ?? NO_ROW) && toEmailKey(row.user_email) !== "") emailRow[person] = at;
    const role = row.role === undefined ? 0 : ROLE[row.role];
    const isAttendee = isRegistered[at] === 1;
    if (role > 0 || isAttendee) roles[person] = (roles[person] ?? 0) | role | (isAttendee ? ATTENDEE : 0);
  }
  return { joins, rule, roles, nameRow, emailRow };
};

/** Rows by person, each person's in order of time: those of person p stand from `starts[p]` up to `starts[p + 1]`. */
const groupRows = ({ from }: Joinings, { count, personOf }: PeopleOfRows, joins: Int32Array) => {
  const starts = new Int32Array(count + 1);
  for (let person = 0; person < count; person += 1) starts[person + 1] = (starts[person] ?? 0) + (joins[person] ?? 0);
  const next = starts.slice();
  const places = new Int32Array(personOf.length);
  for (let at = 0; at < personOf.length; at += 1) {
    const person = personOf[at] ?? 0;
    const place = next[person] ?? 0;
    places[place] = at;
    next[person] = place + 1;
  }
  for (let person = 0; person < count; person += 1) sortByTime(places, starts[person] ?? 0, starts[person + 1] ?? 0, from);
  return { starts, places };
};

const FEW = 16;

/** Sorts the places from `first` up to `end` by time; equal times stay in the order of the rows. Nearly everybody has a handful: no sort for those. */
const sortByTime = (places: Int32Array, first: number, end: number, from: Float64Array): void => {
  if (end - first > FEW) {
    places.subarray(first, end).sort((one, other) => (from[one] ?? 0) - (from[other] ?? 0) || one - other);
    return;
  }
  for (let next = first + 1; next < end; next += 1) {
    const row = places[next] ?? 0;
    const time = from[row] ?? 0;
    let at = next;
    for (; at > first && (from[places[at - 1] ?? 0] ?? 0) > time; at -= 1) places[at] = places[at - 1] ?? 0;
    places[at] = row;
  }
};

const areOfOneName = (one: string | undefined, other: string | undefined): boolean => one === other || toNameKey(one) === toNameKey(other);

/** Unites the rows at the places from `first` up to `last` into `spans`, which is emptied first; each row, clipped, is added to `each` if somebody asks. */
const unite = ({ rows, from, to }: Joinings, places: Int32Array, first: number, last: number, spans: number[], each: number[] | null) => {
  let seconds = 0;
  let isShared = false;
  let until = Number.NEGATIVE_INFINITY;
  /** The row that lasts until then. */
  let holder = NO_ROW;
  spans.length = 0;
  for (let place = first; place < last; place += 1) {
    const at = places[place] ?? 0;
    const start = from[at] ?? 0;
    const end = to[at] ?? 0;
    each?.push(start, end);
    if (end <= start) continue;
    if (start < until && !isShared && rows[at]?.registrant_id && !areOfOneName(rows[at]?.name, rows[holder]?.name)) isShared = true;
    if (spans.length === 0 || start > until) spans.push(start, end);
    else if (end > until) spans[spans.length - 1] = end;
    if (end <= until) continue;
    seconds += end - Math.max(start, until);
    until = end;
    holder = at;
  }
  return { seconds, isShared };
};

/** Unites the rows of each person, by number; nothing for people without a row. */
export const toStays = (joinings: Joinings, people: PeopleOfRows, withJoinings: boolean): (Stay | undefined)[] => {
  const { rows } = joinings;
  const { joins, rule, roles, nameRow, emailRow } = gather(joinings, people);
  const { starts, places } = groupRows(joinings, people, joins);
  const stays: (Stay | undefined)[] = new Array(people.count);
  const spans: number[] = [];
  for (let person = 0; person < people.count; person += 1) {
    if ((joins[person] ?? 0) === 0) continue;
    const joiningTimes: number[] | null = withJoinings ? [] : null;
    const first = starts[person] ?? 0;
    const end = starts[person + 1] ?? 0;
    const { seconds, isShared } = unite(joinings, places, first, end, spans, joiningTimes);
    const role = roles[person] ?? 0;
    stays[person] = {
      // A copy has just the room that it needs; a list that grew has room for seventeen, and nearly everybody has one or two.
      spans: spans.slice(),
      seconds,
      joins: joins[person] ?? 0,
      rule: rule[person] ?? NO_RULE,
      name: toShownName(rows[nameRow[person] ?? NO_ROW]?.name),
      email: toEmailKey(rows[emailRow[person] ?? NO_ROW]?.user_email) || null,
      isHost: (role & HOST) > 0,
      isPanelist: (role & PANELIST) > 0,
      isAttendee: (role & ATTENDEE) > 0,
      isShared,
      joinings: joiningTimes,
    };
  }
  return stays;
};
