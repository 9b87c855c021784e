import { open } from "node:fs/promises";

/** A file that is only added to. */
export interface DiskFile {
  /** Writes all of it at the end, or throws the file system's error; part of it may be in the file then. */
  write(text: string): Promise<void>;
  /** Resolves once everything written is on the disk. */
  sync(): Promise<void>;
  truncate(bytes: number): Promise<void>;
  close(): Promise<void>;
}

/** Where journals are written; tests put a disk in its place that fills up or dies. */
export interface Disk {
  /** Opens a private file to add to, made if it is not there. */
  append(path: string): Promise<DiskFile>;
}

/** The machine's own disk. */
export const realDisk: Disk = {
  append: async (path) => {
    const file = await open(path, "a", 0o600);
    return {
      write: async (text) => {
        // Goes on if the system wrote only a part, and throws if there is no more room.
        await file.appendFile(text, "utf8");
      },
      sync: () => file.datasync(),
      truncate: (bytes) => file.truncate(bytes),
      close: () => file.close(),
    };
  },
};

/** The journal could not be written: nothing more may be sent. */
export class DiskError extends Error {
  /** Why, in words. */
  readonly reason: string;
  constructor(cause: unknown) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    const reason =
      code === "ENOSPC" || code === "EDQUOT"
        ? "The disk is full"
        : code === "EROFS"
          ? "The disk cannot be written to"
          : `The disk failed${code === "" ? "" : ` (${code})`}`;
    super(reason, { cause });
    this.reason = reason;
  }
}
