import { displayWidth } from "./display-width.ts";
import { paint } from "./paint.ts";

/** A table as text: heads, and rows of as many cells. */
export interface Cells {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const GAP = 2;
/** Narrower than this, a cell says nothing. */
const NARROWEST = 6;

/** Lines with tabs, as another program reads them: nothing coloured, nothing cut. */
export const tabbed = (rows: readonly (readonly string[])[]): string => rows.map((cells) => `${cells.join("\t")}\n`).join("");

/** The columns of a table and how wide each is, decided once for all pages. */
export interface Layout {
  /** Which columns are shown, by position. */
  readonly columns: readonly number[];
  readonly widths: readonly number[];
  /** False: the terminal is too narrow for a table, and each row is shown as lines. */
  readonly isTable: boolean;
}

/** As many columns say what a table is about: names and addresses are shortened before another of them goes. */
const FEW = 4;
const SHORT_NAME = 12;

/**
 * Decides how a table fits a terminal of this width: opaque ids are shortened and go first, names and addresses last. `importance`: positions of columns;
 * those that are not in it go first, then the last of it.
 */
export const layOut = ({ heads, rows }: Cells, width: number, importance: readonly number[] = []): Layout => {
  const natural = heads.map((head, at) => Math.max(displayWidth(head), ...rows.map((row) => displayWidth(row[at] ?? ""))));
  const ranks = heads.map((head, at) =>
    rankOf(
      head,
      rows.map((row) => row[at] ?? ""),
    ),
  );
  const columns = heads.map((_, at) => at);
  const widths = [...natural];
  const room = () => width - GAP * (columns.length - 1);
  const used = () => columns.reduce((sum, at) => sum + (widths[at] ?? 0), 0);
  const leaving =
    importance.length === 0 ? [] : [...columns.filter((at) => !importance.includes(at)), ...importance.toReversed().filter((at) => at >= 0)];
  const leave = (at: number) => columns.splice(columns.indexOf(at), 1);
  const shorten = (isShortened: (at: number) => boolean, least: number) => {
    const widest = columns.filter((at) => isShortened(at) && (widths[at] ?? 0) > least).sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
    if (widest !== undefined) widths[widest] = (widths[widest] ?? 0) - 1;
    return widest !== undefined;
  };
  for (const at of leaving) {
    while (used() > room() && columns.length <= FEW && shorten((each) => ranks[each] === 2, SHORT_NAME));
    if (used() > room() && columns.length > 1) leave(at);
  }
  // What is cut to a part of a time or a number says nothing: then each row is shown as lines.
  for (const rank of [0, 1, 2]) {
    while (used() > room()) {
      if (rank > 0 && shorten((at) => ranks[at] === rank, NARROWEST)) continue;
      const dropped = rank < 2 && columns.length > 1 ? columns.findLast((at) => ranks[at] === rank) : undefined;
      if (dropped === undefined) break;
      leave(dropped);
    }
  }
  return { columns, widths: columns.map((at) => widths[at] ?? 0), isTable: used() <= room() };
};

/** As tables show times: a date and an hour, which say nothing if either is cut. */
const TIME = /^\w{3} \d{4}-\d{2}-\d{2} \d{2}:\d{2}/;

const NUMBER = /^\d{9,12}$/;

/** What goes first when room is short: 0 opaque ids, 1 facts, 2 names and addresses, 3 times, and numbers that people type on. */
const rankOf = (head: string, values: readonly string[]): number => {
  const filled = values.filter((value) => value !== "" && value !== "-");
  if (filled.length > 0 && filled.every((value) => TIME.test(value))) return 3;
  if (/(^|_|\.)(id|uuid)$/.test(head)) return filled.length > 0 && filled.every((value) => NUMBER.test(value)) ? 3 : 0;
  return /name|topic|email|question|answer|title|registrant/.test(head) ? 2 : 1;
};

/** A table for a terminal, laid out before; cells that do not fit are wrapped, or end in "…". Without heads it goes on below an earlier one. */
export const aligned = async (
  { heads, rows }: Cells,
  { columns, widths, isTable }: Layout,
  options: { color: boolean; hasHeads: boolean; wraps: boolean },
): Promise<string> => {
  if (!isTable) return stacked({ heads, rows }, columns);
  const { default: Table } = await import("cli-table3");
  const { color, hasHeads, wraps } = options;
  const table = new Table({
    head: hasHeads ? columns.map((at) => (color ? paint("bold", heads[at] ?? "") : (heads[at] ?? ""))) : [],
    colWidths: widths.map((each) => each + GAP),
    wordWrap: wraps,
    chars: NO_LINES,
    style: { "padding-left": 0, "padding-right": GAP, head: [], border: [], compact: true },
  });
  table.push(...rows.map((row) => columns.map((at) => row[at] || "-")));
  return table
    .toString()
    .split("\n")
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
};

/** For terminals that are too narrow for a table: each row as lines, a blank line between rows. */
const stacked = ({ heads, rows }: Cells, columns: readonly number[]): string =>
  rows.map((row) => columns.map((at) => `${heads[at]}: ${row[at] || "-"}\n`).join("")).join("\n");

const LINES = ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"] as const;
const MORE_LINES = ["left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"] as const;
const NO_LINES = Object.fromEntries([...LINES, ...MORE_LINES].map((name) => [name, ""]));
