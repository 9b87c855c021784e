import {
  type Clock,
  type Lease,
  LeaseLostError,
  type LockOptions,
  rememberSecret,
  StorageError,
  type Store,
  UnavailableError,
} from "@zoom-webinar/foundation";
import type { AccessToken, PeekableTokenSource } from "./token.ts";

/** A token is renewed this long before it ends, so that a call that starts with it can finish with it. */
export const TOKEN_MARGIN_MS = 5 * 60_000;

export interface SharedTokensOptions {
  store: Store;
  clock: Clock;
  /** Names the token in the store; holds whatever distinguishes it from another's. */
  key: string;
  /** Runs work while no other process renews this token. Default: the store's lock of the key. */
  lock?: (work: (lease: Lease) => Promise<AccessToken>, options: LockOptions) => Promise<AccessToken>;
  /** Asks Zoom for a token. Runs under the lock. `found` is a good token that another process stored meanwhile, or null. */
  request(found: () => Promise<AccessToken | null>, lease: Lease): Promise<AccessToken>;
  /** Runs once the token is in the store. */
  onKept?: () => Promise<void>;
}

/** Together a minute, after which whoever holds the lock is taken to be stuck. */
const TURN_MS = 500;
const MOST_TURNS = 120;

const stuck = (cause: UnavailableError) =>
  new UnavailableError("Another zoom-webinar process has been asking Zoom's sign-in service for a token for a minute.", "not-sent", {
    hint: `Try again in a minute. ${cause.hint ?? ""}`.trim(),
    cause,
  });

/** The token that a store has under a key, also one that has expired; null if there is none, or if it has not our shape: Zoom then issues another. */
export const readStoredToken = async (store: Store, key: string): Promise<AccessToken | null> => {
  const stored = await store.get(key);
  if (stored === null) return null;
  const token = toToken(stored.value);
  rememberSecret(token?.value);
  return token;
};

const toToken = (text: string): AccessToken | null => {
  let token: Partial<AccessToken> | null;
  try {
    token = JSON.parse(text) as Partial<AccessToken> | null; // looked at below, as far as it is used
  } catch {
    return null;
  }
  const isWhole = typeof token?.value === "string" && Number.isFinite(token.expiresAtMs) && (token.scopes === null || Array.isArray(token.scopes));
  return isWhole ? (token as AccessToken) : null;
};

/** Tokens that are cached, renewed five minutes early, and requested once however many callers and processes ask. */
export const sharedTokens = ({ store, clock, key, request, ...options }: SharedTokensOptions): PeekableTokenSource => {
  const lock = options.lock ?? ((work, how) => store.lock(key, work, how));
  let current: AccessToken | null = null;
  let underway: Promise<AccessToken> | null = null;

  const isGood = (token: AccessToken | null): token is AccessToken => token !== null && token.expiresAtMs - clock.now() > TOKEN_MARGIN_MS;
  const fromOthers = async (stale: AccessToken | null): Promise<AccessToken | null> => {
    const stored = await readStoredToken(store, key);
    return isGood(stored) && stored.value !== stale?.value ? stored : null;
  };
  /** Under the lock: takes what another process fetched meanwhile, else asks Zoom. */
  const ask = async (stale: AccessToken | null, lease: Lease): Promise<AccessToken> => {
    const found = await fromOthers(stale);
    if (found !== null) return found;
    const before = await store.get(key);
    await lease.assertHeld(); // else another process took over, and asks
    const token = await request(() => fromOthers(stale), lease);
    // A process that stood still meanwhile must not put an old token over the one of its successor.
    const isKept = await store.compareAndSet(key, before?.version ?? null, JSON.stringify(token), {
      ttlMs: Math.max(token.expiresAtMs - clock.now(), 1),
    });
    await options.onKept?.();
    return isKept ? token : ((await fromOthers(stale)) ?? token);
  };
  /** Waits for the lock in short turns and looks into the store between them: of many processes only one has to get in. */
  const obtain = async (stale: AccessToken | null): Promise<AccessToken> => {
    for (let turn = 1; ; turn++) {
      const found = await fromOthers(stale);
      if (found !== null) return found;
      let isIn = false;
      try {
        return await lock(
          (lease) => {
            isIn = true;
            return ask(stale, lease);
          },
          { waitMs: TURN_MS },
        );
      } catch (error) {
        // Taken over before anything was asked, or somebody else is still at it.
        const isLater = error instanceof LeaseLostError || (!isIn && error instanceof UnavailableError && !(error instanceof StorageError));
        if (!isLater) throw error;
        if (turn >= MOST_TURNS) throw error instanceof UnavailableError ? stuck(error) : error;
      }
    }
  };
  const shared = (stale: AccessToken | null) => {
    underway ??= obtain(stale)
      .then((token) => {
        current = token;
        return token;
      })
      .finally(() => {
        underway = null;
      });
    return underway;
  };
  return {
    peek: async () => (isGood(current) ? current : ((await readStoredToken(store, key)) ?? current)),
    get: async ({ signal } = {}) => {
      if (isGood(current)) return current;
      return orAbort(shared(null), signal);
    },
    renew: async (stale, { signal } = {}) => {
      if (isGood(current) && current.value !== stale.value) return current;
      const token = await orAbort(shared(stale), signal);
      // A request that was already under way for others may have answered with the very token that Zoom refused.
      return token.value === stale.value ? orAbort(shared(stale), signal) : token;
    },
  };
};

/** One caller that gives up must not take the request away from the others. */
const orAbort = <T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> => {
  if (signal === undefined) return work;
  if (signal.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
};
