import { LINE_BREAK, withQuote } from "@zoom-webinar/foundation";
import type { Format } from "../cursor/events.ts";
import type { ExportRow, Value } from "../row.ts";

/** Writes rows as text. */
export interface RowText {
  /** What the file begins with. */
  head: string;
  toText(rows: readonly ExportRow[]): string;
  /** Columns in which a cell got an apostrophe so far. */
  readonly guarded: ReadonlySet<string>;
}

/** How rows become text. */
export interface TextStyle {
  format: Format;
  columns: readonly string[];
  /** True: cells of CSV stay as they are, also those that a spreadsheet would run. */
  isRaw: boolean;
}

/** A file of rows. CSV is for spreadsheets: what one would run as a formula has an apostrophe in front. */
export const rowText = async ({ format, columns, isRaw }: TextStyle): Promise<RowText> => {
  const guarded = new Set<string>();
  if (format === "jsonl") return { head: "", guarded, toText: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join("") };
  const toCell = (column: string, value: Value | undefined): string => {
    if (typeof value !== "string") return value === null || value === undefined ? "" : String(value);
    const safe = isRaw ? value : withQuote(value);
    if (safe !== value) guarded.add(column);
    return safe;
  };
  const { stringify } = await import("csv-stringify/sync");
  const toLines = (cells: readonly (readonly string[])[]) =>
    stringify(
      cells.map((row) => [...row]),
      { record_delimiter: "windows", quoted_match: LINE_BREAK },
    );
  return {
    // Excel takes a file for UTF-8 by its first character.
    head: `\u{feff}${toLines([columns])}`,
    guarded,
    toText: (rows) => toLines(rows.map((row) => columns.map((column) => toCell(column, row[column])))),
  };
};
