import { CancelledError } from "@zoom-webinar/foundation";
import type { Input, Io, Output } from "./io.ts";
import { widthOf } from "./width.ts";

/** Where a question is put, and how it is broken off. */
export interface QuestionStreams {
  readonly input: Input;
  readonly output: Output;
  readonly signal: AbortSignal;
}

const DEFAULT_ROWS = 24;

/** True if there is a person at a terminal who can be asked. */
export const canAsk = ({ stdin, stderr }: Pick<Io, "stdin" | "stderr">): boolean => stdin.isTTY === true && stderr.isTTY === true;

/** What a terminal sends for Ctrl-D. */
const END_OF_INPUT = "\u0004";

/**
 * What every question is put with. It goes to stderr: stdout holds nothing but data. A terminal that does not know its size says 0, and a question would be
 * drawn with one letter a line: then it gets a usual size, until it knows its own.
 */
const questionStreams = ({ stdin, stderr, signal }: Pick<Io, "stdin" | "stderr" | "signal">): QuestionStreams => {
  stderr.columns = widthOf(stderr);
  if (stderr.rows === undefined || stderr.rows <= 0) stderr.rows = DEFAULT_ROWS;
  return { input: stdin, output: stderr, signal };
};

type Prompts = typeof import("@clack/prompts");

/**
 * Puts a question to the person at the terminal. Throws `CancelledError` if they break off with Escape, Ctrl-C or Ctrl-D, or if the input ends: a question
 * that nobody can answer any more would end the process as if all were done.
 */
export const answerTo = async <T>(io: Io, put: (prompts: Prompts, streams: QuestionStreams) => Promise<T | symbol>): Promise<T> => {
  const prompts = await import("@clack/prompts");
  prompts.updateSettings({ aliases: { [END_OF_INPUT]: "cancel" } });
  const { signal, ...streams } = questionStreams(io);
  const { input } = streams;
  const ended = new AbortController();
  const end = () => ended.abort();
  if (input.readableEnded || input.destroyed) end();
  input.once("end", end).once("close", end);
  try {
    const answer = await put(prompts, { ...streams, signal: AbortSignal.any([signal, ended.signal]) });
    if (prompts.isCancel(answer)) throw new CancelledError();
    return answer as T;
  } finally {
    input.off("end", end).off("close", end);
  }
};
