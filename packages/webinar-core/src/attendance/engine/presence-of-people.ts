import type { Joinings } from "./joinings.ts";
import { toEmailKey, toNameKey, toShownName } from "./names.ts";
import type { PeopleOfRows } from "./people-of-rows.ts";

/** What the rows of one person come to. */
export interface Stay {
  /** United intervals: from, to, from, to … */
  spans: number[];
  seconds: number;
  joins: number;
  /** Place in `RULES` of the strongest rule that led a row here. */
  rule: number;
  /** Of the first joining that has one, as the e-mail. */
  name: string | null;
  email: string | null;
  isHost: boolean;
  isPanelist: boolean;
  isAttendee: boolean;
  /** Overlapping rows of different names came by one registration. */
  isShared: boolean;
  /** Each joining, clipped, in order. */
  joinings: number[];
}

const emptyStay = (): Stay => ({
  spans: [],
  seconds: 0,
  joins: 0,
  rule: Number.POSITIVE_INFINITY,
  name: null,
  email: null,
  isHost: false,
  isPanelist: false,
  isAttendee: false,
  isShared: false,
  joinings: [],
});

/** Places of the rows in order of time. The two numbers of a row make one, because numbers are sorted many times faster than pairs. */
const inOrder = (from: Float64Array): Float64Array => {
  let least = Number.POSITIVE_INFINITY;
  for (const second of from) least = Math.min(least, second);
  const keys = new Float64Array(from.length);
  for (let at = 0; at < from.length; at += 1) keys[at] = ((from[at] ?? 0) - least) * from.length + at;
  keys.sort();
  for (let at = 0; at < keys.length; at += 1) keys[at] = (keys[at] ?? 0) % from.length;
  return keys;
};

/** Unites the rows of each person, by number; nothing for people without a row. */
export const toStays = (joinings: Joinings, people: PeopleOfRows, registrationIds: ReadonlySet<string>): (Stay | undefined)[] => {
  const { rows, from, to, joined } = joinings;
  const stays: (Stay | undefined)[] = new Array(people.count);
  const firstNamed = new Float64Array(people.count).fill(Number.POSITIVE_INFINITY);
  const firstMailed = new Float64Array(people.count).fill(Number.POSITIVE_INFINITY);
  const lastName: string[] = [];
  for (const at of inOrder(from)) {
    const row = rows[at];
    const person = people.personOf[at];
    if (row === undefined || person === undefined) continue;
    const stay = stays[person] ?? emptyStay();
    stays[person] = stay;
    stay.joins += 1;
    stay.rule = Math.min(stay.rule, people.ruleOf[at] ?? stay.rule);
    const join = joined[at] ?? Number.POSITIVE_INFINITY;
    if (stay.name === null || join < (firstNamed[person] ?? 0)) {
      const name = toShownName(row.name);
      if (name !== null) {
        stay.name = name;
        firstNamed[person] = join;
      }
    }
    if (row.user_email && (stay.email === null || join < (firstMailed[person] ?? 0))) {
      const email = toEmailKey(row.user_email);
      if (email !== "") {
        stay.email = email;
        firstMailed[person] = join;
      }
    }
    if (row.role === "host") stay.isHost = true;
    else if (row.role === "panelist") stay.isPanelist = true;
    if (row.registrant_id && registrationIds.has(row.registrant_id)) stay.isAttendee = true;
    const start = from[at] ?? 0;
    const end = to[at] ?? 0;
    stay.joinings.push(start, end);
    if (end <= start) continue;
    const { spans } = stay;
    const last = spans.length - 1;
    const until = spans[last] ?? Number.NEGATIVE_INFINITY;
    if (start > until) {
      spans.push(start, end);
      stay.seconds += end - start;
      lastName[person] = row.name ?? "";
      continue;
    }
    if (start < until && row.registrant_id && !stay.isShared && row.name !== lastName[person]) {
      stay.isShared = toNameKey(row.name) !== toNameKey(lastName[person]);
    }
    if (end > until) {
      spans[last] = end;
      stay.seconds += end - until;
      lastName[person] = row.name ?? "";
    }
  }
  return stays;
};
