import { type Clock, systemClock } from "../clock/clock.ts";
import { UnavailableError } from "../errors/classes.ts";
import { LeaseLostError } from "../errors/storage.ts";
import type { Lease, LockOptions, Store, Stored, WriteOptions } from "./store.ts";

interface Entry extends Stored {
  expiresAtMs: number;
}

/** A store in this process's memory: the library's default. Gone with the process. */
export const memoryStore = ({ clock = systemClock }: { clock?: Clock } = {}): Store => {
  const entries = new Map<string, Entry>();
  const tails = new Map<string, Promise<void>>();
  const held = new Set<Lease>();
  let writes = 0;
  let fences = 0;
  const assertHeld = (lease: Lease | undefined): void => {
    if (lease !== undefined && !held.has(lease)) throw new LeaseLostError();
  };
  const read = (key: string): Entry | null => {
    const entry = entries.get(key);
    if (entry && entry.expiresAtMs > clock.now()) return entry;
    entries.delete(key);
    return null;
  };
  const write = (key: string, value: string, options: WriteOptions = {}) => {
    assertHeld(options.lease);
    writes += 1;
    entries.set(key, {
      value,
      version: String(writes),
      expiresAtMs: options.ttlMs === undefined ? Number.POSITIVE_INFINITY : clock.now() + options.ttlMs,
    });
  };
  return {
    get: async (key) => {
      const entry = read(key);
      return entry && { value: entry.value, version: entry.version };
    },
    set: async (key, value, options) => write(key, value, options),
    compareAndSet: async (key, expected, value, options) => {
      if ((read(key)?.version ?? null) !== expected) return false;
      write(key, value, options);
      return true;
    },
    delete: async (key, { lease } = {}) => {
      assertHeld(lease);
      entries.delete(key);
    },
    lock: async (name, work, { waitMs = 30_000, signal }: LockOptions = {}) => {
      const before = tails.get(name) ?? Promise.resolve();
      let release = () => {};
      const mine = new Promise<void>((resolve) => {
        release = resolve;
      });
      const tail = before.then(() => mine);
      tails.set(name, tail);
      try {
        await orGiveUp(before, waitMs, signal);
      } catch (error) {
        release();
        throw error;
      }
      fences += 1;
      const lease: Lease = { fence: fences, assertHeld: async () => assertHeld(lease) };
      held.add(lease);
      try {
        return await work(lease);
      } finally {
        held.delete(lease);
        release();
        if (tails.get(name) === tail) tails.delete(name);
      }
    },
  };
};

const orGiveUp = (turn: Promise<void>, waitMs: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new UnavailableError("A lock in this process was not released in time.", "not-sent")), waitMs);
    timer.unref();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    if (signal?.aborted) return stop();
    signal?.addEventListener("abort", stop, { once: true });
    void turn.then(() => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
      resolve();
    });
  });
