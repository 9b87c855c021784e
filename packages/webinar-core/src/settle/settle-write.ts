import {
  AmbiguousError,
  CancelledError,
  type Clock,
  isZoomWebinarError,
  RateLimitError,
  type Store,
  UnavailableError,
} from "@zoom-webinar/foundation";
import { doubtOf } from "./doubt.ts";
import { type Intent, withIntent } from "./intents.ts";

/**
 * Pauses before each look, in milliseconds: half a minute in all. Zoom's lists are taken to show what was made within that time; only then, and if the
 * last look succeeded, does a thing count as absent.
 */
const LOOKS_MS = [0, 1000, 2000, 4000, 8000, 15_000];
/** A call's deadline and those looks, and as much again. */
const LONG_AGO_MS = 180_000;

/** Something that a lookup found and that may be what the write made. */
export interface Candidate<Result> {
  id: string;
  /** For people. */
  label: string;
  /** The result that the write would have had. */
  adopt(): Promise<Result>;
  /** Only a part of what was written shows. It is looked at again; where it stays so, `adopt` says which part, or throws. */
  isPartial?: boolean;
}

/** A write that must not happen twice. */
export interface SettledWrite<Result> {
  /** "webinars.create" */
  operation: string;
  /** For messages: `The webinar "Tides"`. */
  what: string;
  /** All that the request says. Identical writes wait for each other. */
  identity: unknown;
  /** Sends it; called twice at most. */
  send(): Promise<Result>;
  /** What the write made, null where it has no id of its own: then one thing may be the result of several writes. */
  idOf(result: Result): string | null;
  /** Finds what the write may have made since then (milliseconds since the epoch). Null: Zoom has nothing to look it up in; it is never repeated. */
  find: ((sinceMs: number) => Promise<readonly Candidate<Result>[]>) | null;
  /** What `find` gives does not say when it was made. So it is looked at before the write as well, and what was there then is not taken. */
  isUndated?: boolean;
  /** Where to look, for hints: "the host's webinars". */
  where: string;
}

/** What settling needs of a call's context. */
export interface SettleContext {
  store: Store;
  clock: Clock;
  signal: AbortSignal | undefined;
}

/** The result, and whether it was found rather than answered. */
export interface Settled<Result> {
  result: Result;
  adopted: boolean;
}

interface Looked<Result> {
  candidates: readonly Candidate<Result>[];
  /** Why the last look failed; null: it did not. */
  failure: unknown;
}

const ambiguous = <Result>(write: SettledWrite<Result>, { candidates, failure }: Looked<Result>, cause: unknown): AmbiguousError => {
  const found = candidates.map(({ id, label }) => ({ id, label }));
  const told =
    write.find === null
      ? "Zoom has nothing to look it up in, so it was not tried again"
      : failure !== null
        ? `looking it up failed (${isZoomWebinarError(failure) ? failure.message : "unexpectedly"}), so it was not tried again`
        : found.length > 0
          ? `${found.length} of that kind are there`
          : "it is not there (yet)";
  return new AmbiguousError(`${write.what} may have been done or not: Zoom gave no usable answer, and ${told}.`, {
    cause,
    hint:
      found.length > 0
        ? `Look at the candidates in ${write.where} and remove what is too much.`
        : `Look at ${write.where} in a minute, and repeat it only if it is not there.`,
    details: { candidates: found },
    foreign: ["candidates"],
  });
};

/** Looks again and again until something is there or the time has come to believe that nothing is; once, where that time is over already. */
const look = async <Result>(
  write: SettledWrite<Result>,
  { clock, signal }: SettleContext,
  intent: Intent,
  sinceMs: number,
  isLongAgo = false,
): Promise<Looked<Result>> => {
  const find = write.find ?? (async () => []);
  let failure: unknown = null;
  let part: readonly Candidate<Result>[] = [];
  for (const pauseMs of LOOKS_MS) {
    if (isLongAgo && pauseMs > 0 && failure === null) break;
    if (pauseMs > 0) await clock.sleep(pauseMs, signal);
    try {
      const candidates = (await find(sinceMs)).filter(isNewTo(intent));
      failure = null;
      if (candidates.some(({ isPartial }) => isPartial !== true)) return { candidates, failure };
      part = candidates;
    } catch (error) {
      failure = error;
      if (!(error instanceof UnavailableError || error instanceof RateLimitError)) break;
    }
  }
  return { candidates: part, failure };
};

/** False for what an identical write made, and for what was there before. */
const isNewTo =
  ({ ids, known }: Intent) =>
  ({ id }: { id: string }): boolean =>
    !ids.includes(id) && !(known ?? []).includes(id);

/** What is there before the write. Null: nobody can look, so that what is found later may be older. */
const lookBefore = async <Result>({ find, isUndated }: SettledWrite<Result>, nowMs: number): Promise<readonly string[] | null> => {
  if (find === null || isUndated !== true) return [];
  try {
    return (await find(nowMs)).map(({ id }) => id);
  } catch (error) {
    // Whether the write itself can be done is for Zoom to say; a caller who stops is another matter.
    if (!isZoomWebinarError(error) || error instanceof CancelledError) throw error;
    return null;
  }
};

/** Takes the one thing that was found. Null: there is none, and surely so. Throws `AmbiguousError` for everything in between. */
const adoptOne = async <Result>(
  write: SettledWrite<Result>,
  intent: Intent,
  looked: Looked<Result>,
  cause: unknown,
): Promise<Settled<Result> | null> => {
  const [only, ...others] = looked.candidates;
  if (only === undefined) {
    if (looked.failure !== null) throw ambiguous(write, looked, cause);
    return null;
  }
  if (others.length > 0 || intent.known === null) {
    // The caller is told of them; an identical call afterwards means another one.
    await intent.close(looked.candidates.map(({ id }) => id));
    throw ambiguous(write, looked, cause);
  }
  // It stays a part: an identical call afterwards is not held up by it.
  if (only.isPartial === true) await intent.close();
  const result = await only.adopt();
  const id = write.idOf(result);
  await intent.close(id === null ? [] : [id]);
  return { result, adopted: true };
};

/** Sends it once. Null: nobody knows what came of it (`onDoubt` gets the error). What was surely not done is thrown. */
const sendOnce = async <Result>(write: SettledWrite<Result>, intent: Intent, onDoubt: (error: unknown) => void): Promise<Settled<Result> | null> => {
  try {
    const result = await write.send();
    const id = write.idOf(result);
    await intent.close(id === null ? [] : [id]);
    return { result, adopted: false };
  } catch (error) {
    const doubt = doubtOf(error);
    if (doubt === "none") await intent.close();
    if (doubt === "none" || doubt === "stopped") throw error;
    onDoubt(error);
    return null;
  }
};

const settle = async <Result>(write: SettledWrite<Result>, context: SettleContext, intent: Intent): Promise<Settled<Result>> => {
  let cause: unknown;
  const onDoubt = (error: unknown) => {
    cause = error;
  };
  if (intent.openSinceMs !== null && write.find !== null) {
    // An identical write was cut off: by a kill, by its caller, or undecided. What it made is what this one is to make.
    const isLongAgo = context.clock.now() - intent.openSinceMs > LONG_AGO_MS;
    const earlier = await adoptOne(write, intent, await look(write, context, intent, intent.openSinceMs, isLongAgo), undefined);
    if (earlier !== null) return earlier;
  }
  const sinceMs = context.clock.now();
  const known = await lookBefore(write, sinceMs);
  await intent.open(sinceMs, known);
  const first = await sendOnce(write, intent, onDoubt);
  if (first !== null) return first;
  if (write.find === null) {
    await intent.close();
    throw ambiguous(write, { candidates: [], failure: null }, cause);
  }
  const nothing: Looked<Result> = { candidates: [], failure: null };
  const found = await adoptOne(write, intent, await look(write, context, intent, sinceMs), cause);
  if (found !== null) return found;
  if (doubtOf(cause) === "done") throw ambiguous(write, nothing, cause);

  let again: Settled<Result> | null;
  try {
    again = await sendOnce(write, intent, onDoubt);
  } catch (error) {
    // Refused, perhaps because the first one is there after all.
    const late = await adoptOne(write, intent, await look(write, context, intent, sinceMs), error);
    if (late !== null) return late;
    throw error;
  }
  if (again === null) {
    const second = await adoptOne(write, intent, await look(write, context, intent, sinceMs), cause);
    if (second !== null) return second;
    throw ambiguous(write, nothing, cause);
  }
  // Had the first one shown up only now, there would be two: better said than hidden. A look that fails takes nothing from the answer.
  const canTell = write.idOf(again.result) !== null && known !== null;
  const doubles = canTell ? await write.find(sinceMs).catch(() => []) : [];
  const isOld = ({ id }: { id: string }) => known?.includes(id) === true;
  if (doubles.every((double) => isOld(double) || intent.ids.includes(double.id))) return again;
  throw ambiguous(write, { candidates: doubles.filter((double) => !isOld(double)), failure: null }, cause);
};

/**
 * Does a write that must not happen twice, whatever the network does. Noted before it is sent; where no answer came, it is looked up: what is there is
 * adopted, what is surely absent half a minute later is sent once more, and anything else is an `AmbiguousError` that lists the candidates.
 * Source: promise R7.
 */
export const settleWrite = <Result>(write: SettledWrite<Result>, context: SettleContext): Promise<Settled<Result>> =>
  withIntent(context, write.operation, write.identity, (intent) => settle(write, context, intent));
