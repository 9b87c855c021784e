import { type Lease, type Store, UnavailableError, type ZoomWebinarError } from "@zoom-webinar/foundation";
import type { AccountAccess } from "../../account/account.ts";
import { commandIn } from "../../account/account-flags.ts";

/** Longer than it takes until a lock counts as left behind: a process that died while it took the lock may have left one without its name. */
const WAIT_MS = 15_000;

/**
 * Runs `work` while no other process imports the same thing. Throws `UnavailableError` if one does.
 * The number comes from the store's lock.
 */
export const withLease = async <T>(
  { store, account }: { store: Store; account: Pick<AccountAccess, "inForce"> },
  name: string,
  work: (lease: Lease) => Promise<T>,
  signal?: AbortSignal | undefined,
): Promise<T> => {
  let isHeld = false;
  const once = (lease: Lease): Promise<T> => {
    isHeld = true;
    return work(lease);
  };
  try {
    return await store.lock(name, once, { waitMs: WAIT_MS, ...(signal === undefined ? {} : { signal }) });
  } catch (error) {
    if (isHeld || !(error instanceof UnavailableError)) throw error;
    throw busy(error, account);
  }
};

const busy = (cause: ZoomWebinarError, account: Pick<AccountAccess, "inForce">) =>
  new UnavailableError("Another process imports into this webinar right now.", "not-sent", {
    cause,
    hint: `Wait until it is done; see how far it is with ${commandIn(account, "imports list")}.`,
  });
