import type { Viewing } from "../cells.ts";
import type { Row, Shape } from "../shape.ts";

/** What a format writes with. */
export interface FormatContext {
  readonly shape: Shape;
  /** Fields that the caller chose, dotted paths; null: the format's own. */
  readonly fields: readonly string[] | null;
  /** Width of the terminal that reads the data, null if none does. */
  readonly width: number | null;
  readonly isColored: boolean;
  /** True: a spreadsheet gets cells as they are, also those that it would run as a formula. */
  readonly isRaw: boolean;
  /** True: the data is a file of its own, which other programs open by its name. */
  readonly isFile: boolean;
  /** True: who said what, instead of counts. */
  readonly showsEach: boolean;
  readonly viewing: Viewing;
  /** Takes note of columns that have no room in the terminal. */
  leaveOut(names: readonly string[]): void;
  /** What time it is where the answer comes from, in milliseconds since the epoch. */
  now(): number | Promise<number>;
  /** Writes data. */
  write(text: string): Promise<void>;
}

/** Writes one answer. */
export interface FormatWriter {
  /** An answer that is one thing. */
  one(value: unknown): Promise<void>;
  /** Rows of a list; called again for each further page. */
  rows(rows: readonly Row[], page: Row): Promise<void>;
  /** What a list's answer has besides its rows, once all are written. */
  end(rest: Row): Promise<void>;
}

/** A form of the data on stdout. */
export interface Format {
  /** What --help says of its flag. */
  readonly summary: string;
  /** True: what is beside the rows is part of the document, and failures are JSON as well. */
  readonly isJson: boolean;
  open(context: FormatContext): Promise<FormatWriter>;
}
