import { InputError } from "@zoom-webinar/foundation";

/** One row of a table, unchanged. */
export interface RawRow {
  /** The physical line on which it begins, from 1. */
  line: number;
  cells: readonly string[];
  /** What is wrong with the row itself, null for nothing. */
  fault: string | null;
}

/** Most rows of one import. */
export const MOST_ROWS = 100_000;
/** Most bytes of a file. */
export const MOST_BYTES = 256 * 1024 * 1024;
/** Most characters of one row: beyond it, a quote was never closed. */
export const MOST_ROW_CHARACTERS = 1024 * 1024;
/** Most columns. */
export const MOST_COLUMNS = 500;

/** A table that cannot be read, with the line where that shows. */
export const unreadable = (name: string, message: string, hint: string, cause?: unknown): InputError =>
  new InputError(`file: ${name} ${message}`, [{ field: "file", message: `${name} ${message}` }], { hint, cause });

/** Refuses the row after the last one that an import may have. */
export const assertRowCount = (name: string, count: number): void => {
  if (count > MOST_ROWS)
    throw unreadable(name, `has more than ${MOST_ROWS.toLocaleString("en")} rows.`, "Split it into several files and import one after the other.");
};
