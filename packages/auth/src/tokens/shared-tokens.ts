import { type Clock, type LockOptions, rememberSecret, type Store, UnavailableError } from "@zoom-webinar/foundation";
import type { AccessToken, PeekableTokenSource } from "./token.ts";

/** A token is renewed this long before it ends, so that a call that starts with it can finish with it. */
export const TOKEN_MARGIN_MS = 5 * 60_000;

export interface SharedTokensOptions {
  store: Store;
  clock: Clock;
  /** Of the token in the store; holds whatever makes one token not another's. */
  key: string;
  /** Runs work while no other process renews this token. Default: the store's lock of the key. */
  lock?: (work: () => Promise<AccessToken>, options: LockOptions) => Promise<AccessToken>;
  /** Asks Zoom for a token. Runs under the lock. */
  request(): Promise<AccessToken>;
}

/** Together a minute, after which whoever holds the lock is taken to be stuck. */
const TURN_MS = 500;
const MOST_TURNS = 120;

const stuck = (cause: UnavailableError) =>
  new UnavailableError("Another zoom-webinar process has been asking Zoom's sign-in service for a token for a minute.", "not-sent", {
    hint: `Try again in a minute. ${cause.hint ?? ""}`.trim(),
    cause,
  });

/** The token that a store has under a key, also one that has expired; null where there is none. */
export const readStoredToken = async (store: Store, key: string): Promise<AccessToken | null> => {
  const stored = await store.get(key);
  if (stored === null) return null;
  const token = JSON.parse(stored.value) as AccessToken; // written by us, below
  rememberSecret(token.value);
  return token;
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
  const ask = async (stale: AccessToken | null): Promise<AccessToken> => {
    const found = await fromOthers(stale);
    if (found !== null) return found;
    const token = await request();
    await store.set(key, JSON.stringify(token), { ttlMs: Math.max(token.expiresAtMs - clock.now(), 1) });
    return token;
  };
  /** Waits for the lock in short turns and looks into the store between them: of many processes only one has to get in. */
  const obtain = async (stale: AccessToken | null): Promise<AccessToken> => {
    for (let turn = 1; ; turn++) {
      const found = await fromOthers(stale);
      if (found !== null) return found;
      let isIn = false;
      try {
        return await lock(
          () => {
            isIn = true;
            return ask(stale);
          },
          { waitMs: TURN_MS },
        );
      } catch (error) {
        if (isIn || !(error instanceof UnavailableError)) throw error;
        if (turn >= MOST_TURNS) throw stuck(error);
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
