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

/**
 * What every question is put with. It goes to stderr: stdout holds nothing but data. A terminal that does not know its size says 0, and a question would be
 * drawn with one letter a line: then it gets a usual size, until it knows its own.
 */
export const questionStreams = ({ stdin, stderr, signal }: Pick<Io, "stdin" | "stderr" | "signal">): QuestionStreams => {
  stderr.columns = widthOf(stderr);
  if (stderr.rows === undefined || stderr.rows <= 0) stderr.rows = DEFAULT_ROWS;
  return { input: stdin, output: stderr, signal };
};
