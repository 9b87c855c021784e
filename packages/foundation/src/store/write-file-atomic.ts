import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";

/**
 * Replaces a file in one step: a reader sees the old text or the new, never a part. The temporary file is made exclusively beside it, so a planted
 * link is never followed. `mode` is the file's permission, default 0600. Throws the file system's error; the old file is then unharmed.
 */
export const writeFileAtomic = async (path: string, text: string, { mode = 0o600 }: { mode?: number } = {}): Promise<void> => {
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    const file = await open(temporary, "wx", mode);
    try {
      await file.writeFile(text, "utf8");
      await file.chmod(mode); // the umask may have taken bits away
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};
