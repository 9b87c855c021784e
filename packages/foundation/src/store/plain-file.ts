import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

/** Settings, lists of tokens and secrets are far smaller. */
const MOST_BYTES = 5_000_000;

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
    const bytes = Buffer.alloc(mostBytes + 1);
    let length = 0;
    // Its size is not asked for: files of /proc have none, and one may grow.
    for (let read = -1; read !== 0 && length < bytes.length; length += read) read = readSync(file, bytes, length, bytes.length - length, null);
    if (length > mostBytes) throw new Error(`is larger than ${mostBytes} bytes`);
    return bytes.toString("utf8", 0, length);
  } finally {
    closeSync(file);
  }
};

/** What a failed reading says to a person: "is a folder", "cannot be read (ENOENT)". */
export const describeUnread = (error: unknown): string =>
  error instanceof Error && !("code" in error) ? error.message : `cannot be read (${error instanceof Error && "code" in error ? error.code : "unknown"})`;
