import { close, constants, createReadStream, fstat, open } from "node:fs";
import { Socket } from "node:net";
import { addAbortSignal, type Readable } from "node:stream";
import { isatty, ReadStream } from "node:tty";
import { promisify } from "node:util";
import { CancelledError, describeUnread, descriptorOf, errnoOf } from "@zoom-webinar/foundation";
import { type Io, tellOfTyping } from "../io.ts";

/** Windows has neither. */
const { O_RDONLY, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants;

const openFd = promisify(open);
const closeFd = promisify(close);
const statFd = promisify(fstat);

/** More than the most bytes were there. */
export class TooLargeError extends Error {}

/** What a failed reading says to a person, after "it". */
export const whyUnread = (cause: unknown): string => (errnoOf(cause) === "EISDIR" ? "is a folder" : describeUnread(cause));

/** All bytes of a stream. Throws `TooLargeError` beyond the most, `CancelledError` if the user interrupts, else the stream's error. */
const readAll = async (stream: Readable, { signal, mostBytes }: { signal: AbortSignal; mostBytes: number }): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of addAbortSignal(signal, stream)) {
      const bytes = Buffer.from(chunk as Uint8Array);
      length += bytes.byteLength;
      if (length > mostBytes) throw new TooLargeError(`more than ${mostBytes} bytes`);
      chunks.push(bytes);
    }
  } catch (error) {
    throw signal.aborted ? new CancelledError() : error;
  }
  return Buffer.concat(chunks);
};

/** Opened without blocking: a thread that waits in the system for a pipe's writer cannot be stopped, and holds up the end of the program. */
const openStream = async (path: string): Promise<Readable> => {
  const fd = await openFd(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  try {
    const found = await statFd(fd);
    if (found.isFIFO()) return new Socket({ fd, readable: true, writable: false });
    return isatty(fd) ? new ReadStream(fd) : createReadStream("", { fd });
  } catch (error) {
    await closeFd(fd);
    throw error;
  }
};

/** The path of stdin, on every system. */
export const STDIN = "/dev/stdin";

/**
 * The bytes of what a person at a terminal named: a file, or a pipe such as /dev/stdin and a shell's `<(…)`, which is waited for until its writer is done
 * or the user interrupts. Throws as `readAll`, and the file system's error.
 */
export const readSource = async (
  path: string,
  { stdin, stderr, signal }: Pick<Io, "stdin" | "stderr" | "signal">,
  mostBytes: number,
): Promise<Uint8Array> => {
  if (signal.aborted) throw new CancelledError();
  const isStdin = descriptorOf(path) === 0;
  if (isStdin) tellOfTyping({ stdin, stderr });
  const stream = isStdin ? stdin : await openStream(path);
  try {
    return await readAll(stream, { signal, mostBytes });
  } finally {
    stream.destroy();
  }
};
