import { toEmailKey, toNameKey } from "../../people/names.ts";
import { type FreeSeats, freeSeats } from "./free-seats.ts";
import type { JoiningRow } from "./input.ts";
import type { Joinings } from "./joinings.ts";
import type { Roster } from "./roster.ts";

/** The rule by which a row belongs to its person: the first that applies, as a place in `RULES`. */
export const RULES = ["registrant", "email", "account", "name"] as const;

/** Every row's person, and why. Numbers below `roster.people.length` are people on a list; the others are distinguished by rows alone. */
export interface PeopleOfRows {
  readonly personOf: Int32Array;
  /** Place in `RULES`. */
  readonly ruleOf: Uint8Array;
  /** 1 for rows whose registrant_id is a registration of the list, not a panelist's. */
  readonly isRegistered: Uint8Array;
  /** How many numbers were given; not every number still stands for somebody. */
  readonly count: number;
  /** A registrant_id that is in no list, by person. */
  readonly unlistedIds: ReadonlyMap<number, string>;
  readonly byUnlistedId: ReadonlyMap<string, number>;
  /** People whom an e-mail leads to that is in no list. */
  readonly unlistedEmails: ReadonlyMap<string, number>;
  /** Guests of each name, in the order in which they came. */
  readonly guests: ReadonlyMap<string, readonly number[]>;
  /** Rows whose registrant_id and e-mail lead to two people. */
  readonly contradictions: number;
  /** The person that a number has become. */
  find(number: number): number;
}

/** Numbers that turn out to be one person. The smaller number stays, so that people on a list keep theirs. */
const mergeable = (listed: number) => {
  const parents: number[] = Array.from({ length: listed }, (_, at) => at);
  const find = (number: number): number => {
    let root = number;
    while (parents[root] !== root) root = parents[root] ?? root;
    let at = number;
    while (parents[at] !== root) {
      const next = parents[at] ?? root;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  return {
    find,
    add: (): number => parents.push(parents.length) - 1,
    /** Makes two numbers one; false if they lead to two people on a list, who stay apart. */
    merge: (one: number, other: number): boolean => {
      const a = find(one);
      const b = find(other);
      if (a === b) return true;
      if (a < listed && b < listed) return false;
      parents[Math.max(a, b)] = Math.min(a, b);
      return true;
    },
    get count() {
      return parents.length;
    },
  };
};

const accountOf = ({ participant_user_id, id }: JoiningRow): string => participant_user_id || id || "";

/**
 * Puts rows together that are one person: by registrant_id, then e-mail, then account, each over all rows before the next; what is left are guests, told
 * apart by name and time. A later rule never joins two people of a list.
 */
export const toPeopleOfRows = (joinings: Joinings, roster: Roster): PeopleOfRows => {
  const { rows } = joinings;
  const numbers = mergeable(roster.people.length);
  const numberOf = new Int32Array(rows.length).fill(-1);
  const ruleOf = new Uint8Array(rows.length).fill(RULES.indexOf("name"));
  const isRegistered = new Uint8Array(rows.length);
  const unlisted = new Map<string, number>();
  const byRegistration = RULES.indexOf("registrant");
  const hasPanelists = roster.panelistIds.size > 0;
  let contradictions = 0;

  for (let at = 0; at < rows.length; at += 1) {
    const registrant_id = rows[at]?.registrant_id;
    if (!registrant_id) continue;
    const listed = roster.byRegistrantId.get(registrant_id);
    let number = listed ?? unlisted.get(registrant_id);
    if (listed !== undefined && !(hasPanelists && roster.panelistIds.has(registrant_id))) isRegistered[at] = 1;
    if (number === undefined) {
      number = numbers.add();
      unlisted.set(registrant_id, number);
    }
    numberOf[at] = number;
    ruleOf[at] = byRegistration;
  }

  /** Finds the person of each row that has none yet, by a key of the row; `clashed` gets rows whose key leads to somebody else on a list. */
  const lead = (
    rule: (typeof RULES)[number],
    listed: ReadonlyMap<string, number>,
    keyOf: (row: JoiningRow) => string,
    isHome: (row: JoiningRow, own: number) => boolean,
    clashed: (key: string) => void,
  ): ReadonlyMap<string, number> => {
    const known = new Map<string, number>();
    const ruleNumber = RULES.indexOf(rule);
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? {};
      const own = numberOf[at] ?? -1;
      if (own >= 0 && isHome(row, own)) continue;
      const key = keyOf(row);
      if (key === "") continue;
      const other = listed.get(key) ?? known.get(key);
      if (own < 0) {
        const number = other ?? numbers.add();
        if (other === undefined) known.set(key, number);
        numberOf[at] = number;
        ruleOf[at] = ruleNumber;
      } else if (other === undefined) known.set(key, own);
      else if (own !== other && !numbers.merge(own, other)) clashed(key);
    }
    return known;
  };

  const unlistedEmails = lead(
    "email",
    roster.byEmail,
    (row) => toEmailKey(row.user_email),
    // Nearly everybody: the e-mail is the one that they registered with. To compare it costs less than to look it up.
    (row, own) => roster.people[own]?.email === row.user_email,
    (email) => {
      if (roster.byEmail.has(email)) contradictions += 1;
    },
  );
  lead(
    "account",
    roster.byAccount,
    accountOf,
    () => false,
    () => {},
  );

  const guests = seatGuests(joinings, numberOf, numbers.add);
  const personOf = numberOf.map((number) => numbers.find(number));
  const unlistedIds = new Map<number, string>();
  for (const [id, number] of unlisted) {
    const person = numbers.find(number);
    if (!unlistedIds.has(person)) unlistedIds.set(person, id);
  }
  return {
    personOf,
    ruleOf,
    isRegistered,
    count: numbers.count,
    unlistedIds,
    byUnlistedId: unlisted,
    unlistedEmails,
    guests,
    contradictions,
    find: numbers.find,
  };
};

/** The guests of one name. Most names have one guest, for whom no seats are kept. */
interface GuestsOfName {
  people: number[];
  /** When the only guest leaves for good, as far as is known. */
  until: number;
  seats: FreeSeats | null;
}

/** The place of the guest whom a joining belongs to: the first who has left, else a new one. A joining of no length overlaps nothing. */
const placeOf = (guests: GuestsOfName, from: number, to: number): number => {
  if (to <= from) return 0;
  if (guests.seats === null && guests.until <= from) {
    guests.until = to;
    return 0;
  }
  if (guests.seats === null) {
    guests.seats = freeSeats();
    guests.seats.take(Number.NEGATIVE_INFINITY, guests.until);
  }
  return guests.seats.take(from, to);
};

/** Returns every row that nothing else led to a guest, in the order of joining. */
const seatGuests = ({ rows, from, to }: Joinings, numberOf: Int32Array, add: () => number): Map<string, number[]> => {
  const waiting: number[] = [];
  for (let at = 0; at < numberOf.length; at += 1) if ((numberOf[at] ?? 0) < 0) waiting.push(at);
  waiting.sort((one, other) => (from[one] ?? 0) - (from[other] ?? 0));
  const names = new Map<string, GuestsOfName>();
  for (const at of waiting) {
    const name = toNameKey(rows[at]?.name);
    if (name === "") {
      numberOf[at] = add();
      continue;
    }
    let guests = names.get(name);
    if (guests === undefined) {
      guests = { people: [], until: Number.NEGATIVE_INFINITY, seats: null };
      names.set(name, guests);
    }
    const place = placeOf(guests, from[at] ?? 0, to[at] ?? 0);
    const number = guests.people[place] ?? add();
    guests.people[place] = number;
    numberOf[at] = number;
  }
  return new Map([...names].map(([name, { people }]) => [name, people]));
};
