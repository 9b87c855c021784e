import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { errnoOf } from "./disk.ts";

/** Settings, lists of tokens and secrets are far smaller. */
const MOST_BYTES = 5_000_000;

const CHUNK_BYTES = 16_384;

/** Not on Windows, which has no such pipes. */
const { O_RDONLY, O_NONBLOCK = 0 } = constants;

/**
 * The bytes of a file, read to its end. Anything but a plain file is refused at once, since reading a pipe, a terminal or a device may wait for ever or never
 * end. Throws an `Error` that says what the file is, in words for a person: "is a pipe or a device, not a plain file"; else the file system's error.
 */
export const readPlainFile = (path: string, mostBytes = MOST_BYTES): Uint8Array => {
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
      if (read === 0) return Buffer.concat(chunks);
      length += read;
      if (length > mostBytes) throw new Error(`is larger than ${mostBytes} bytes`);
      chunks.push(chunk.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
};

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: "is not there",
  EACCES: "may not be read by this user",
  EPERM: "may not be read by this user",
  ENXIO: "is a pipe or a device, not a plain file",
};

/** What a failed reading says to a person, after "it": "is not there", "is a folder". */
export const describeUnread = (error: unknown): string => {
  const errno = errnoOf(error);
  if (errno !== null) return WORDS[errno] ?? `cannot be read (${errno})`;
  return error instanceof Error ? error.message : "cannot be read";
};
