import { pick } from "../columns.ts";
import { toJson } from "../json.ts";
import { isRow, type Row } from "../shape.ts";
import type { FormatContext, FormatWriter } from "./format.ts";

/** One document: of a list the rows come first, each on a line of its own, however many pages there are. */
export const openJson = ({ shape: { list = "rows" }, fields, write }: FormatContext): FormatWriter => {
  let isOpen = false;
  let hasRows = false;
  const open = async () => {
    if (isOpen) return;
    isOpen = true;
    await write(`{${toJson(list)}:[`);
  };
  return {
    one: (value) => write(`${toJson(fields !== null && isRow(value) ? pick(value, fields) : value, 2)}\n`),
    rows: async (rows) => {
      await open();
      if (rows.length === 0) return;
      const lines = rows.map((row) => `\n${toJson(chosen(row, fields))}`).join(",");
      await write(`${hasRows ? "," : ""}${lines}`);
      hasRows = true;
    },
    end: async (rest) => {
      await open();
      const closing = toJson(rest);
      const bracket = hasRows ? "\n]" : "]";
      await write(closing === "{}" ? `${bracket}}\n` : `${bracket},${closing.slice(1)}\n`);
    },
  };
};

/** One line of JSON for each row, or one for the one thing. */
export const openJsonLines = ({ fields, write }: FormatContext): FormatWriter => ({
  one: (value) => write(`${toJson(isRow(value) ? chosen(value, fields) : value)}\n`),
  rows: (rows) => write(rows.map((row) => `${toJson(chosen(row, fields))}\n`).join("")),
  end: async () => {},
});

const chosen = (row: Row, fields: readonly string[] | null): Row => (fields === null ? row : pick(row, fields));
