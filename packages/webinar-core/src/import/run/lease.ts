import { type Store, UnavailableError, type ZoomWebinarError } from "@zoom-webinar/foundation";

/** An import while it is this process's own. */
export interface Lease {
  /** Larger than that of every holder before. */
  readonly fence: number;
  /** Throws where another process took over. */
  assertHeld(): Promise<void>;
}

/** Longer than it takes until a lock counts as left behind: a process that died while it took the lock may have left one without its name. */
const WAIT_MS = 15_000;

/**
 * Runs `work` while no other process imports the same thing. Throws `UnavailableError` where one does.
 * The number comes from the store's lock.
 */
export const withLease = async <T>(store: Store, name: string, work: (lease: Lease) => Promise<T>, signal?: AbortSignal | undefined): Promise<T> => {
  let isHeld = false;
  const once = (lease: Lease): Promise<T> => {
    isHeld = true;
    return work(lease);
  };
  try {
    return await store.lock(name, (lease?: Lease) => once(lease ?? UNFENCED), { waitMs: WAIT_MS, ...(signal === undefined ? {} : { signal }) });
  } catch (error) {
    if (isHeld || !(error instanceof UnavailableError)) throw error;
    throw busy(error);
  }
};

const UNFENCED: Lease = { fence: 1, assertHeld: async () => {} };

const busy = (cause: ZoomWebinarError) =>
  new UnavailableError("Another process imports into this webinar right now.", "not-sent", {
    cause,
    hint: "Wait until it is done; imports list shows how far it is.",
  });
