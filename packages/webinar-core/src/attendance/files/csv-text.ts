import { LINE_BREAK, withQuote } from "@zoom-webinar/foundation";

export type Cell = string | number | boolean | null;

const ROWS_A_PIECE = 500;

interface CsvStyle {
  isRaw: boolean;
  /** True: as spreadsheets open it, with CRLF below a byte order mark. */
  isFile: boolean;
}

/** Lines of CSV in pieces: quotes where they must be; null is an empty cell. Numbers are never quoted as formulas. */
export const csvPieces = async (rows: readonly (readonly Cell[])[], { isRaw, isFile }: CsvStyle): Promise<Iterable<string>> => {
  const { stringify } = await import("csv-stringify/sync");
  const toText = (cell: Cell): string => {
    if (typeof cell === "string") return isRaw ? cell : withQuote(cell);
    return cell === null ? "" : String(cell);
  };
  return (function* () {
    // Excel takes a file for UTF-8 by its first character.
    if (isFile) yield "\u{feff}";
    for (let at = 0; at < rows.length; at += ROWS_A_PIECE)
      yield stringify(
        rows.slice(at, at + ROWS_A_PIECE).map((row) => row.map(toText)),
        { record_delimiter: isFile ? "windows" : "unix", quoted_match: LINE_BREAK },
      );
  })();
};
