import { LINE_BREAK, withQuote } from "@zoom-webinar/foundation";

export type Cell = string | number | boolean | null;

const ROWS_A_PIECE = 500;

/** Lines of a CSV file in pieces: CRLF, quotes where they must be; null is an empty cell. Numbers are never quoted as formulas. */
export const csvPieces = async (rows: readonly (readonly Cell[])[], { isRaw }: { isRaw: boolean }): Promise<Iterable<string>> => {
  const { stringify } = await import("csv-stringify/sync");
  const toText = (cell: Cell): string => {
    if (typeof cell === "string") return isRaw ? cell : withQuote(cell);
    return cell === null ? "" : String(cell);
  };
  return (function* () {
    // Excel takes a file for UTF-8 by its first character.
    yield "\u{feff}";
    for (let at = 0; at < rows.length; at += ROWS_A_PIECE)
      yield stringify(
        rows.slice(at, at + ROWS_A_PIECE).map((row) => row.map(toText)),
        { record_delimiter: "windows", quoted_match: LINE_BREAK },
      );
  })();
};
