import { randomBytes } from "node:crypto";
import { basename, join } from "node:path";
import { LeaseLostError } from "../errors/storage.ts";
import { type Disk, errnoOf, unless } from "./disk.ts";
import { writeWhole } from "./write-file-atomic.ts";

/**
 * A lock that this process took. Its writes land only while it is held: the new text lies in the holder's own folder inside the lock, and whoever takes the
 * lock over moves that folder away and removes it first. So the last step, a rename out of that folder, cannot succeed for a late holder.
 */
export interface FileHold {
  /** Throws `LeaseLostError` if the lock was taken over. Also shows the others that the holder lives. */
  assertHeld(): Promise<void>;
  /** Replaces a file in one step. Throws `LeaseLostError`, and leaves the file as it is, if the lock was taken over; else the file system's error. */
  replace(path: string, text: string, options?: { mode?: number }): Promise<void>;
  /** Removes a file, which need not be there. Throws like `replace`. */
  remove(path: string): Promise<void>;
}

/** What is left of a hold that is over, until it is empty and gone. */
export const OVER = ".over";

/** A hold on the folder `own`, which lies in the lock. */
export const fileHold = (disk: Disk, own: string): FileHold => {
  const assertHeld = async () => {
    const now = new Date();
    try {
      await disk.utimes(own, now, now);
    } catch (cause) {
      throw errnoOf(cause) === "ENOENT" ? new LeaseLostError({ cause }) : cause;
    }
  };
  const spare = () => join(own, randomBytes(6).toString("hex"));
  return {
    assertHeld,
    replace: async (path, text, { mode = 0o600 } = {}) => {
      const temporary = spare();
      try {
        await writeWhole(disk, temporary, text, mode);
        await disk.rename(temporary, path);
      } catch (error) {
        await disk.unlink(temporary).catch(() => undefined);
        if (errnoOf(error) === "ENOENT") await assertHeld();
        throw error;
      }
    },
    remove: async (path) => {
      const aside = spare();
      const moved = await unless(["ENOENT"], disk.rename(path, aside).then(Boolean), null);
      if (moved === null)
        await assertHeld(); // the file was not there, or the holder's folder is gone
      else await disk.unlink(aside).catch(() => undefined);
    },
  };
};

/** Removes the folder of a hold that is over. It is empty only when no write of its holder can land any more. */
const clearOver = async (disk: Disk, over: string): Promise<void> => {
  for (;;) {
    for (const name of await unless(["ENOENT"], disk.readdir(over), [])) await unless(["ENOENT"], disk.unlink(join(over, name)), undefined);
    // not empty: the holder was at it this very moment
    if (
      await unless(
        ["ENOTEMPTY", "EEXIST"],
        unless(["ENOENT"], disk.rmdir(over), undefined).then(() => true),
        false,
      )
    )
      return;
  }
};

/** Ends somebody's hold, or our own: from then on its holder writes nothing. The lock is free once its folder is gone. */
export const endHold = async (disk: Disk, own: string): Promise<void> => {
  if (basename(own).endsWith(OVER)) return clearOver(disk, own);
  const over = `${own}${OVER}`;
  if (
    await unless(
      ["ENOENT"],
      disk.rename(own, over).then(() => true),
      false,
    )
  )
    await clearOver(disk, over);
};
