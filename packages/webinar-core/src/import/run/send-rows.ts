import type { Clock, Lease } from "@zoom-webinar/foundation";
import { hashOf } from "../../people/person-key.ts";
import type { Person } from "../check/person.ts";
import type { RowNote } from "../journal/events.ts";
import type { Journal } from "../journal/journal.ts";
import { codeOf } from "../journal/standing.ts";
import { GIVEN_UP } from "../result.ts";
import { fateOf } from "./fate.ts";
import type { Task } from "./task.ts";

/** A row with the person in it. */
export interface PersonRow {
  at: number;
  person: Person;
}

/** Why sending ended before all rows were sent. */
export interface Stop {
  /** An error code of ours; `failed_rest`: Zoom takes nobody any more, the rest counts as failed. */
  code: string;
  message: string;
  resumeAtMs: number | null;
}

/** The caller asked to stop. */
export const INTERRUPTED: Stop = { code: "cancelled", message: "Interrupted.", resumeAtMs: null };

/** What a run knows besides its journal. */
export interface Sending {
  journal: Journal;
  task: Task;
  clock: Clock;
  lease: Lease;
  /** Aborts when nothing more may be begun. */
  signal: AbortSignal | undefined;
  /** Aborts when calls that are under way have had their time. */
  hardSignal: AbortSignal;
  /** Whether somebody gave the import up meanwhile. */
  isGivenUp(): Promise<boolean>;
  onAnswer(): void;
}

/** What was sent so far, over all passes of a run. */
export interface SendState {
  stop: Stop | null;
  /** Rows that Zoom will take tomorrow. */
  capped: Set<number>;
  cappedUntilMs: number | null;
  /** Rows that a call refused together with others: to be sent each by itself. */
  alone: Set<number>;
  /** How often a row's call got no answer. */
  losses: Map<number, number>;
  /** Rows that Zoom refused, in its words. */
  refused: Set<number>;
  /** Zoom takes nobody any more: why. */
  over: string | null;
  window: number;
  troubles: number;
}

export const newSendState = (): SendState => ({
  stop: null,
  capped: new Set(),
  cappedUntilMs: null,
  alone: new Set(),
  losses: new Map(),
  refused: new Set(),
  over: null,
  window: 1,
  troubles: 0,
});

/** Calls under way at once. They wait for their turn in the client, so that this only has to outlast Zoom's slowest answers. */
const MOST_UNDER_WAY = 80;
/** Calls in a row that got no answer, or no turn, before it is left for later. */
const MOST_TROUBLES = 4;

const isEnded = (state: SendState): boolean => state.stop !== null || state.over !== null;

/** Groups rows into calls of at most `size`; a row that has to go by itself is a call of its own. */
async function* toCalls(rows: AsyncIterable<PersonRow>, size: number, alone: ReadonlySet<number>): AsyncGenerator<PersonRow[], void, undefined> {
  let call: PersonRow[] = [];
  for await (const row of rows) {
    if (alone.has(row.at)) {
      yield [row];
      continue;
    }
    call.push(row);
    if (call.length < size) continue;
    yield call;
    call = [];
  }
  if (call.length > 0) yield call;
}

/** Sends one call and notes what came of it. Never throws what Zoom or the way to it did. */
const sendCall = async (number: number, rows: readonly PersonRow[], sending: Sending, state: SendState): Promise<void> => {
  const { journal, task, clock, signal, hardSignal } = sending;
  const notes = (standing: "done" | "failed" | "unknown", message: string): RowNote[] => rows.map(({ at }) => [at, codeOf(standing), null, message]);
  const trouble = () => {
    state.troubles += 1;
    state.window = Math.max(Math.floor(state.window / 2), 1);
  };
  try {
    const sent = await task.send(
      rows.map(({ person }) => person),
      { signal: hardSignal },
    );
    state.troubles = 0;
    state.window = Math.min(state.window * 2, MOST_UNDER_WAY);
    const answered = rows.map(({ at }, place): RowNote => {
      const one = sent[place];
      return one ? [at, codeOf(one.standing), one.id] : [at, codeOf("unknown"), null, "Zoom's answer does not name this person"];
    });
    await journal.note({ t: "answer", call: number, rows: answered });
  } catch (error) {
    const fate = fateOf(error);
    // Whatever a call ends with after that, it is not Zoom that ends the import.
    if (signal?.aborted) state.stop ??= INTERRUPTED;
    if (fate.kind === "doubt") {
      trouble();
      for (const { at } of rows) state.losses.set(at, (state.losses.get(at) ?? 0) + 1);
      await journal.note({ t: "doubt", call: number, at: clock.now() });
      if (state.troubles >= MOST_TROUBLES && state.stop === null)
        state.stop = { code: "zoom_unavailable", message: "Zoom does not answer.", resumeAtMs: null };
      return;
    }
    if (fate.kind === "done") return journal.note({ t: "answer", call: number, rows: notes("done", fate.message) });
    if (fate.kind === "refused" && rows.length === 1) {
      for (const { at } of rows) state.refused.add(at);
      return journal.note({ t: "answer", call: number, rows: notes("failed", fate.message) });
    }
    await journal.note({ t: "unsent", call: number });
    if (fate.kind === "refused" || (fate.kind === "tomorrow" && rows.length > 1)) {
      for (const { at } of rows) state.alone.add(at);
    } else if (fate.kind === "tomorrow") {
      for (const { at } of rows) state.capped.add(at);
      state.cappedUntilMs = Math.min(state.cappedUntilMs ?? Number.POSITIVE_INFINITY, fate.at ?? Number.POSITIVE_INFINITY);
    } else if (fate.kind === "over") {
      state.over ??= fate.message;
    } else if (fate.kind === "stop") {
      const { retry_at } = fate.error.details;
      state.stop ??= { code: fate.error.code, message: fate.error.message, resumeAtMs: typeof retry_at === "string" ? Date.parse(retry_at) : null };
    } else {
      trouble();
      const { retry_at } = fate.error.details;
      if (state.troubles >= MOST_TROUBLES)
        state.stop ??= { code: fate.error.code, message: fate.error.message, resumeAtMs: typeof retry_at === "string" ? Date.parse(retry_at) : null };
    }
  }
};

/**
 * Sends rows, many calls at a time. The rows of all calls that begin together are in the journal, and on the disk, before the first of them is sent; what
 * came of each is noted after it. Ends early if `state.stop` or `state.over` says so. Throws `DiskError`, after every call that was begun has ended.
 */
export const sendRows = async (rows: AsyncIterable<PersonRow>, sending: Sending, state: SendState): Promise<void> => {
  const { journal, task, clock, lease, signal, isGivenUp, onAnswer } = sending;
  const calls = toCalls(rows, task.size, state.alone);
  const underWay = new Set<Promise<void>>();
  let failure: { error: unknown } | null = null;
  let isAtEnd = false;
  const mustStop = () => isEnded(state) || failure !== null || signal?.aborted === true;
  const begin = (number: number, call: readonly PersonRow[]) => {
    const work: Promise<void> = sendCall(number, call, sending, state)
      .then(onAnswer)
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => underWay.delete(work));
    underWay.add(work);
  };
  try {
    while (!isAtEnd && !mustStop()) {
      // Half of them at once: one wait for the disk then covers many calls.
      const free = state.window - underWay.size;
      if (free < Math.ceil(state.window / 2) && underWay.size > 0) {
        await Promise.race(underWay);
        continue;
      }
      if (await isGivenUp()) {
        state.stop = { code: "cancelled", message: GIVEN_UP, resumeAtMs: null };
        break;
      }
      const group: PersonRow[][] = [];
      while (group.length < free) {
        const next = await calls.next();
        if (next.done === true) {
          isAtEnd = true;
          break;
        }
        group.push(next.value);
      }
      if (group.length === 0 || mustStop()) break;
      await lease.assertHeld();
      const first = journal.standing.lastCall + 1;
      const at = clock.now();
      await journal.commit(
        ...group.map((call, place) => ({
          t: "intent" as const,
          call: first + place,
          at,
          fence: lease.fence,
          rows: call.map((row) => row.at),
          keys: call.map(({ person }) => hashOf(person.key)),
        })),
      );
      // The disk may have taken its time: whoever took over meanwhile knows of these intents and looks them up.
      await lease.assertHeld();
      for (const [place, call] of group.entries()) begin(first + place, call);
    }
  } finally {
    await calls.return();
    while (underWay.size > 0) await Promise.race(underWay);
  }
  if (failure !== null) throw (failure as { error: unknown }).error;
  if (signal?.aborted) state.stop ??= INTERRUPTED;
};
