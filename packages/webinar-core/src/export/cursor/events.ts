/** Format of a cursor; a larger number was written by a newer version of ours. */
export const CURSOR_VERSION = 1;

/** What an export is of: a cursor is good for the same only. */
export interface Subject {
  /** Id of the operation. */
  operation: string;
  account: string;
  /** Null: not one webinar. */
  webinar: string | null;
  host: string | null;
  no_names: boolean;
  attended_from: number | null;
  /** Left out: any. */
  status?: string | undefined;
}

/** The first line of every cursor. */
export interface Head extends Subject {
  t: "head";
  v: number;
  /** As its caller named it; null: it lives only until its one export is done. */
  name: string | null;
  principal: string;
  createdMs: number;
}

export type Format = "csv" | "jsonl";

/** A file that is being written. */
export interface Run {
  t: "run";
  run: number;
  /** Where the rows go when all are written. */
  file: string;
  /** Where they are until then. */
  draft: string;
  format: Format;
  /** Cells as they are, also those that a spreadsheet would run. */
  raw?: true;
  at: number;
}

/** One line of a cursor. Rows are hashes: a cursor holds nobody's name or address. */
export type CursorEvent =
  | Head
  | Run
  /** Rows of a webinar that are in the draft, whose first `bytes` are good: the id of each, and what it says. */
  | { t: "rows"; unit: string; bytes: number; rows: readonly (readonly [id: string, digest: string])[] }
  /** A webinar was read to its end; `gone`: rows of earlier runs that it has no more. */
  | { t: "unit"; unit: string; bytes: number; gone: readonly string[] }
  /** The world of an emulator that the rows before and after come from; null: Zoom itself. Earlier versions named none at Zoom. */
  | { t: "world"; world: string | null }
  | { t: "written"; bytes: number }
  | { t: "end"; at: number }
  /** Files of runs that this cursor holds no more. */
  | { t: "files"; files: readonly string[] }
  /** Only what was written, where and when is left; its rows are not known any more. */
  | { t: "record" }
  /** The run before this line was given up: it never was. */
  | { t: "undo" };
