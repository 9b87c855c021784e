import { lstat, rename, rm, stat } from "node:fs/promises";
import { InputError } from "@zoom-webinar/foundation";
import type { Disk, DiskFile } from "../../files/disk.ts";
import { truncateOrClose } from "../cursor/cursor.ts";

/** The file that rows are written to until all are there. */
export interface Draft {
  readonly bytes: number;
  /** Adds text and resolves once it is on the disk. */
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

const sizeOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ size }) => size,
    () => null,
  );

/** Opens a draft whose first bytes, this many, are good; the rest was being written when the process ended. Throws `InputError` if they are not there. */
export const openDraft = async (path: string, bytes: number, disk: Disk): Promise<Draft> => {
  if (bytes > 0 && ((await sizeOf(path)) ?? 0) < bytes)
    throw InputError.at(
      "cursor",
      `cannot go on: ${path}, which it was writing, is cut or gone`,
      "Add restart: true (--restart): what that file held is exported again, and nothing is lost.",
    );
  const file: DiskFile = await disk.append(path);
  await truncateOrClose(file, bytes);
  let size = bytes;
  return {
    get bytes() {
      return size;
    },
    write: async (text) => {
      if (text === "") return;
      await file.write(text);
      await file.sync();
      size += Buffer.byteLength(text);
    },
    close: () => file.close(),
  };
};

/** Renames a draft to its final name. Nothing to do if an earlier process did it. Throws `InputError` if anything else has that name by now. */
export const putInPlace = async (draft: string, file: string): Promise<void> => {
  if ((await sizeOf(draft)) === null && (await isThere(file))) return;
  if (await isThere(file))
    throw InputError.at(
      "file",
      `${file} was made by somebody else while the rows were written`,
      "Move it away and repeat the same call: the rows are kept, and nothing is read again.",
    );
  await rename(draft, file);
};

/** Takes a draft away that is given up. */
export const dropDraft = (path: string): Promise<void> => rm(path, { force: true });

/** Whether there is anything of this name; a link that leads nowhere is something, too. */
export const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );
