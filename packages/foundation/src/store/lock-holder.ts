import { createHash, randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { type Disk, unless } from "./disk.ts";

/** Names this machine, in few characters that every file system takes. */
const machine = (): string => createHash("sha256").update(hostname()).digest("hex").slice(0, 12);

/** The name of a new holder: process, machine, and a random part. It needs no content, so a full disk cannot cut it. */
export const holderName = (pid = process.pid, host = machine()): string => `${pid}.${host}.${randomBytes(6).toString("hex")}`;

const NAME = /^(\d+)\.([\da-f]{12})\.[\da-f]{12}/;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // alive, but somebody else's
  }
};

/** True if a name, or one that begins with it, is of a process of this machine that is no more. */
export const isOfDeadProcess = (name: string): boolean => {
  const [, pid, host] = NAME.exec(name) ?? [];
  return pid !== undefined && host === machine() && !isAlive(Number(pid));
};

/**
 * True if nobody touched a file or folder for `staleMs` milliseconds. A time in the future says nothing, so it is set to now, and counts from here: a live
 * holder goes on touching it.
 */
export const isUntouched = async (disk: Disk, path: string, staleMs: number): Promise<boolean> => {
  const stat = await unless(["ENOENT"], disk.lstat(path), null);
  if (stat === null) return false;
  const now = Date.now();
  if (stat.mtimeMs > now + staleMs) await unless(["ENOENT"], disk.utimes(path, new Date(now), new Date(now)), undefined);
  return now - stat.mtimeMs > staleMs;
};
