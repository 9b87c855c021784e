import { createHash } from "node:crypto";
import type { Store } from "@zoom-webinar/foundation";
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
  /** What identical writes made, or were told of: never taken for the result of another. */
  ids: readonly string[];
  /** Things of the same kind that were there before the open one was sent; null: nobody could look. */
  known: readonly string[] | null;
}

/** One intent, held: no identical write runs meanwhile, in any process that shares the store. */
export interface Intent extends Noted {
  /** To be called before sending, with the time and what is there already. */
  open(sinceMs: number, known: readonly string[] | null): Promise<void>;
  /** It is known what came of it; `ids` are what it made. */
  close(ids?: readonly string[]): Promise<void>;
}

const NOTHING: Noted = { openSinceMs: null, ids: [], known: [] };

/** Two spellings of an address are one intent. */
const comparable = (_key: string, value: unknown): unknown => (typeof value === "string" ? comparableText(value) : value);

/** Notes what is about to be written. Identity is everything that the request says; it is stored as a hash only. */
export const withIntent = async <T>(
  { store, signal }: { store: Store; signal: AbortSignal | undefined },
  operation: string,
  identity: unknown,
  work: (intent: Intent) => Promise<T>,
): Promise<T> => {
  const hash = createHash("sha256").update(JSON.stringify(identity, comparable)).digest("hex").slice(0, 32);
  const key = `intent:${operation}:${hash}`;
  const inOrder = async () => {
    const stored = await store.get(key);
    // Only this module writes the key.
    let noted: Noted = stored === null ? NOTHING : { ...NOTHING, ...(JSON.parse(stored.value) as Partial<Noted>) };
    const write = async (next: Noted) => {
      noted = next;
      await store.set(key, JSON.stringify(next), { ttlMs: TTL_MS });
    };
    return work({
      get openSinceMs() {
        return noted.openSinceMs;
      },
      get ids() {
        return noted.ids;
      },
      get known() {
        return noted.known;
      },
      open: (sinceMs, known) => write({ ...noted, openSinceMs: sinceMs, known }),
      close: (ids = []) => write({ openSinceMs: null, ids: [...noted.ids, ...ids].slice(-MOST_IDS), known: [] }),
    });
  };
  return store.lock(key, inOrder, { waitMs: WAIT_MS, ...(signal === undefined ? {} : { signal }) });
};
