import type { Plan } from "../plan/plan.ts";
import { type Head, type JournalEvent, type RowNote, type RowStanding, STANDINGS } from "./events.ts";

/** A call that was begun. */
export interface BegunCall {
  rows: readonly number[];
  keys: readonly string[];
  sentMs: number;
  /** When we gave up waiting for its answer, null if nobody was left to. */
  gaveUpMs: number | null;
}

/** All that a journal says, kept up to date while it is written. */
export interface Standing {
  head: Head;
  plan: Plan | null;
  /** One code a row: its place in `STANDINGS`. */
  codes: Uint8Array;
  ids: Map<number, string>;
  notes: Map<number, { field: string | null; message: string; line: number | null }>;
  /** Calls without an answer, by number. */
  doubts: Map<number, BegunCall>;
  /** When each row was sent that is done or in doubt: the first time of those that may have counted (milliseconds since the epoch). */
  sentMs: Map<number, number>;
  /** The address of every row that was sent, by its hash, with the last time. */
  hashes: Map<string, { at: number; sentMs: number }>;
  lagMs: number | null;
  /** False if the journal does not hold the whole plan: nothing was sent then. */
  isReady: boolean;
  lastCall: number;
  /** The file of results that this import wrote, null for none yet. */
  results: string | null;
  fence: number;
  end: Extract<JournalEvent, { t: "end" }> | null;
  /** True if a run ended with nothing left to send, and nothing is to be sent again since. A later run that had nothing to do leaves it so. */
  isWhole: boolean;
  isAbandoned: boolean;
}

/** The code of a standing. */
export const codeOf = (standing: RowStanding): number => STANDINGS.indexOf(standing);

/** What a journal says that holds only its head. */
export const emptyStanding = (head: Head): Standing => ({
  head,
  plan: null,
  codes: new Uint8Array(0),
  ids: new Map(),
  notes: new Map(),
  doubts: new Map(),
  sentMs: new Map(),
  hashes: new Map(),
  lagMs: null,
  isReady: false,
  lastCall: 0,
  results: null,
  fence: 0,
  end: null,
  isWhole: false,
  isAbandoned: false,
});

const noteRows = (standing: Standing, rows: readonly RowNote[]): void => {
  for (const [at, code, id, message, field, line] of rows) {
    standing.codes[at] = code;
    if (id) standing.ids.set(at, id);
    if (message) standing.notes.set(at, { field: field ?? null, message, line: line ?? null });
    else standing.notes.delete(at);
  }
};

/** Takes an event in. Events of one journal must come in their order. */
export const applyEvent = (standing: Standing, event: JournalEvent): void => {
  switch (event.t) {
    case "head":
      return;
    case "plan":
      standing.plan = event.plan;
      standing.codes = new Uint8Array(event.plan.rows);
      return;
    case "ready":
      standing.isReady = true;
      return;
    case "rows":
      noteRows(standing, event.rows);
      return;
    case "intent":
      standing.isWhole = false;
      standing.lastCall = Math.max(standing.lastCall, event.call);
      standing.doubts.set(event.call, { rows: event.rows, keys: event.keys, sentMs: event.at, gaveUpMs: null });
      for (const [place, at] of event.rows.entries()) {
        if (!standing.sentMs.has(at)) standing.sentMs.set(at, event.at);
        standing.hashes.set(event.keys[place] ?? "", { at, sentMs: event.at });
      }
      return;
    case "answer":
      standing.doubts.delete(event.call);
      noteRows(standing, event.rows);
      return;
    case "unsent": {
      const call = standing.doubts.get(event.call);
      standing.doubts.delete(event.call);
      for (const at of call?.rows ?? []) if (standing.sentMs.get(at) === call?.sentMs) standing.sentMs.delete(at);
      return;
    }
    case "doubt": {
      const call = standing.doubts.get(event.call);
      if (call !== undefined) call.gaveUpMs = event.at;
      return;
    }
    case "found":
      settleRows(
        standing,
        event.rows.map(([at]) => at),
      );
      noteRows(standing, event.rows);
      return;
    case "absent":
      settleRows(standing, event.rows);
      if (event.rows.length > 0) standing.isWhole = false;
      for (const at of event.rows) {
        standing.codes[at] = codeOf("open");
        standing.sentMs.delete(at);
        standing.notes.delete(at);
      }
      return;
    case "lag":
      standing.lagMs = Math.min(standing.lagMs ?? Number.POSITIVE_INFINITY, event.ms);
      return;
    case "owner":
      standing.fence = Math.max(standing.fence, event.fence);
      standing.end = null;
      return;
    case "results":
      standing.results = event.path;
      return;
    case "end":
      standing.end = event;
      standing.isWhole = event.complete;
      return;
    case "abandoned":
      standing.isAbandoned = true;
  }
};

/** Takes rows out of the calls that are in doubt. */
const settleRows = (standing: Standing, rows: readonly number[]): void => {
  const settled = new Set(rows);
  for (const [number, call] of standing.doubts) {
    const left = call.rows.flatMap((at, place) => (settled.has(at) ? [] : [{ at, key: call.keys[place] ?? "" }]));
    if (left.length === call.rows.length) continue;
    if (left.length === 0) standing.doubts.delete(number);
    else standing.doubts.set(number, { ...call, rows: left.map(({ at }) => at), keys: left.map(({ key }) => key) });
  }
};

/** The rows whose fate nobody knows yet, each with the time after which its call cannot have begun to count. */
export const doubtfulRows = (standing: Standing, nowMs: number): Map<number, number> => {
  const rows = new Map<number, number>();
  for (const { rows: places, gaveUpMs } of standing.doubts.values())
    for (const at of places) rows.set(at, Math.max(rows.get(at) ?? 0, gaveUpMs ?? nowMs));
  return rows;
};

/** The rows that are still to be sent. Rows in doubt do not count: they are unknown until Zoom's list settles them. */
export const openRows = (standing: Standing): number[] => {
  const doubtful = doubtfulRows(standing, 0);
  const open = codeOf("open");
  const rows: number[] = [];
  for (const [at, code] of standing.codes.entries()) if (code === open && !doubtful.has(at)) rows.push(at);
  return rows;
};

/** Whom the plan of an import left unknown that has not sent them itself since. */
const unsentUnknown = ({ codes, sentMs }: Standing): number => {
  const unknown = codeOf("unknown");
  return codes.reduce((sum, code, at) => (code === unknown && !sentMs.has(at) ? sum + 1 : sum), 0);
};

/** The plan, which is not sure any more about those who were settled or sent since. */
export const planNow = (standing: Standing): Plan | null => {
  const { plan } = standing;
  if (plan?.unsure === undefined) return plan;
  const { unsure, ...rest } = plan;
  const still = Math.min(unsure, unsentUnknown(standing));
  return still === 0 ? rest : { ...plan, unsure: still };
};

/** How many rows have a standing. */
export const countOf = ({ codes }: Standing, standing: RowStanding): number => {
  const code = codeOf(standing);
  let count = 0;
  for (const one of codes) if (one === code) count += 1;
  return count;
};
