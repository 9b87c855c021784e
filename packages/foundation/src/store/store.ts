/** A stored value with the version that compare-and-set asks for. */
export interface Stored {
  value: string;
  /** Opaque; changes with every write of this key. */
  version: string;
}

/** Options of a write. */
export interface WriteOptions {
  /** Milliseconds until the value is gone; absent: it stays. */
  ttlMs?: number;
  /**
   * The write lands only while this lock is held, else `LeaseLostError`: decided in the same step as the write, so that a process that was paused and
   * goes on cannot overwrite what its successor wrote. Write such a key with the lease of the same lock every time.
   */
  lease?: Lease;
}

/** A lock while it is held. Whoever runs a long job (an import, a refresh) keeps it as proof that the job is still its own. */
export interface Lease {
  /**
   * A whole number above zero, larger than that of every lock of this store that was taken before. Note it with what you do elsewhere, and refuse
   * a smaller one than the last: it comes from a holder that was taken over.
   */
  readonly fence: number;
  /** Throws `LeaseLostError` if another process took the lock over, or if it was given back. Call it before each step that cannot be taken back. */
  assertHeld(): Promise<void>;
}

/** Options of a lock. */
export interface LockOptions {
  /** How long to wait for the holder before giving up, in milliseconds. Default 30,000. */
  waitMs?: number;
  /** Ends the waiting for the lock. */
  signal?: AbortSignal;
}

/**
 * Where state lives that must outlast a call: tokens, spent confirmations, intents. Values are strings; keys are any text of up to 512 characters.
 * Memory and file stores pass the same contract suite (`storeContract` in store-contract.ts); files are safe for several processes of one machine,
 * even if one of them is paused at any moment and goes on later. A file that cannot be read or written is a `StorageError`.
 */
export interface Store {
  /** The value, or null if there is none or it has expired. */
  get(key: string): Promise<Stored | null>;
  set(key: string, value: string, options?: WriteOptions): Promise<void>;
  /** Writes only if the key still has `expected` (null: only if it is absent). True when it did. */
  compareAndSet(key: string, expected: string | null, value: string, options?: WriteOptions): Promise<boolean>;
  delete(key: string, options?: Pick<WriteOptions, "lease">): Promise<void>;
  /**
   * Runs `work` while nobody else holds the lock of this name. A holder that died, or gave no sign of life for a while, is taken over; it may wake up and go
   * on, so pass the lease to the writes of `work`. The lock is given back when `work` ends.
   * Throws `UnavailableError` when the wait runs out, `StorageError` at once if the lock cannot be written; `work` has not begun then.
   */
  lock<T>(name: string, work: (lease: Lease) => Promise<T>, options?: LockOptions): Promise<T>;
}
