import { close, constants, createWriteStream, open } from "node:fs";
import { Socket } from "node:net";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { isatty, WriteStream } from "node:tty";
import { promisify } from "node:util";
import { CancelledError, errnoOf, type WriteTarget } from "@zoom-webinar/foundation";
import { type Io, write } from "../io.ts";

/** A target that is written into directly, because there is no file to replace. */
export interface Through {
  /** Throws the file system's error. */
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Windows has neither. */
const { O_WRONLY, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants;
/** How often we look whether somebody reads a pipe, in milliseconds. */
const LOOK_MS = 50;

const openFd = promisify(open);
const closeFd = promisify(close);

/** Opens without blocking: a thread that waits in the system for a pipe's reader cannot be stopped, and holds up the end of the program. */
const openToWrite = async (path: string, signal: AbortSignal): Promise<number> => {
  for (;;) {
    if (signal.aborted) throw new CancelledError();
    try {
      return await openFd(path, O_WRONLY | O_NONBLOCK | O_NOCTTY);
    } catch (error) {
      // Nobody reads the pipe yet: a shell waits here, too.
      if (errnoOf(error) !== "ENXIO") throw error;
      await sleep(LOOK_MS, undefined, { signal }).catch(() => {});
    }
  }
};

const into = (stream: Writable, signal: AbortSignal): Through => {
  let failure: Error | null = null;
  const ended = finished(stream, { readable: false, signal }).catch((error: Error) => {
    failure ??= signal.aborted ? new CancelledError() : error;
    stream.destroy();
  });
  const assertWhole = () => {
    if (failure !== null) throw failure;
  };
  return {
    write: async (text) => {
      assertWhole();
      await write(stream, text);
      assertWhole();
    },
    close: async () => {
      stream.end();
      await ended;
      assertWhole();
    },
  };
};

/** Opens a pipe, a device or a descriptor of this process to write into it. Throws the file system's error, and `CancelledError` if the user interrupts. */
export const openThrough = async (target: Exclude<WriteTarget, { kind: "file" }>, { stdout, stderr, signal }: Io): Promise<Through> => {
  if (target.kind === "descriptor") {
    const { fd } = target;
    const own = fd === 1 ? stdout : fd === 2 ? stderr : null;
    if (own !== null) return { write: (text) => write(own, text), close: async () => {} };
    // Whoever gave it to us closes it.
    return into(createWriteStream("", { fd, autoClose: false }), signal);
  }
  const fd = await openToWrite(target.path, signal);
  try {
    if (target.kind === "pipe") return into(new Socket({ fd, readable: false, writable: true }), signal);
    return into(isatty(fd) ? new WriteStream(fd) : createWriteStream("", { fd }), signal);
  } catch (error) {
    await closeFd(fd);
    throw error;
  }
};
