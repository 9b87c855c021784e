import { CancelledError, LeaseLostError, RateLimitError, UnavailableError } from "@zoom-webinar/foundation";
import { countOf } from "../../operation/counts.ts";
import { checkRow, type RowRules } from "../check/check-row.ts";
import type { RowNote } from "../journal/events.ts";
import { codeOf, doubtfulRows, openRows } from "../journal/standing.ts";
import { storedRows } from "../journal/stored-rows.ts";
import { MOST_ATTEMPTS, SETTLE_MS, UNSURE_MS } from "./bounds.ts";
import { INTERRUPTED, newSendState, type PersonRow, type Sending, type SendState, type Stop, sendRows } from "./send-rows.ts";
import { lookNow, measureLag, type Settling, settleDoubts, settleUntil } from "./settle-rows.ts";
import type { Listed } from "./task.ts";

/** What a run of an import needs. */
export interface Run {
  sending: Sending;
  settling: Settling;
  /** The rows that the import keeps. */
  rowsPath: string;
  rules: RowRules;
  /** True if an earlier process may have sent something. */
  isResumed: boolean;
  /** Send those again whom the list does not show, also if nobody can say whether they were done. */
  retryUnknown: boolean;
}

/** How a run ended. */
export interface RunEnd {
  /** Nothing is left to send. */
  complete: boolean;
  stop: Stop | null;
}

/** Said of a row that several calls in a row did not reach. */
const NO_ANSWER = `Zoom gave no answer ${MOST_ATTEMPTS} times, and it was not done`;
const UNKNOWN = "Zoom gave no answer, and its list does not settle it";
/** After this many calls in a row without an answer, and without knowing how late the list is, the last row waits for another run. */
const MOST_LOSSES = 2;
/** Settling and sending again, at most. */
const MOST_ROUNDS = 12;
/** Events of so many rows at once. */
const NOTES_AT_ONCE = 5_000;

/**
 * The rows of the last call. They wait until everything before them is settled: what is sent last has nothing after it by which the list could be judged, and
 * what is in doubt before it can be judged by it.
 */
const lastRows = (open: readonly number[], size: number): Set<number> => {
  if (open.length <= 1) return new Set(open);
  const count = open.length <= size ? 1 : open.length % size || size;
  return new Set(open.slice(-count));
};

async function* rowsOf({ rowsPath, rules, sending }: Run, wanted: (at: number) => boolean): AsyncGenerator<PersonRow, void, undefined> {
  const { standing } = sending.journal;
  const open = codeOf("open");
  const doubtful = doubtfulRows(standing, 0);
  for await (const { at, cells, key } of storedRows(rowsPath)) {
    if (key === null || standing.codes[at] !== open || doubtful.has(at) || !wanted(at)) continue;
    const { person } = checkRow(cells, rules);
    if (person !== null) yield { at, person };
  }
}

const noteInParts = async ({ sending }: Run, rows: readonly RowNote[]): Promise<void> => {
  for (let from = 0; from < rows.length; from += NOTES_AT_ONCE)
    await sending.journal.note({ t: "rows", rows: rows.slice(from, from + NOTES_AT_ONCE) });
};

/** Reads the list, and passes on each of some rows whose person is on it. */
const lookAt = async ({ sending: { task }, settling }: Run, rows: ReadonlySet<number>, note: (at: number, one: Listed) => void): Promise<void> => {
  const { listed } = await lookNow(settling);
  task.know?.(listed);
  for (const [key, one] of listed) {
    const at = settling.rowsByKey.get(key);
    if (at !== undefined && rows.has(at)) note(at, one);
  }
};

/** How a row stands if its call was done, judged by the list. */
const standingBy = ({ sending: { journal, task }, settling }: Run, at: number, one: Listed) =>
  task.after(one, settling.zoomTime(journal.standing.sentMs.get(at) ?? 0));

/** Rows that somebody else signed up while the import rested. */
const noteArrivals = async (run: Run): Promise<void> => {
  const { journal, task } = run.sending;
  const notes: RowNote[] = [];
  await lookAt(run, new Set(openRows(journal.standing)), (at, one) => {
    const { standing, message } = task.before(one);
    if (standing !== "open") notes.push([at, codeOf(standing), one.id, message]);
  });
  await noteInParts(run, notes);
};

/** Looks at rows that Zoom refused, or did not name in its answer: they may be on the list anyway. One that was never sent stays as it was planned. */
const reviewRows = async (run: Run, { refused }: SendState): Promise<void> => {
  const { standing } = run.sending.journal;
  const doubtful = doubtfulRows(standing, 0);
  const unknown = codeOf("unknown");
  const unnamed = [...standing.codes.keys()].filter((at) => standing.codes[at] === unknown && standing.sentMs.has(at) && !doubtful.has(at));
  const rows = new Set([...refused, ...unnamed]);
  if (rows.size === 0) return;
  const notes: RowNote[] = [];
  await lookAt(run, rows, (at, one) => {
    const after = standingBy(run, at, one);
    if (after !== null) notes.push([at, codeOf(refused.has(at) && after !== "denied" ? "already" : after), one.id]);
  });
  await noteInParts(run, notes);
};

/** Calls with an unknown result, repeated on request, for people who are not on the list. */
const reopenUnknown = async (run: Run, openedMs: number): Promise<void> => {
  const { journal, clock } = run.sending;
  const { standing } = journal;
  const unknown = codeOf("unknown");
  const rows = () => [...standing.codes.keys()].filter((at) => standing.codes[at] === unknown);
  if (rows().length === 0) return;
  const gaveUp = doubtfulRows(standing, openedMs);
  // Whom the plan was not sure about was sent by another import, before this one began.
  const plannedMs = standing.plan?.unsure === undefined ? 0 : standing.head.createdMs + UNSURE_MS;
  const readyMs = Math.max(plannedMs, ...rows().map((at) => (gaveUp.get(at) ?? 0) + SETTLE_MS));
  await settleDoubts(run.settling, openedMs, { untilMs: Math.max(readyMs, clock.now()), leavesUnmeasured: false });
  // A list may take a while: what was sent a moment ago gets its time before it is sent again.
  const left = rows();
  const waitMs = readyMs - clock.now();
  if (left.length > 0 && waitMs > 0) await clock.sleep(waitMs, run.sending.signal);
  await noteArrivalsAmong(run, left);
  await journal.note({ t: "absent", rows: rows() });
};

const noteArrivalsAmong = async (run: Run, rows: readonly number[]): Promise<void> => {
  if (rows.length === 0) return;
  const found: RowNote[] = [];
  await lookAt(run, new Set(rows), (at, one) => {
    const after = standingBy(run, at, one);
    if (after !== null) found.push([at, codeOf(after), one.id]);
  });
  if (found.length > 0) await run.sending.journal.note({ t: "found", rows: found });
};

/** Settles what is in doubt and sends again what was surely not done, until nothing changes any more. `kept`: rows that wait. */
const untilSettled = async (run: Run, state: SendState, openedMs: number, kept: ReadonlySet<number>): Promise<void> => {
  const { journal, task } = run.sending;
  for (let round = 0; round < MOST_ROUNDS && state.stop === null && state.over === null; round += 1) {
    if (task.isRepeatable) await journal.note({ t: "absent", rows: [...doubtfulRows(journal.standing, openedMs).keys()] });
    else await settleDoubts(run.settling, openedMs, { untilMs: settleUntil(run.sending.clock), leavesUnmeasured: kept.size > 0 });
    const open = openRows(journal.standing).filter((at) => !kept.has(at) && !state.capped.has(at));
    const spent = open.filter((at) => (state.losses.get(at) ?? 0) >= MOST_ATTEMPTS);
    await noteInParts(
      run,
      spent.map((at) => [at, codeOf("failed"), null, NO_ANSWER]),
    );
    if (open.length === spent.length) return;
    const again = new Set(open);
    await sendRows(
      rowsOf(run, (at) => again.has(at)),
      run.sending,
      state,
    );
  }
};

const finish = async (run: Run, state: SendState): Promise<RunEnd> => {
  const { journal, signal } = run.sending;
  if (state.over !== null) {
    const message = state.over;
    await noteInParts(
      run,
      openRows(journal.standing).map((at) => [at, codeOf("failed"), null, message]),
    );
  }
  const isLeft = openRows(journal.standing).length > 0 || doubtfulRows(journal.standing, 0).size > 0;
  if (signal?.aborted && isLeft) state.stop ??= INTERRUPTED;
  // An interruption after the last answer leaves nothing to go on with.
  const { stop } = state;
  if (stop !== null && (isLeft || stop !== INTERRUPTED)) return { complete: false, stop };
  await reviewRows(run, state);
  await noteInParts(
    run,
    [...doubtfulRows(journal.standing, 0).keys()].map((at) => [at, codeOf("unknown"), null, UNKNOWN]),
  );
  if (state.over === null && state.capped.size > 0) {
    const resumeAtMs = state.cappedUntilMs === null || !Number.isFinite(state.cappedUntilMs) ? null : state.cappedUntilMs;
    const who = countOf(state.capped.size, "person", "people");
    return {
      complete: false,
      stop: { code: "rate_limited", message: `Zoom changes nothing more for ${who} today: their daily limit is reached.`, resumeAtMs },
    };
  }
  if (openRows(journal.standing).length > 0)
    return { complete: false, stop: { code: "zoom_unavailable", message: "Zoom did not answer often enough.", resumeAtMs: null } };
  return { complete: true, stop: state.over === null ? null : { code: "zoom_rejected", message: state.over, resumeAtMs: null } };
};

const sendAndSettle = async (run: Run): Promise<RunEnd> => {
  const { sending, settling } = run;
  const { journal, task, clock } = sending;
  const openedMs = clock.now();
  const state = newSendState();
  if (run.retryUnknown) await reopenUnknown(run, openedMs);
  if (run.isResumed) {
    if (task.isRepeatable) await journal.note({ t: "absent", rows: [...doubtfulRows(journal.standing, openedMs).keys()] });
    else await settleDoubts(settling, openedMs, { untilMs: null, leavesUnmeasured: true });
    await noteArrivals(run);
  }
  const last = lastRows(openRows(journal.standing), task.size);
  await sendRows(
    rowsOf(run, (at) => !last.has(at)),
    sending,
    state,
  );
  await untilSettled(run, state, openedMs, last);
  if (state.stop === null && state.over === null && last.size > 0) {
    if (!task.isRepeatable && journal.standing.lagMs === null && journal.standing.sentMs.size > 0) await measureLag(settling);
    if (journal.standing.lagMs === null && state.troubles >= MOST_LOSSES)
      state.stop = sending.signal?.aborted ? INTERRUPTED : { code: "zoom_unavailable", message: "Zoom does not answer.", resumeAtMs: null };
    else {
      await sendRows(
        rowsOf(run, (at) => !state.capped.has(at)),
        sending,
        state,
      );
      await untilSettled(run, state, openedMs, new Set());
    }
  }
  return finish(run, state);
};

/** The stop that an error stands for which a look at the list, or a wait for it, ended with. Null: the error is not about that. */
const stopOf = (error: unknown, { sending: { signal } }: Run): Stop | null => {
  if (signal?.aborted && (error instanceof CancelledError || (error instanceof Error && error.name === "AbortError"))) return INTERRUPTED;
  // Another process has the import now, and its end is not for this one to write down.
  if (error instanceof LeaseLostError) return null;
  if (error instanceof UnavailableError) return { code: error.code, message: error.message, resumeAtMs: null };
  return error instanceof RateLimitError ? { code: error.code, message: error.message, resumeAtMs: error.retryAt?.getTime() ?? null } : null;
};

/**
 * Sends every row that is to be sent, settles what got no answer, and says how it ended, also if an interruption or an outage ends it while the list is read.
 * Nothing is sent twice by itself: a call without an answer counts as not done only if Zoom's list proves it. Throws `DiskError`, and other errors of reading
 * the list.
 */
export const runRows = async (run: Run): Promise<RunEnd> => {
  try {
    return await sendAndSettle(run);
  } catch (error) {
    const stop = stopOf(error, run);
    if (stop === null) throw error;
    return { complete: false, stop };
  }
};
