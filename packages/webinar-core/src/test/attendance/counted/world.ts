import type * as z from "zod";
import type { reportInput } from "../../../attendance/input.ts";

/** One joining, registrant, panelist or answer as Zoom's reply holds it. */
export type Row = Readonly<Record<string, unknown>>;

/** One time the webinar took place, and what Zoom's report says about it. */
export interface HeldInstance {
  uuid: string;
  start: string;
  /** Null while it runs. */
  end: string | null;
  joinings: readonly Row[];
  /** Status and body in place of the participants reply. */
  refusal?: { status: number; code: number; message: string };
  occurrence?: string;
  polls?: readonly Row[];
  questions?: readonly Row[];
  survey?: readonly Row[];
  details?: Row;
}

export interface HeldWebinar {
  webinar?: Row;
  settings?: Row;
  registrants?: readonly Row[];
  panelists?: readonly Row[];
  instances: readonly HeldInstance[];
  /** Rows of a page of each list. */
  pageSize?: number;
  now?: string;
}

/** A webinar small enough to count by hand, and what counting gave. */
export interface CountedWorld {
  about: string;
  held?: HeldWebinar;
  input: z.input<typeof reportInput>;
  /** Every person in the report's order, see `lineOf`. Left out: not compared. */
  people?: readonly string[];
  /** What else the report holds. */
  expects?: Row;
  /** What one of the notes has to say. */
  notes?: readonly RegExp[];
}

export const ID = "95312345678";
export const UUID = "abCD12efGH34ijKL56mnOP==";
export const HOST = "ada@example.com";
const DAY = "2027-01-10";

/** An instant of the day on which the worlds take place. */
export const at = (time: string): string => `${DAY}T${time.length === 5 ? `${time}:00` : time}Z`;

/** A joining; `join` and `leave` are times of day. */
export const joining = (name: string, join: string, leave: string, more: Row = {}): Row => ({
  id: "",
  user_id: "16778240",
  name,
  user_email: "",
  join_time: at(join),
  leave_time: at(leave),
  duration: Math.max(0, (Date.parse(at(leave)) - Date.parse(at(join))) / 1000),
  registrant_id: "",
  status: "in_meeting",
  ...more,
});

/** The joining of a registrant: `Ann` has the ID `r-ann` and the address `ann@example.com`. */
export const seat = (name: string, join: string, leave: string, more: Row = {}): Row =>
  joining(name, join, leave, { registrant_id: `r-${name.toLowerCase()}`, user_email: `${name.toLowerCase()}@example.com`, ...more });

export const registrant = (name: string, more: Row = {}): Row => ({
  id: `r-${name.toLowerCase()}`,
  email: `${name.toLowerCase()}@example.com`,
  first_name: name,
  last_name: "",
  status: "approved",
  create_time: "2027-01-01T10:00:00Z",
  ...more,
});

export const panelist = (name: string, more: Row = {}): Row => ({
  id: `p-${name.toLowerCase()}`,
  email: `${name.toLowerCase()}@example.com`,
  name,
  ...more,
});

/** An hour from 15:00. */
export const anHour = (joinings: readonly Row[], more: Partial<HeldInstance> = {}): HeldInstance => ({
  uuid: UUID,
  start: at("15:00"),
  end: at("16:00"),
  joinings,
  ...more,
});

/** A webinar with registration that took place once, for an hour from 15:00. */
export const registered = (names: readonly string[], joinings: readonly Row[], more: Partial<HeldWebinar> = {}): HeldWebinar => ({
  registrants: names.map((name) => registrant(name)),
  instances: [anHour(joinings)],
  ...more,
});

/** A webinar that asks nobody to register. */
export const open = (joinings: readonly Row[], more: Partial<HeldWebinar> = {}): HeldWebinar => ({
  settings: { approval_type: 2 },
  instances: [anHour(joinings)],
  ...more,
});

export const BY_ID = { webinar_id: ID };
/** The host, who stayed away. */
export const NO_HOST = `host ${HOST} 0 s 0 joins`;

interface Person {
  status?: string | undefined;
  email?: string | null | undefined;
  name?: string | null | undefined;
  seconds?: number | null | undefined;
  joins?: number | null | undefined;
  identity?: string | null | undefined;
}

/** A person in one line: status, address or else name, seconds and joinings. */
export const lineOf = ({ status, email, name, seconds, joins }: Person): string =>
  `${status} ${email ?? name ?? "(no name)"} ${seconds ?? 0} s ${joins ?? 0} joins`;
