import { InputError } from "@zoom-webinar/foundation";

/** A place in a file, counted from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Something that is wrong in a file. */
export interface FileFault extends Place {
  /** Dotted path of the field, "" for the file itself. */
  at: string;
  message: string;
}

/** As many faults as a refusal names. */
export const MOST_SHOWN = 20;

/** File by file, as they came, and in the order of their lines. */
const inOrder = (faults: readonly FileFault[]): FileFault[] => {
  const files = [...new Set(faults.map(({ file }) => file))];
  return [...faults].sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column);
};

/** The refusal that names each fault by file, line and column, and counts those that are not among them. */
export const fileError = (faults: readonly FileFault[], further = 0): InputError => {
  const shown = inOrder(faults).slice(0, MOST_SHOWN);
  const left = faults.length + further - shown.length;
  const text = ({ file, line, column, at, message }: FileFault) => `${file}:${line}:${column}: ${at === "" ? "" : `${at}: `}${message}`;
  const more = left > 0 ? [`and ${left} more ${left === 1 ? "fault" : "faults"}`] : [];
  return new InputError(
    [...shown.map(text), ...more].join("; "),
    shown.map((fault) => ({ field: "", message: text(fault) })),
    { hint: "Correct the file; nothing was sent to Zoom.", details: { places: shown, ...(left > 0 ? { more_faults: left } : {}) } },
  );
};

/** Faults of files, found one after the other and told together. */
export interface FaultList {
  add(faults: readonly FileFault[]): void;
  /** Does a part of the work; null if files are at fault, which is noted. Any other error is thrown. */
  tried<T>(work: () => T | Promise<T>): Promise<T | null>;
  /** The same for work that waits for nothing. */
  triedNow<T>(work: () => T): T | null;
  /** Does the last part of the work. Throws `InputError` if any part was at fault. */
  last<T>(work: () => Promise<T>): Promise<T>;
  /** Throws `InputError` with every fault, if there is one. */
  assertNone(): void;
}

export const faultList = (): FaultList => {
  const faults: FileFault[] = [];
  let further = 0;
  const note = (error: unknown): null => {
    if (!(error instanceof InputError) || !Array.isArray(error.details.places)) throw error;
    const { places, more_faults: more } = error.details;
    faults.push(...(places as FileFault[])); // ours: `fileError` made them
    further += typeof more === "number" ? more : 0;
    return null;
  };
  const refusal = () => fileError(faults, further);
  const assertNone = () => {
    if (faults.length > 0) throw refusal();
  };
  return {
    add: (found) => void faults.push(...found),
    async tried(work) {
      try {
        return await work();
      } catch (error) {
        return note(error);
      }
    },
    triedNow(work) {
      try {
        return work();
      } catch (error) {
        return note(error);
      }
    },
    async last(work) {
      let done: Awaited<ReturnType<typeof work>>;
      try {
        done = await work();
      } catch (error) {
        note(error);
        throw refusal();
      }
      assertNone();
      return done;
    },
    assertNone,
  };
};
