import type { Readable, Writable } from "node:stream";
import type { Pager } from "./output/pager.ts";
import { fitted } from "./width.ts";

/** Where text goes to; `columns` and `rows` are the terminal's size. */
export type Output = Writable & { isTTY?: boolean; columns?: number; rows?: number };

/** Where text comes from. */
export type Input = Readable & { isTTY?: boolean };

/** Everything of the process that the command line uses, so that tests run it without one. */
export interface Io {
  stdout: Output;
  stderr: Output;
  stdin: Input;
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  /** The system that it runs on; the machine's unless stated. */
  platform?: NodeJS.Platform;
  /** The viewer's zone; the machine's unless stated. */
  zone?: string;
  /** What time it is for the viewer, in milliseconds since the epoch; the machine's clock unless stated. */
  now?(): number;
  /** Starts a pager on the terminal; absent if this program has no pager. Null: the command cannot be started. */
  startPager?(words: readonly string[]): Promise<Pager | null>;
  /** Opens a link; the machine's browser unless stated. False if no browser can be started. */
  openLink?(url: string): Promise<boolean>;
  /** Aborts when the user interrupts. */
  signal: AbortSignal;
}

/** Says that the keyboard is read: a terminal without a question looks as if nothing happened. */
export const tellOfTyping = ({ stdin, stderr }: Pick<Io, "stdin" | "stderr">): void => {
  if (stdin.isTTY === true) stderr.write("Reading what is typed here, until Ctrl-D on a line of its own.\n");
};

/** Says a line to the person, besides the data: on a terminal wrapped at words. */
export const say = (stream: Output, line: string): Promise<void> => write(stream, `${fitted(line, stream)}\n`);

/** Writes and waits while the reader is slower than we are, so that a long list never piles up in memory. */
export const write = async (stream: Output, text: string): Promise<void> => {
  if (text === "" || stream.write(text)) return;
  await new Promise<void>((resolve) => {
    // A closed reader never drains: whoever listens for errors ends the process, and nobody may wait here for ever.
    const done = () => {
      stream.off("drain", done);
      stream.off("close", done);
      stream.off("error", done);
      resolve();
    };
    stream.once("drain", done);
    stream.once("close", done);
    stream.once("error", done);
  });
};
