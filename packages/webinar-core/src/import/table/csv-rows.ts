import { pipeline, Readable } from "node:stream";
import { MOST_ROW_CHARACTERS, type RawRow, unreadable } from "./raw-row.ts";

/** What separates the cells of a row. */
export type Delimiter = "," | ";" | "\t" | "|";

const DELIMITERS: readonly Delimiter[] = [",", ";", "\t", "|"];

/** How often each delimiter stands outside quotes, in each of the first lines of a sample. */
const countsIn = (sample: string, delimiter: string): number[] => {
  const counts: number[] = [];
  let count = 0;
  let isQuoted = false;
  for (const letter of sample) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && letter === delimiter) count += 1;
    else if (!isQuoted && letter === "\n") {
      counts.push(count);
      count = 0;
    }
  }
  if (count > 0 || counts.length === 0) counts.push(count);
  return counts;
};

/** The line `sep=;` that Excel takes at the top of a file: its delimiter, and how long it is. */
export const separatorLine = (sample: string): { delimiter: string; length: number } | null => {
  const found = /^sep=(.)(\r\n|\n|\r)/i.exec(sample);
  return found === null ? null : { delimiter: found[1] ?? ",", length: found[0].length };
};

/**
 * The delimiter of a table, from its first lines: the one that splits the most of them in the same way, then the one that splits them most often. A comma
 * if none does: a table with one column.
 */
export const findDelimiter = (sample: string): Delimiter => {
  const scored = DELIMITERS.map((delimiter) => {
    const counts = countsIn(sample, delimiter).slice(0, 50);
    const most = Math.max(...counts);
    return { delimiter, most, alike: counts.filter((count) => count === most).length };
  }).filter(({ most }) => most > 0);
  scored.sort((a, b) => b.alike * Math.min(b.most, 3) - a.alike * Math.min(a.most, 3) || b.most - a.most);
  return scored[0]?.delimiter ?? ",";
};

const breaksIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

const QUOTE_HINT = 'Look for a quote (") there that has no partner; a quote inside a quoted cell is written twice.';
const BARE_QUOTE_HINT =
  'Put the whole cell in quotes and write each quote inside it twice: "say ""hello""". A spreadsheet does so when it saves as CSV.';

const toUnreadable = (name: string, line: number, error: unknown): unknown => {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE")
    return unreadable(name, `opens a quote in line ${line} that is never closed.`, QUOTE_HINT, error);
  if (code === "CSV_INVALID_CLOSING_QUOTE") return unreadable(name, `has a quote in the row of line ${line} that is not closed.`, QUOTE_HINT, error);
  if (code === "INVALID_OPENING_QUOTE")
    return unreadable(name, `has a quote in line ${line} within a cell that is not quoted.`, BARE_QUOTE_HINT, error);
  return error;
};

/**
 * The rows of a text with delimiters, empty lines left out. `firstLine`: the line that the text begins with.
 * Throws `InputError` if a quote is not closed, and names the line on which its row begins.
 */
export async function* csvRows(
  name: string,
  text: AsyncIterable<string>,
  { delimiter, firstLine }: { delimiter: string; firstLine: number },
): AsyncGenerator<RawRow, void, undefined> {
  const { parse } = await import("csv-parse");
  let line = firstLine;
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    max_record_size: MOST_ROW_CHARACTERS,
    raw: true,
    // Counted where a record is made, not where it is taken: after a fault, those that were made and not taken yet are gone. And not by the parser, which
    // counts a line end of Windows within a cell twice.
    on_record: (made) => {
      // With `raw`, that is what the parser makes of a record.
      const { raw, record } = made as unknown as { raw: string; record: string[] };
      const begins = line;
      line += breaksIn(raw);
      return { line: begins, cells: record } as unknown as typeof made;
    },
  });
  // Faults of the source come out of the parser as its own.
  pipeline(Readable.from(text), parser, () => {});
  try {
    for await (const { line: begins, cells } of parser as AsyncIterable<{ line: number; cells: string[] }>) {
      if (cells.some((cell) => cell.trim() !== "")) yield { line: begins, cells, fault: null };
    }
  } catch (error) {
    throw toUnreadable(name, line, error);
  }
}
