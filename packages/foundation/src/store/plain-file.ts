import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

/** Settings, lists of tokens and secrets are far smaller. */
const MOST_BYTES = 5_000_000;

const CHUNK_BYTES = 16_384;

/** Not on Windows, which has no such pipes. */
const { O_RDONLY, O_NONBLOCK = 0 } = constants;

/**
 * The text of a file, read to its end. Anything but a plain file is refused at once, since reading a pipe, a terminal or a device may wait for ever or never
 * end. Throws an `Error` that says what the file is, in words for a person: "is a pipe or a device, not a plain file"; else the file system's error.
 */
export const readPlainFile = (path: string, mostBytes = MOST_BYTES): string => {
  const file = openSync(path, O_RDONLY | O_NONBLOCK); // not blocking: opening a pipe waits for whoever writes to it
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) throw new Error("is a folder");
    if (!stat.isFile()) throw new Error("is a pipe or a device, not a plain file");
    const chunks: Buffer[] = [];
    // Its size is not asked for: files of /proc have none, and one may grow.
    for (let length = 0; ; ) {
      const chunk = Buffer.alloc(CHUNK_BYTES);
      const read = readSync(file, chunk, 0, chunk.length, null);
      if (read === 0) return Buffer.concat(chunks).toString("utf8");
      length += read;
      if (length > mostBytes) throw new Error(`is larger than ${mostBytes} bytes`);
      chunks.push(chunk.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
};

/** What a failed reading says to a person: "is a folder", "cannot be read (ENOENT)". */
export const describeUnread = (error: unknown): string =>
  error instanceof Error && !("code" in error)
    ? error.message
    : `cannot be read (${error instanceof Error && "code" in error ? error.code : "unknown"})`;
