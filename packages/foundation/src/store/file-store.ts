import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import { type Clock, systemClock } from "../clock/clock.ts";
import { InputError } from "../errors/classes.ts";
import { asNotSent, LeaseLostError, StorageError } from "../errors/storage.ts";
import { type Disk, errnoOf, systemDisk, unless } from "./disk.ts";
import { drawFence } from "./fence.ts";
import type { FileHold } from "./file-hold.ts";
import { STALE_MS, withFileLock } from "./file-lock.ts";
import { isUntouched } from "./lock-holder.ts";
import { assertPrivateFile, ensurePrivateFolder } from "./private-folder.ts";
import type { Lease, Store, Stored, WriteOptions } from "./store.ts";
import { sweepLeftovers } from "./sweep.ts";
import { writeFileAtomic } from "./write-file-atomic.ts";

interface Entry extends Stored {
  /** The key in full, so that a file can be distinguished from one of the same hash, and read by a person. */
  key: string;
  expires_at_ms: number | null;
}

/** The format of the files that this code writes. Raise it with every change of shape; a file without one is of format 1. */
const FORMAT = 1;

/** The format number in a file; null if it is not a number. */
const formatOf = (value: object): number | null => {
  const format: unknown = "format" in value ? value.format : 1;
  return typeof format === "number" ? format : null;
};

const parsed = (text: string): object | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
};

/** Throws `InputError` for a file that a newer version wrote: this version must neither read nor overwrite it. */
const assertNotNewer = (path: string, text: string): void => {
  const value = parsed(text);
  const format = value === null ? null : formatOf(value);
  if (format === null || format <= FORMAT) return;
  throw new InputError(`${path} was written by a newer version of zoom-webinar (format ${format}, this one knows ${FORMAT}).`, [], {
    hint: "Update zoom-webinar, or name another folder with ZOOM_WEBINAR_HOME.",
  });
};

const toEntry = (text: string): Entry | null => {
  const value = parsed(text);
  if (value === null || formatOf(value) !== FORMAT) return null;
  const { key, value: stored, version, expires_at_ms: expires }: { [Name in keyof Entry]?: unknown } = value;
  if (typeof key !== "string" || typeof stored !== "string" || typeof version !== "string") return null;
  return expires === null || typeof expires === "number" ? { key, value: stored, version, expires_at_ms: expires } : null;
};

/** File names are hashes: keys hold characters that a file system refuses, and may hold addresses that a listing should not show. */
const fileName = (key: string) => createHash("sha256").update(key).digest("hex").slice(0, 40);

/** How often expired entries are swept, counted over all processes together. */
const SWEEP_EVERY_MS = 600_000;
const MARK = "swept";
/** A write whose lock was taken over is repeated; after this many times we give up: something else must be wrong. */
const MOST_TAKE_OVERS = 20;

const WHAT_IT_IS = {
  remedy: "Remove it; a new one is written.",
  holds: "A client secret or a token that is in it has to be replaced: others could read it.",
};

export interface FileStoreOptions {
  folder: string;
  clock?: Clock;
  /** Milliseconds without a sign of life after which a lock is taken from its holder. Default 10,000. Must be the same for all who share the folder. */
  staleMs?: number;
  disk?: Disk;
}

/**
 * A store in a private folder (0700, files 0600), one file per key; safe for several processes of one machine, even if one of them is paused at any
 * moment. Expired entries and leftovers of killed processes are swept every ten minutes by whoever writes. Throws `InputError` if the folder or a file
 * is a link, somebody else's, readable by others or not of our shape, `StorageError` if the disk refuses.
 */
export const fileStore = ({ folder, clock = systemClock, staleMs = STALE_MS, disk = systemDisk }: FileStoreOptions): Store => {
  const holds = new WeakMap<Lease, FileHold>();
  let ready: Promise<void> | undefined;
  const prepare = () => {
    ready ??= ensurePrivateFolder(folder, disk).catch((error: unknown) => {
      ready = undefined; // a disk that is full now need not be so for ever
      throw error;
    });
    return ready;
  };
  /** Turns file system errors into `StorageError`. A store cannot know whether anything was sent to Zoom before. */
  const orStorageError = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      await prepare();
      return await work();
    } catch (error) {
      const errno = errnoOf(error);
      throw errno === null ? error : new StorageError(folder, errno, "maybe-sent", error);
    }
  };
  const pathOf = (key: string) => join(folder, `${fileName(key)}.json`);

  const read = async (path: string): Promise<Stored | null> => {
    await assertPrivateFile(path, WHAT_IT_IS, disk);
    const text = await unless(["ENOENT"], disk.readFile(path, "utf8"), null);
    if (text === null) return null;
    assertNotNewer(path, text);
    const entry = toEntry(text);
    if (entry === null) throw new InputError(`${path} is damaged.`, [], { hint: "Remove it; a new one is written." });
    if (entry.expires_at_ms !== null && entry.expires_at_ms <= clock.now()) return null;
    return { value: entry.value, version: entry.version };
  };
  /** Called before replacing or removing a file: refuses one that a newer version wrote. */
  const assertNotNewerAt = async (path: string): Promise<void> => {
    const text = await unless(["ENOENT"], disk.readFile(path, "utf8"), null);
    if (text !== null) assertNotNewer(path, text);
  };
  /** Runs `work` while nobody else changes this file. If another process took the lock over before anything was written, it is tried again, up to MOST_TAKE_OVERS times. */
  const alone = <T>(path: string, work: (hold: FileHold) => Promise<T>, { lease, waitMs }: { lease?: Lease | undefined; waitMs?: number } = {}) =>
    retryTakenOver(
      () => withFileLock(path.replace(/json$/, "cas.lock"), work, { staleMs, disk, ...(waitMs === undefined ? {} : { waitMs }) }),
      () => lease === undefined, // a lease that is lost stays lost
    );
  /** The hold that must still be valid when writing: the lease's if there is one, else the file lock's. */
  const validHold = async (hold: FileHold, lease: Lease | undefined): Promise<FileHold> => {
    if (lease === undefined) return hold;
    const own = holds.get(lease);
    if (own === undefined) throw new TypeError("A lease is valid only for the store that issued it.");
    await own.assertHeld();
    return own;
  };
  const write = async (hold: FileHold, key: string, value: string, { ttlMs, lease }: WriteOptions = {}) => {
    const expires = ttlMs === undefined ? null : clock.now() + ttlMs;
    const entry: Entry = { key, value, version: randomBytes(8).toString("hex"), expires_at_ms: expires };
    await assertNotNewerAt(pathOf(key));
    await (await validHold(hold, lease)).replace(pathOf(key), JSON.stringify({ format: FORMAT, ...entry }));
  };

  const sweepExpired = async (path: string): Promise<void> => {
    const hasExpired = async () => {
      const entry = toEntry(await disk.readFile(path, "utf8"));
      return entry !== null && entry.expires_at_ms !== null && entry.expires_at_ms <= clock.now();
    };
    if (!(await hasExpired())) return;
    // Whoever holds the lock now may be renewing this entry, so do not wait for it.
    await alone(path, async (hold) => ((await hasExpired()) ? hold.remove(path) : undefined), { waitMs: 0 });
  };
  let lastLook = Number.NEGATIVE_INFINITY;
  const sweep = async (): Promise<void> => {
    if (systemClock.monotonic() - lastLook < SWEEP_EVERY_MS) return;
    lastLook = systemClock.monotonic();
    const mark = join(folder, MARK);
    const isNew = (await unless(["ENOENT"], disk.lstat(mark), null)) === null;
    if (!isNew && !(await isUntouched(disk, mark, SWEEP_EVERY_MS))) return;
    await writeFileAtomic(mark, "", { disk });
    await sweepLeftovers(folder, { disk, staleMs });
    for (const name of await disk.readdir(folder)) if (name.endsWith(".json")) await sweepExpired(join(folder, name)).catch(() => undefined);
  };
  /** After a write that went well. A sweep that fails is nobody's failure: the next one tries again. */
  const sweepAfter = async <T>(result: T): Promise<T> => {
    await sweep().catch(() => undefined);
    return result;
  };

  return {
    get: (key) => orStorageError(() => read(pathOf(key))),
    set: (key, value, options) => orStorageError(() => alone(pathOf(key), (hold) => write(hold, key, value, options), options).then(sweepAfter)),
    compareAndSet: (key, expected, value, options) => {
      const swap = async (hold: FileHold): Promise<boolean> => {
        if (((await read(pathOf(key)))?.version ?? null) !== expected) return false;
        await write(hold, key, value, options);
        return true;
      };
      return orStorageError(() => alone(pathOf(key), swap, options).then(sweepAfter));
    },
    delete: (key, { lease } = {}) =>
      orStorageError(() =>
        alone(
          pathOf(key),
          async (hold) => {
            await assertNotNewerAt(pathOf(key));
            await (await validHold(hold, lease)).remove(pathOf(key));
          },
          lease === undefined ? {} : { lease },
        ),
      ),
    lock: async (name, work, options = {}) => {
      let hasBegun = false;
      const begin = async (hold: FileHold): Promise<Lease> => {
        const fence = await drawFence(disk, join(folder, "fence"));
        await hold.assertHeld(); // so the number was drawn while the lock was held, and no earlier holder has a larger one
        const lease: Lease = { fence, assertHeld: () => orStorageError(hold.assertHeld) };
        holds.set(lease, hold);
        return lease;
      };
      const inTurn = () =>
        withFileLock(
          join(folder, `${fileName(name)}.lock`),
          async (hold) => {
            const lease = await notSent(() => orStorageError(() => begin(hold)));
            hasBegun = true;
            return work(lease);
          },
          { ...options, staleMs, disk },
        );
      await notSent(() => orStorageError(async () => undefined)); // the folder is there before anybody waits for the lock
      return retryTakenOver(inTurn, () => !hasBegun);
    },
  };
};

/** Does something under a lock, and again if the lock was taken over before anything was done, up to MOST_TAKE_OVERS times. */
const retryTakenOver = async <T>(act: () => Promise<T>, mayRepeat: () => boolean): Promise<T> => {
  for (let takeOvers = 0; ; takeOvers++) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof LeaseLostError) || !mayRepeat() || takeOvers >= MOST_TAKE_OVERS) throw error;
    }
  }
};

/** Before the work of a lock has begun, nothing was sent on its behalf. */
const notSent = async <T>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    throw asNotSent(error);
  }
};
