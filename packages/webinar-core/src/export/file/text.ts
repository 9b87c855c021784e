import { LINE_BREAK, withQuote } from "@zoom-webinar/foundation";
import type { Format } from "../cursor/events.ts";
import type { ExportRow, Value } from "../row.ts";

/** Writes rows as text. */
export interface RowText {
  /** What the file begins with. */
  head: string;
  toText(rows: readonly ExportRow[]): string;
}

const toCell = (value: Value | undefined): string => {
  if (typeof value === "string") return withQuote(value);
  return value === null || value === undefined ? "" : String(value);
};

/** A file of rows with these columns. CSV is for spreadsheets: what one would run as a formula has an apostrophe in front. */
export const rowText = async (format: Format, columns: readonly string[]): Promise<RowText> => {
  if (format === "jsonl") return { head: "", toText: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join("") };
  const { stringify } = await import("csv-stringify/sync");
  const toLines = (cells: readonly (readonly string[])[]) =>
    stringify(
      cells.map((row) => [...row]),
      { record_delimiter: "windows", quoted_match: LINE_BREAK },
    );
  return {
    // Excel takes a file for UTF-8 by its first character.
    head: `\u{feff}${toLines([columns])}`,
    toText: (rows) => toLines(rows.map((row) => columns.map((column) => toCell(row[column])))),
  };
};
