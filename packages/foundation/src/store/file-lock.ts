import { join } from "node:path";
import { systemClock } from "../clock/clock.ts";
import { UnavailableError } from "../errors/classes.ts";
import { StorageError } from "../errors/storage.ts";
import { type Disk, errnoOf, systemDisk, unless } from "./disk.ts";
import { endHold, type FileHold, fileHold, OVER } from "./file-hold.ts";
import { holderName, isOfDeadProcess, isUntouched } from "./lock-holder.ts";
import type { LockOptions } from "./store.ts";

/** A lock untouched for this long has no live holder, even if a process has its number now. */
export const STALE_MS = 10_000;
/** A live holder touches its lock this often within that time. */
const TOUCHES = 5;
const FIRST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 50;
/** What a waiting process has ready, to put it into the lock's place. */
export const READY = ".new";

export interface FileLockOptions extends LockOptions {
  /** Milliseconds without a sign of life after which a holder is taken over. Default 10,000; the same for all who share the lock. */
  staleMs?: number | undefined;
  disk?: Disk | undefined;
}

const TAKEN = ["ENOTEMPTY", "EEXIST", "ENOTDIR"];
/** Windows says this for what POSIX calls ENOTEMPTY; if there is no lock, it means what it says. */
const TAKEN_OR_REFUSED = ["EPERM", "EACCES"];

/** Who is in the lock; null if there is no lock, "file" if something else has its name, as a lock of an older version. */
const holdersOf = async (disk: Disk, path: string): Promise<readonly string[] | "file" | null> =>
  unless(["ENOTDIR"], unless(["ENOENT"], disk.readdir(path), null), "file");

/** Lets a lock go whose holder is no more. True if it may be free now. */
export const freeStale = async (disk: Disk, path: string, staleMs: number): Promise<boolean> => {
  const holders = await holdersOf(disk, path);
  if (holders === "file") {
    if (!(await isUntouched(disk, path, staleMs))) return false;
    await unless(["ENOENT", "EISDIR", "EPERM"], disk.unlink(path), undefined); // never a folder: that is a lock of today
    return true;
  }
  for (const name of holders ?? []) {
    const own = join(path, name);
    if (!name.endsWith(OVER) && !isOfDeadProcess(name) && !(await isUntouched(disk, own, staleMs))) return false;
    await endHold(disk, own);
  }
  // Free. An empty folder is taken like one that is not there, but not on Windows.
  if (holders !== null) await unless(["ENOENT", "ENOTEMPTY", "EEXIST"], disk.rmdir(path), undefined);
  return true;
};

/** A folder with our name in it, which takes the lock by being renamed to it: that succeeds only if there is none, or an empty one. */
const makeReady = async (disk: Disk, ready: string, name: string): Promise<void> => {
  await unless(["EEXIST"], disk.mkdir(ready, { mode: 0o700 }), undefined);
  await unless(["EEXIST"], disk.mkdir(join(ready, name), { mode: 0o700 }), undefined);
};

const take = async (path: string, name: string, disk: Disk, { waitMs = 30_000, signal, staleMs = STALE_MS }: FileLockOptions): Promise<void> => {
  const ready = `${path}.${name}${READY}`;
  const deadline = systemClock.monotonic() + waitMs;
  let pauseMs = FIRST_PAUSE_MS;
  try {
    await makeReady(disk, ready, name);
    for (;;) {
      try {
        const now = new Date(); // after a long wait it would look as if nobody had touched it for as long
        await disk.utimes(join(ready, name), now, now);
        await disk.rename(ready, path);
        return;
      } catch (error) {
        const errno = errnoOf(error) ?? "";
        if (errno === "ENOENT")
          await makeReady(disk, ready, name); // swept away as one of a dead process
        else if (TAKEN_OR_REFUSED.includes(errno) ? (await holdersOf(disk, path)) === null : !TAKEN.includes(errno)) throw error;
      }
      if (await freeStale(disk, path, staleMs)) continue;
      if (systemClock.monotonic() > deadline) {
        throw new UnavailableError("Another zoom-webinar process holds a lock and does not release it. Nothing was sent to Zoom.", "not-sent", {
          hint: `If no other zoom-webinar process runs, remove ${path}.`,
        });
      }
      await systemClock.sleep(pauseMs * (0.5 + Math.random()), signal);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  } catch (error) {
    await disk.rmdir(join(ready, name)).catch(() => undefined);
    await disk.rmdir(ready).catch(() => undefined);
    const errno = errnoOf(error);
    throw errno === null ? error : new StorageError(path, errno, "not-sent", error);
  }
};

/** Our own folder is mostly empty by now, and can go without a change of name, for which a full disk may have no room. */
const release = async (disk: Disk, path: string, own: string): Promise<void> => {
  await disk.rmdir(own).catch(() => endHold(disk, own));
  await disk.rmdir(path);
};

/**
 * Runs `work` while this process alone holds the lock at `path`, a folder with one folder in it that names the holder. A holder that died is taken over at
 * once on the same machine, any other after `staleMs` without a sign of life; what it writes through its `FileHold` afterwards is refused.
 * Throws `UnavailableError` when `waitMs` (default 30,000) runs out, `StorageError` at once if the lock cannot be written, the signal's reason when it
 * aborts; `work` has not begun then. Own code, not proper-lockfile: see docs/decisions/0004-state-and-locks.md.
 */
export const withFileLock = async <T>(path: string, work: (hold: FileHold) => Promise<T>, options: FileLockOptions = {}): Promise<T> => {
  const { disk = systemDisk, staleMs = STALE_MS } = options;
  const name = holderName();
  await take(path, name, disk, options);
  const own = join(path, name);
  const hold = fileHold(disk, own);
  const heartbeat = setInterval(() => void hold.assertHeld().catch(() => undefined), staleMs / TOUCHES);
  heartbeat.unref();
  try {
    return await work(hold);
  } finally {
    clearInterval(heartbeat);
    // What cannot be removed now goes stale: the work is done, and its result counts.
    await release(disk, path, own).catch(() => undefined);
  }
};
