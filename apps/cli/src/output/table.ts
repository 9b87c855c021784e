import { displayWidth } from "./display-width.ts";
import { fold } from "./fold.ts";
import { type Cells, GAP, type Layout } from "./layout.ts";
import { paint } from "./paint.ts";
import { foldWhole, isPath, NARROWEST_PATH, shortenedPath, wholeWidth } from "./whole.ts";

/** Lines with tabs, as another program reads them: nothing coloured, nothing cut. */
export const tabbed = (rows: readonly (readonly string[])[]): string => rows.map((cells) => `${cells.join("\t")}\n`).join("");

interface TableStyle {
  readonly color: boolean;
  readonly hasHeads: boolean;
  /** Cells that do not fit are wrapped, not cut. */
  readonly wraps: boolean;
  /** Columns of the terminal, which a line below a row may fill. */
  readonly width: number;
}

/**
 * A table for a terminal, laid out before. Cells that do not fit are wrapped, or end in "…", except what people copy: a path has its "…" in the middle, all
 * else stands whole, below its row if need be. Without heads it goes on below an earlier one.
 */
export const aligned = async ({ heads, rows }: Cells, layout: Layout, style: TableStyle): Promise<string> => {
  const { columns, widths, isTable } = layout;
  if (!isTable) return stacked({ heads, rows }, columns);
  const { default: Table } = await import("cli-table3");
  const { color, hasHeads, wraps } = style;
  const render = (head: readonly string[], body: readonly (readonly string[])[]): string => {
    const table = new Table({
      head: head.map((each) => (color ? paint("bold", each) : each)),
      colWidths: widths.map((each) => each + GAP),
      wordWrap: wraps,
      chars: NO_LINES,
      style: { "padding-left": 0, "padding-right": GAP, head: [], border: [], compact: true },
    });
    table.push(...body.map((cells) => [...cells]));
    return table
      .toString()
      .split("\n")
      .map((line) => `${line.trimEnd()}\n`)
      .join("");
  };
  const placed = rows.map((row) => place(row, heads, layout, style));
  const head = hasHeads ? columns.map((at) => heads[at] ?? "") : [];
  if (placed.every(({ below }) => below.length === 0))
    return render(
      head,
      placed.map(({ cells }) => cells),
    );
  return placed.map(({ cells, below }, at) => `${render(at === 0 ? head : [], [cells])}${below.join("")}`).join("");
};

/** A row as its table has it, and the lines below it. */
interface Placed {
  readonly cells: readonly string[];
  readonly below: readonly string[];
}

const ELSEWHERE = "↓";

const place = (row: readonly string[], heads: readonly string[], { columns, widths, below }: Layout, { wraps, width }: TableStyle): Placed => {
  const more: number[] = [];
  const cells = columns.map((at, position) => {
    const text = row[at] || "-";
    const room = widths[position] ?? 0;
    if (displayWidth(text) <= room) return text;
    if (room >= NARROWEST_PATH && isPath(heads[at] ?? "", text)) return shortenedPath(text, room);
    const whole = wholeWidth(heads[at] ?? "", text);
    // Widths are those of the first page: a later one may hold something longer.
    if (whole > room) {
      more.push(at);
      return ELSEWHERE;
    }
    return wraps || whole > 0 ? fold(text, room).join("\n") : text;
  });
  const lines = [...below, ...more].filter((at) => row[at]).map((at) => lineBelow(heads[at] ?? "", row[at] ?? "", width));
  return { cells, below: lines };
};

/** What has no room in its row, under its name: words may be wrapped, what is copied stays whole. */
const lineBelow = (head: string, text: string, width: number): string => {
  const label = `  ${head}  `;
  return foldWhole(head, text, width - label.length)
    .map((line, at) => `${at === 0 ? label : " ".repeat(label.length)}${line}\n`)
    .join("");
};

/** For terminals that are too narrow for a table: each row as lines, a blank line between rows. */
const stacked = ({ heads, rows }: Cells, columns: readonly number[]): string =>
  rows.map((row) => columns.map((at) => `${heads[at]}: ${row[at] || "-"}\n`).join("")).join("\n");

const LINES = ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"] as const;
const MORE_LINES = ["left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"] as const;
const NO_LINES = Object.fromEntries([...LINES, ...MORE_LINES].map((name) => [name, ""]));
