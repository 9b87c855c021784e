import { systemClock } from "@zoom-webinar/foundation";
import type { Progress } from "@zoom-webinar/webinar-core";
import { type Io, write } from "../io.ts";
import { safeLine } from "../output/safe-text.ts";
import { widthOf } from "../width.ts";
import { cut, describeProgress, drawProgress, type Pace } from "./describe-progress.ts";

/** Tells a person on stderr how far a call is; what it says is never data. */
export interface ProgressLine {
  show(progress: Progress): void;
  /** What the call waits for: a limit of Zoom's, before it tries again. */
  wait(message: string): void;
  /** Takes the line away: the call is over, or something else is to be written. */
  clear(): void;
}

interface ProgressOptions {
  /** Failures and remarks are for a program. */
  readonly isJson: boolean;
  /** The operation may take long: without a terminal it says so from the first moment on. */
  readonly isLong: boolean;
  /** True while something else has the screen. */
  isQuiet?(): boolean;
  /** Milliseconds of a clock that only goes forward. */
  elapsed?(): number;
}

/** Without a terminal, a line is not written more often; and a call that is over sooner writes none. */
const LINE_GAP_MS = 5_000;
/** A call that is over this soon only makes a terminal flicker. */
const QUIET_MS = 300;
/** A terminal is not redrawn more often: thousands of steps a second are no more than a blur. */
const REDRAW_MS = 80;

/** A bar on a terminal; without one, a line now and then. */
export const createProgress = (io: Io, { isJson, isLong, isQuiet = () => false, elapsed = systemClock.monotonic }: ProgressOptions): ProgressLine => {
  if (!isJson && io.stderr.isTTY === true) return onTerminal(io, { isLong, isQuiet, elapsed });
  return isJson && !isLong ? SILENT : inLines(io, { isJson, isLong, elapsed });
};

const SILENT: ProgressLine = { show: () => {}, wait: () => {}, clear: () => {} };

const onTerminal = ({ stderr }: Io, { isLong, isQuiet, elapsed }: Required<Omit<ProgressOptions, "isJson">>): ProgressLine => {
  const beganAtMs = isLong ? Number.NEGATIVE_INFINITY : elapsed();
  const paceOf = measure(elapsed);
  let isShown = false;
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  let latest: { progress: Progress; pace: Pace | null } | null = null;
  const columns = () => widthOf(stderr);
  const put = (text: string) => {
    if (isQuiet()) return;
    isShown = true;
    drawnAtMs = elapsed();
    void write(stderr, `\r\u001b[K${text}`);
  };
  return {
    show: (progress) => {
      latest = { progress, pace: paceOf(progress) };
      if (elapsed() - beganAtMs < QUIET_MS) return;
      const isLast = progress.done === progress.total;
      if (isShown && !isLast && elapsed() - drawnAtMs < REDRAW_MS) return;
      put(drawProgress(latest.progress, latest.pace, columns()));
    },
    wait: (message) =>
      put(cut(latest === null ? safeLine(message) : `${describeProgress(latest.progress, null)}, ${safeLine(message)}`, columns() - 1)),
    clear: () => {
      if (isShown && !isQuiet()) void write(stderr, "\r\u001b[K");
      isShown = false;
    },
  };
};

const inLines = ({ stderr }: Io, { isJson, isLong, elapsed = () => 0 }: ProgressOptions): ProgressLine => {
  const paceOf = measure(elapsed);
  let toldAtMs = isLong ? Number.NEGATIVE_INFINITY : elapsed();
  /** A count that comes after one that was told, and that nobody was told yet. */
  let untold: Progress | null = null;
  let hasTold = false;
  // If the call fails, the last line of stderr is the error's JSON: these lines come before it.
  const put = (line: string) => void write(stderr, isJson ? `${JSON.stringify({ progress: line })}\n` : `${line}\n`);
  const tell = (line: () => string): boolean => {
    if (elapsed() - toldAtMs < LINE_GAP_MS) return false;
    toldAtMs = elapsed();
    put(line());
    return true;
  };
  return {
    show: (progress) => {
      const pace = paceOf(progress);
      // The answer says how many there are: a call that is over soon needs no count before it.
      if (toldAtMs === Number.NEGATIVE_INFINITY && tellsItself(progress)) toldAtMs = elapsed();
      const isTold = tell(() => `${describeProgress(progress, pace)}${progress.total === null ? " so far" : ""}`);
      hasTold ||= isTold;
      untold = isTold ? null : progress;
    },
    wait: (message) => void tell(() => safeLine(message)),
    // A call that told an early count tells the last one, too: "0 webinars found" is no end.
    clear: () => {
      if (isLong && hasTold && untold !== null && !tellsItself(untold)) put(describeProgress(untold, null));
      untold = null;
    },
  };
};

/** Whether an answer has the last count: one that is given so far, and that nobody knew before. */
const tellsItself = ({ total, soFar }: Progress): boolean => total === null && soFar !== undefined;

/** How soon a rate is told: the first steps say little. */
const SETTLED_MS = 1_000;

/** Measures the rate since the first step: what was done before it, as in an import that goes on, took no time of this call. */
const measure = (elapsed: () => number): ((progress: Progress) => Pace | null) => {
  let from: { atMs: number; done: number } | null = null;
  return ({ done }) => {
    // A count that goes back belongs to another list.
    if (from === null || done < from.done) from = { atMs: elapsed(), done };
    const ms = elapsed() - from.atMs;
    return ms < SETTLED_MS || done === from.done ? null : { rate: ((done - from.done) * 1000) / ms };
  };
};
