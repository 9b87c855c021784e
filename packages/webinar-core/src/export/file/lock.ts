import { type Lease, type Store, UnavailableError } from "@zoom-webinar/foundation";

/** Longer than it takes until a lock counts as left behind by a process that died. */
const WAIT_MS = 15_000;

/** Runs `work` while no other process exports with the same cursor. Throws `UnavailableError` if one does. */
export const withExportLock = async <T>(
  store: Store,
  cursor: string,
  signal: AbortSignal | undefined,
  work: (lease: Lease) => Promise<T>,
): Promise<T> => {
  let isHeld = false;
  const once = (lease: Lease): Promise<T> => {
    isHeld = true;
    return work(lease);
  };
  try {
    return await store.lock(`export:${cursor}`, once, { waitMs: WAIT_MS, ...(signal === undefined ? {} : { signal }) });
  } catch (error) {
    if (isHeld || !(error instanceof UnavailableError)) throw error;
    throw new UnavailableError("Another process exports with this cursor right now.", "not-sent", {
      cause: error,
      hint: "Wait until it is done, or name another cursor.",
    });
  }
};
