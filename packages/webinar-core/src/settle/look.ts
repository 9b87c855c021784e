import { CancelledError, isZoomWebinarError, RateLimitError, UnavailableError } from "@zoom-webinar/foundation";
import type { Intent } from "./intents.ts";
import type { ListLag } from "./list-lag.ts";
import type { Candidate, SettleContext, SettledWrite } from "./settled-write.ts";

/** Pauses before each look, in milliseconds: half a minute in all. Most of what was made shows within that time. */
const LOOKS_MS = [0, 1000, 2000, 4000, 8000, 15_000];
/** Zoom's clock and ours tick apart, and it writes whole seconds. */
const MARGIN_MS = 5000;

/** What looking came to. */
export interface Looked<Result> {
  candidates: readonly Candidate<Result>[];
  /** Why the last look failed; null: it did not, and saw all there was. */
  failure: unknown;
  /** How long after the attempt the last look began, in milliseconds. */
  afterMs: number;
  /** How long a list of this account may lag, in milliseconds. */
  lagMs: number;
}

/** When to look, in milliseconds since the epoch. */
export interface LookTimes {
  /** When the write was begun: what is older was not made by it. */
  sinceMs: number;
  /** When its attempt ended: from then on, it is late. */
  endedMs: number;
  /** Nothing is waited for beyond this. */
  deadlineMs: number;
}

/** True if what a whole list does not show was surely not made: the list is older than any lag that the account has shown. */
export const isSurelyAbsent = ({ candidates, failure, afterMs, lagMs }: Looked<unknown>): boolean =>
  candidates.length === 0 && failure === null && afterMs >= lagMs + MARGIN_MS;

/** False for what an identical write made, and for what was there before. */
export const isNewTo =
  ({ ids, known }: Intent) =>
  ({ id }: { id: string }): boolean =>
    !ids.includes(id) && !(known ?? []).includes(id);

/**
 * Looks again and again until something is there. If nothing is after half a minute, looks once more when the lists' lag is over, unless that is beyond
 * the deadline. If an attempt is older than that, one look is enough.
 */
export const look = async <Result>(
  write: SettledWrite<Result>,
  { clock, signal }: SettleContext,
  lag: ListLag,
  intent: Intent,
  { sinceMs, endedMs, deadlineMs }: LookTimes,
): Promise<Looked<Result>> => {
  const find = write.find ?? (async () => []);
  let looked: Looked<Result> = { candidates: [], failure: null, afterMs: 0, lagMs: await lag.knownMs() };
  /** True if looking again may show more. */
  const lookOnce = async (): Promise<boolean> => {
    const missedMs = looked.candidates.length === 0 && looked.failure === null ? looked.afterMs : 0;
    const afterMs = clock.now() - endedMs;
    try {
      const candidates = (await find(sinceMs)).filter(isNewTo(intent));
      looked = { ...looked, candidates, failure: null, afterMs };
      // It was missing at one look and is there at this one: so long a list of this account may lag. The margin is ours.
      if (candidates.length > 0 && missedMs > 0) await lag.shown(afterMs - MARGIN_MS);
      return !candidates.some(({ isPartial }) => isPartial !== true);
    } catch (error) {
      looked = { ...looked, failure: error, afterMs };
      return error instanceof UnavailableError || error instanceof RateLimitError;
    }
  };
  for (const pauseMs of LOOKS_MS) {
    if (pauseMs > 0 && isSurelyAbsent(looked)) return looked;
    if (pauseMs > 0) await clock.sleep(pauseMs, signal);
    if (!(await lookOnce())) return looked;
  }
  const lastMs = endedMs + looked.lagMs + MARGIN_MS;
  const waitMs = lastMs - clock.now();
  if (waitMs > 0 && lastMs <= deadlineMs) {
    await clock.sleep(waitMs, signal);
    await lookOnce();
  }
  return looked;
};

/** What is there before the write. Null: nobody can look, so that what is found later may be older. */
export const lookBefore = async <Result>({ find, isUndated }: SettledWrite<Result>, nowMs: number): Promise<readonly string[] | null> => {
  if (find === null || isUndated !== true) return [];
  try {
    return (await find(nowMs)).map(({ id }) => id);
  } catch (error) {
    // Whether the write itself can be done is for Zoom to say; a caller who stops is another matter.
    if (!isZoomWebinarError(error) || error instanceof CancelledError) throw error;
    return null;
  }
};
