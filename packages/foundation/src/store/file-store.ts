import { createHash, randomBytes } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Clock, systemClock } from "../clock/clock.ts";
import { InputError } from "../errors/classes.ts";
import { withFileLock } from "./file-lock.ts";
import { assertPrivateFile, ensurePrivateFolder } from "./private-folder.ts";
import type { Store, Stored, WriteOptions } from "./store.ts";
import { writeFileAtomic } from "./write-file-atomic.ts";

interface Entry {
  /** The key in full, so that a file can be told apart from one of the same hash, and read by a person. */
  key: string;
  value: string;
  version: string;
  expires_at_ms: number | null;
}

/** File names are hashes: keys hold characters that a file system refuses, and may hold addresses that a listing should not show. */
const fileName = (key: string) => createHash("sha256").update(key).digest("hex").slice(0, 40);

/**
 * A store in a private folder (0700, files 0600), one file a key; safe for several processes of one machine.
 * Throws `InputError` where the folder or a file is a link, somebody else's, or readable by others: what it held can no longer be trusted.
 */
export const fileStore = ({ folder, clock = systemClock }: { folder: string; clock?: Clock }): Store => {
  let ready: Promise<void> | undefined;
  const prepare = () => {
    ready ??= ensurePrivateFolder(folder);
    return ready;
  };
  const pathOf = (key: string) => join(folder, `${fileName(key)}.json`);
  const lockOf = (name: string) => join(folder, `${fileName(name)}.lock`);

  const read = async (key: string): Promise<Stored | null> => {
    await prepare();
    const path = pathOf(key);
    await assertPrivateFile(path);
    const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    if (text === null) return null;
    let entry: Entry;
    try {
      entry = JSON.parse(text) as Entry;
    } catch (cause) {
      throw new InputError(`${path} is damaged.`, [], { hint: "Remove it; it is written anew.", cause });
    }
    if (entry.expires_at_ms !== null && entry.expires_at_ms <= clock.now()) return null;
    return { value: entry.value, version: entry.version };
  };
  const write = async (key: string, value: string, options: WriteOptions = {}) => {
    await prepare();
    const entry: Entry = {
      key,
      value,
      version: randomBytes(8).toString("hex"),
      expires_at_ms: options.ttlMs === undefined ? null : clock.now() + options.ttlMs,
    };
    await writeFileAtomic(pathOf(key), JSON.stringify(entry));
  };

  return {
    get: read,
    set: (key, value, options) => write(key, value, options),
    compareAndSet: async (key, expected, value, options) => {
      await prepare();
      return withFileLock(join(folder, `${fileName(key)}.cas.lock`), async () => {
        if (((await read(key))?.version ?? null) !== expected) return false;
        await write(key, value, options);
        return true;
      });
    },
    delete: async (key) => {
      await prepare();
      await rm(pathOf(key), { force: true });
    },
    lock: async (name, work, options) => {
      await prepare();
      return withFileLock(lockOf(name), work, options);
    },
  };
};
