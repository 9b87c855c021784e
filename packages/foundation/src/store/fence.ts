import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { UnavailableError } from "../errors/classes.ts";
import { type Disk, unless } from "./disk.ts";

const MOST_TRIES = 10_000;

/** A folder that holds the number 0, put in its place in one step. */
const begin = async (disk: Disk, folder: string): Promise<void> => {
  const ready = `${folder}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await disk.mkdir(join(ready, "0"), { recursive: true, mode: 0o700 });
    await unless(["ENOTEMPTY", "EEXIST", "EPERM"], disk.rename(ready, folder), undefined); // refused: another process was first
  } finally {
    await disk.rmdir(join(ready, "0")).catch(() => undefined);
    await disk.rmdir(ready).catch(() => undefined);
  }
};

/**
 * The next number of a folder, larger than all before, also among processes. The last number is the name of the one thing in the folder; drawing renames it,
 * which only one process can do for each number. So no lock, clock or content is needed. Throws the file system's error.
 */
export const drawFence = async (disk: Disk, folder: string): Promise<number> => {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const names = await unless(["ENOENT"], disk.readdir(folder), null);
    if (names === null) await begin(disk, folder);
    const last = Math.max(...(names ?? []).map(Number).filter(Number.isSafeInteger));
    if (last < 0) continue; // looked at in the middle of a change
    const next = last + 1;
    if (
      await unless(
        ["ENOENT"],
        disk.rename(join(folder, String(last)), join(folder, String(next))).then(() => true),
        false,
      )
    )
      return next;
  }
  throw new UnavailableError(`No lock could be taken in ${folder}.`, "not-sent", {
    hint: `If no other zoom-webinar process runs, remove ${folder}.`,
  });
};
