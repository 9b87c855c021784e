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
}

/** Options of a lock. */
export interface LockOptions {
  /** How long to wait for the holder before giving up, in milliseconds. Default 30,000. */
  waitMs?: number;
  signal?: AbortSignal;
}

/**
 * Where state lives that must outlast a call: tokens, spent confirmations, intents. Values are strings; keys are any text of up to 512 characters.
 * Memory and file stores pass the same contract suite (`storeContract` in store-contract.ts); files are safe for several processes of one machine.
 */
export interface Store {
  /** The value, or null where there is none or it has expired. */
  get(key: string): Promise<Stored | null>;
  set(key: string, value: string, options?: WriteOptions): Promise<void>;
  /** Writes only if the key still has `expected` (null: only if it is absent). True when it did. */
  compareAndSet(key: string, expected: string | null, value: string, options?: WriteOptions): Promise<boolean>;
  delete(key: string): Promise<void>;
  /**
   * Runs `work` while nobody else holds the lock of this name; a holder that died is taken over.
   * Throws `UnavailableError` when the wait runs out.
   */
  lock<T>(name: string, work: () => Promise<T>, options?: LockOptions): Promise<T>;
}
