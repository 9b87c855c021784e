import { randomBytes } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { open, readFile, rename, rm, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { systemClock } from "../clock/clock.ts";
import { UnavailableError } from "../errors/classes.ts";
import type { LockOptions } from "./store.ts";

/** A live holder touches its lock this often; a lock untouched for STALE_MS has no live holder, whatever process now has its number. */
const HEARTBEAT_MS = 2_000;
const STALE_MS = 10_000;
const FIRST_PAUSE_MS = 2;
const LONGEST_PAUSE_MS = 50;

interface Holder {
  pid: number;
  host: string;
  nonce: string;
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // alive, but somebody else's
  }
};

const isStale = (path: string): boolean => {
  try {
    const { mtimeMs } = statSync(path);
    if (Date.now() - mtimeMs > STALE_MS) return true;
    const text = readFileSync(path, "utf8");
    if (text === "") return false; // being written this very moment
    const holder = JSON.parse(text) as Holder;
    return holder.host === hostname() && !isAlive(holder.pid);
  } catch {
    return false; // gone, or torn: the next look decides
  }
};

const take = async (path: string, holder: Holder): Promise<boolean> => {
  try {
    const file = await open(path, "wx", 0o600);
    try {
      await file.writeFile(JSON.stringify(holder));
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
};

/**
 * A stale lock is moved aside under a unique name before anybody takes it anew: of two waiters only one can move it, so neither removes the other's fresh
 * lock. What was moved is looked at again: were it a fresh one after all (taken between the look and the move), it is put back by its name.
 */
const takeAside = async (path: string): Promise<void> => {
  const aside = `${path}.${randomBytes(6).toString("hex")}.stale`;
  try {
    await rename(path, aside);
  } catch {
    return; // somebody else was first
  }
  if (!isStale(aside)) await rename(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
};

/**
 * Runs `work` while this process alone holds the lock file at `path`. A holder that died is taken over at once on the same machine, after ten seconds
 * otherwise. Throws `UnavailableError` when `waitMs` (default 30,000) runs out, the signal's reason when it aborts.
 * Own code, not proper-lockfile: see docs/decisions/0004-state-and-locks.md.
 */
export const withFileLock = async <T>(path: string, work: () => Promise<T>, { waitMs = 30_000, signal }: LockOptions = {}): Promise<T> => {
  const holder: Holder = { pid: process.pid, host: hostname(), nonce: randomBytes(8).toString("hex") };
  const deadline = Date.now() + waitMs;
  let pauseMs = FIRST_PAUSE_MS;
  while (!(await take(path, holder))) {
    if (isStale(path)) {
      await takeAside(path);
      continue;
    }
    if (Date.now() > deadline) {
      throw new UnavailableError("Another process holds a lock of ours and does not let go.", "not-sent", {
        hint: `If no other zoom-webinar process runs, remove ${path}.`,
      });
    }
    await systemClock.sleep(pauseMs * (0.5 + Math.random()), signal);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, HEARTBEAT_MS);
  heartbeat.unref();
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    const text = await readFile(path, "utf8").catch(() => "");
    if (text.includes(holder.nonce)) await rm(path, { force: true }); // else it was taken over: not ours to remove
  }
};
