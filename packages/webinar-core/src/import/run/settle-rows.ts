import type { Clock } from "@zoom-webinar/foundation";
import { type RowNote, STANDINGS } from "../journal/events.ts";
import type { Journal } from "../journal/journal.ts";
import { codeOf, doubtfulRows } from "../journal/standing.ts";
import { MEASURE_MS, SETTLE_MS, SKEW_MS } from "./bounds.ts";
import type { Look, Task } from "./task.ts";

/** What settling needs. */
export interface Settling {
  journal: Journal;
  task: Task;
  clock: Clock;
  signal: AbortSignal | undefined;
  /** A time of our clock as Zoom's clock tells it. */
  zoomTime(ourMs: number): number;
  /** Rows by key of their person. */
  rowsByKey: ReadonlyMap<string, number>;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/** Reads the list once. */
export const lookNow = async ({ task, clock, rowsByKey }: Pick<Settling, "task" | "clock" | "rowsByKey">): Promise<Look> => {
  const startedMs = clock.now();
  const listed = await task.look(rowsByKey);
  return { startedMs, endedMs: clock.now(), listed };
};

/**
 * Up to when the list is certainly complete: the time at which we sent the latest of our sign-ups that the list shows. A sign-up that the list dates before
 * we sent it was made by somebody else and proves nothing. Null if the list shows none of ours.
 */
const coveredUntil = ({ listed }: Look, { journal, rowsByKey, zoomTime, task }: Settling): number | null => {
  const { codes, sentMs } = journal.standing;
  const doubtful = doubtfulRows(journal.standing, 0);
  let latest: number | null = null;
  for (const [key, at] of rowsByKey) {
    const sent = sentMs.get(at);
    const standing = STANDINGS[codes[at] ?? 0];
    if (sent === undefined || (standing !== "done" && standing !== "pending" && !doubtful.has(at))) continue;
    const one = listed.get(key);
    const sentByZoom = zoomTime(sent);
    const isOlder = one !== undefined && one.createdMs !== null && one.createdMs + SKEW_MS < sentByZoom;
    if (isOlder || task.after(one, sentByZoom) === null) continue;
    if (latest === null || sent > latest) latest = sent;
  }
  return latest;
};

/** Notes how long the list took to show the latest sign-up that it shows. Returns the time up to which the list is complete; null if that is not known. */
const noteLag = async (look: Look, settling: Settling): Promise<number | null> => {
  const coveredMs = coveredUntil(look, settling);
  const { journal } = settling;
  if (coveredMs === null) return null;
  const ms = Math.max(look.endedMs - coveredMs, 0);
  if (ms < (journal.standing.lagMs ?? Number.POSITIVE_INFINITY)) await journal.note({ t: "lag", ms });
  return coveredMs;
};

/**
 * Settles calls without an answer by one look: who is on the list was done; who is not was surely not done if the list shows something that was sent after
 * we gave that call up, or if the call is older than the list has been seen to lag. Returns how many rows are left, and when (by our clock) the lag will
 * have passed for all of them; null if nobody knows how long the list takes.
 */
const settleBy = async (look: Look, settling: Settling, openedMs: number): Promise<{ left: number; readyMs: number | null }> => {
  const { journal, task, zoomTime, rowsByKey } = settling;
  const coveredMs = await noteLag(look, settling);
  const { standing } = journal;
  const doubtful = doubtfulRows(standing, openedMs);
  const keyOf = new Map<number, string>();
  for (const [key, at] of rowsByKey) if (doubtful.has(at)) keyOf.set(at, key);
  const found: RowNote[] = [];
  const absent: number[] = [];
  let left = 0;
  let readyMs: number | null = null;
  for (const [at, gaveUpMs] of doubtful) {
    const listed = look.listed.get(keyOf.get(at) ?? "");
    const after = task.after(listed, zoomTime(standing.sentMs.get(at) ?? gaveUpMs));
    if (after !== null) {
      const message = after === "already" ? "was registered by somebody else meanwhile" : null;
      found.push([at, codeOf(after), listed?.id ?? null, message]);
    } else if ((coveredMs !== null && coveredMs >= gaveUpMs) || (standing.lagMs !== null && look.startedMs - gaveUpMs >= standing.lagMs))
      absent.push(at);
    else {
      left += 1;
      if (standing.lagMs !== null) readyMs = Math.max(readyMs ?? 0, gaveUpMs + standing.lagMs);
    }
  }
  if (found.length > 0) await journal.note({ t: "found", rows: found });
  if (absent.length > 0) await journal.note({ t: "absent", rows: absent });
  return { left, readyMs };
};

/** How patient settling is. */
export interface Patience {
  /** Null: one look. */
  untilMs: number | null;
  /** False: go on looking although nothing tells how long the list takes; true: leave that to what is sent next. */
  leavesUnmeasured: boolean;
}

/**
 * Looks until every call without an answer is settled, or patience ends. `openedMs`: when this process took over; calls of one that died cannot have begun
 * after it. Returns how many rows are left.
 */
export const settleDoubts = async (settling: Settling, openedMs: number, { untilMs, leavesUnmeasured }: Patience): Promise<number> => {
  const { journal, clock, signal } = settling;
  let pauseMs = FIRST_PAUSE_MS;
  for (;;) {
    if (journal.standing.doubts.size === 0) return 0;
    const { left, readyMs } = await settleBy(await lookNow(settling), settling, openedMs);
    if (left === 0 || untilMs === null || signal?.aborted || (readyMs === null && leavesUnmeasured)) return left;
    const nowMs = clock.now();
    const waitMs = readyMs === null ? pauseMs : Math.max(readyMs - nowMs, 1);
    if (nowMs + waitMs > untilMs) return left;
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    await clock.sleep(waitMs, signal).catch(() => {});
  }
};

/** Measures how long the list takes to show the latest sign-up: so that the last call of an import can be judged, after which nothing is sent. */
export const measureLag = async (settling: Settling): Promise<void> => {
  const { clock, journal, signal } = settling;
  const untilMs = clock.now() + MEASURE_MS;
  let pauseMs = FIRST_PAUSE_MS;
  while (!signal?.aborted) {
    await noteLag(await lookNow(settling), settling);
    if (journal.standing.lagMs !== null || clock.now() + pauseMs > untilMs) return;
    await clock.sleep(pauseMs, signal).catch(() => {});
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
};

/** Until when an import's calls are looked for, from now. */
export const settleUntil = (clock: Clock): number => clock.now() + SETTLE_MS;
