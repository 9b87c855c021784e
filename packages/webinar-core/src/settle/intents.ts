import { createHash } from "node:crypto";

import { asNotSent, isZoomWebinarError, type Store, UnavailableError } from "@zoom-webinar/foundation";
import { comparableText } from "@zoom-webinar/zoom-client";

/** How long an intent, and what it led to, is remembered. */
const TTL_MS = 24 * 3_600_000;
/** An identical call before this one may be looking things up for a while. */
const WAIT_MS = 180_000;
/** Results remembered for each intent, at most. */
const MOST_IDS = 200;

/** What is known of all identical writes of the last day. */
interface Noted {
  /** When the one was sent whose end nobody knows (milliseconds since the epoch); null: all ended well or were surely not done. */
  openSinceMs: number | null;
  /** Zoom said that the open one was done; only what it made is not known. */
  isDone: boolean;
  /** What identical writes made, or was shown to their callers: never taken for the result of another. */
  ids: readonly string[];
  /** Things of the same kind that were there before the open one was sent; null: nobody could look. */
  known: readonly string[] | null;
  /** The world of an emulator that it is of; null: Zoom itself. Absent in notes of earlier versions, and before an answer said it. */
  world?: string | null;
}

/** One intent, held: no identical write runs meanwhile, in any process that shares the store. */
export interface Intent extends Noted {
  /** To be called before sending, with the time and what is there already. Throws `UnavailableError` (`not-sent`) if it cannot be noted. */
  open(sinceMs: number, known: readonly string[] | null): Promise<void>;
  /** Zoom said that it was done; what it made is not known yet. Never throws. */
  done(): Promise<void>;
  /** It is known what came of it; `ids` are what it made. Never throws. */
  close(ids?: readonly string[]): Promise<void>;
}

/** The store of intents, and the receiver of a failed note after the write. */
export interface IntentContext {
  store: Store;
  signal: AbortSignal | undefined;
  note(text: string): void;
  /** Which world of an emulator gave the latest answer; null before the first one, and always at Zoom. */
  world(): string | null;
}

/** Two spellings of an address are one intent, and so are the same fields in two orders. */
const comparable = (_key: string, value: unknown): unknown => {
  if (typeof value === "string") return comparableText(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
};

const NOTHING: Noted = { openSinceMs: null, isDone: false, ids: [], known: [] };
const UNNOTED =
  "What was done could not be noted on this machine (is its disk full?). An identical call may therefore return this result again instead of making another.";

const reasonOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "unexpectedly");

/** Our own notes failed before anything left: surely not done. */
const notSent = (error: unknown): unknown =>
  isZoomWebinarError(error)
    ? asNotSent(error)
    : new UnavailableError(`Nothing was sent to Zoom: the call could not be noted on this machine first (${reasonOf(error)}).`, "not-sent", {
        cause: error,
        hint: "Make room on the disk, or let this program write to its state folder; then try again.",
      });

/**
 * Notes what is about to be written. Identity is whose call it is and everything that the request says; it is stored as a hash only. A note or a lock
 * that fails after the write does not change its result: `note` says so.
 */
export const withIntent = async <T>(
  { store, signal, note, world }: IntentContext,
  operation: string,
  identity: unknown,
  work: (intent: Intent) => Promise<T>,
): Promise<T> => {
  const hash = createHash("sha256").update(JSON.stringify(identity, comparable)).digest("hex").slice(0, 32);
  const key = `intent:${operation}:${hash}`;
  let outcome: { result: T } | { error: unknown } | null = null;
  const inOrder = async (): Promise<void> => {
    const stored = await store.get(key);
    // Only this module writes the key.
    let noted: Noted = stored === null ? NOTHING : { ...NOTHING, ...(JSON.parse(stored.value) as Partial<Noted>) };
    const write = async (next: Noted) => {
      noted = next;
      await store.set(key, JSON.stringify(next), { ttlMs: TTL_MS });
    };
    // Before the first answer nobody knows the world.
    const worldBefore = () => (world() === null ? {} : { world: world() });
    const writeAfterwards = (next: Noted) => write({ ...next, world: world() }).catch(() => note(UNNOTED));
    const intent: Intent = {
      get openSinceMs() {
        return noted.openSinceMs;
      },
      get isDone() {
        return noted.isDone;
      },
      get ids() {
        return noted.ids;
      },
      get known() {
        return noted.known;
      },
      open: (sinceMs, known) =>
        write({ ...noted, ...worldBefore(), openSinceMs: sinceMs, isDone: false, known }).catch((error: unknown) => Promise.reject(notSent(error))),
      done: () => writeAfterwards({ ...noted, isDone: true }),
      close: (ids = []) => writeAfterwards({ ...NOTHING, ids: [...noted.ids, ...ids].slice(-MOST_IDS) }),
    };
    try {
      outcome = { result: await work(intent) };
    } catch (error) {
      outcome = { error };
    }
  };
  try {
    await store.lock(key, inOrder, { waitMs: WAIT_MS, ...(signal === undefined ? {} : { signal }) });
  } catch (error) {
    // A lock that could not be given back after the work takes nothing from what came of it.
    if (outcome === null) throw notSent(error);
  }
  return unwrap(outcome);
};

const unwrap = <T>(outcome: { result: T } | { error: unknown } | null): T => {
  if (outcome === null) throw new Error("a lock that ran nothing");
  if ("error" in outcome) throw outcome.error;
  return outcome.result;
};
