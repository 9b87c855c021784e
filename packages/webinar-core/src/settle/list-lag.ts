import { createHash } from "node:crypto";
import type { Store } from "@zoom-webinar/foundation";

/** What a list may lag before the account has shown more, in milliseconds. */
const FIRST_LAG_MS = 60_000;
/** A bad day of Zoom's is forgotten after a month. */
const TTL_MS = 30 * 24 * 3_600_000;

/** How long Zoom's lists may lag behind its writes: the longest that the account has shown in a month, and never less than a minute. */
export interface ListLag {
  knownMs(): Promise<number>;
  /** A thing came into sight this long after its write, in milliseconds. */
  shown(lagMs: number): Promise<void>;
}

/** Keeps the lag of one account in the store. A store that fails costs the knowledge, never the call. */
export const listLag = (store: Store, account: string | null): ListLag => {
  const key = `list-lag:${createHash("sha256")
    .update(account ?? "")
    .digest("hex")
    .slice(0, 32)}`;
  const knownMs = async () => {
    const stored = await store.get(key).catch(() => null);
    const longest = Number(stored?.value ?? 0);
    return Math.max(FIRST_LAG_MS, Number.isFinite(longest) ? longest : 0);
  };
  return {
    knownMs,
    shown: async (lagMs) => {
      if (lagMs > (await knownMs())) await store.set(key, String(Math.ceil(lagMs)), { ttlMs: TTL_MS }).catch(() => {});
    },
  };
};
