import { LINE_BREAK, withQuote } from "@zoom-webinar/foundation";
import { stringify } from "csv-stringify/sync";
import { allColumns, answerRows, type Column, columnsFor } from "../columns.ts";
import { showValue } from "../safe-text.ts";
import { isRow, type Row } from "../shape.ts";
import { tabbed } from "../table.ts";
import type { FormatContext, FormatWriter } from "./format.ts";

/** Excel takes a file for UTF-8 by its first character. */
const BOM = "\u{feff}";

/** Rows with commas and quotes, a head line first: what `csvkit` reads; as a file what spreadsheets open. */
export const openCsv = (context: FormatContext): FormatWriter =>
  separated(
    context,
    (rows) =>
      stringify(
        rows.map((cells) => (context.isRaw ? [...cells] : cells.map(withQuote))),
        { record_delimiter: context.isFile ? "windows" : "unix", quoted_match: LINE_BREAK },
      ),
    context.isFile ? BOM : "",
  );

/** Rows with tabs, a head line first; a tab or line break inside a cell is a space. */
export const openTsv = (context: FormatContext): FormatWriter => separated(context, tabbed);

type Lines = (rows: readonly (readonly string[])[]) => string;

const separated = ({ shape, fields, write }: FormatContext, toLines: Lines, begin = ""): FormatWriter => {
  const { answers } = shape;
  let columns: readonly Column[] | undefined;
  const put = async (given: readonly Row[]) => {
    const rows = answers === undefined ? given : answerRows(given, answers);
    if (columns === undefined) {
      columns = fields === null ? allColumns(answers === undefined ? shape : { ...shape, known: undefined }, rows) : columnsFor(fields);
      if (columns.length > 0) await write(begin + toLines([columns.map(({ name }) => name)]));
    }
    if (rows.length > 0) await write(toLines(rows.map((row) => (columns ?? []).map(({ read }) => showValue(read(row))))));
  };
  return {
    one: (value) => put([isRow(value) ? value : { value }]),
    rows: (rows) => put(rows),
    end: async () => {},
  };
};
