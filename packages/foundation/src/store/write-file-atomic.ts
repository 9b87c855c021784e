import { randomBytes } from "node:crypto";
import { type Disk, systemDisk } from "./disk.ts";

/** Makes a file that was not there, durable once it resolves. Throws the file system's error; a part may then be left. */
export const writeWhole = async (disk: Disk, path: string, text: string, mode: number): Promise<void> => {
  const file = await disk.open(path, "wx", mode);
  try {
    await file.writeFile(text, "utf8");
    await file.chmod(mode); // the umask may have taken bits away
    await file.sync();
  } finally {
    await file.close();
  }
};

/**
 * Replaces a file in one step: a reader sees the old text or the new, never a part. The temporary file is made exclusively beside it, so a planted
 * link is never followed. `mode` is the file's permission, default 0600. Throws the file system's error; the old file is then unharmed.
 */
export const writeFileAtomic = async (
  path: string,
  text: string,
  { mode = 0o600, disk = systemDisk }: { mode?: number; disk?: Disk } = {},
): Promise<void> => {
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    await writeWhole(disk, temporary, text, mode);
    await disk.rename(temporary, path);
  } catch (error) {
    await disk.rm(temporary, { force: true });
    throw error;
  }
};
