import { displayWidth } from "./display-width.ts";
import { paint } from "./paint.ts";
import { showValue } from "./safe-text.ts";

/** One row of a list, as the operation answers it. */
export type Row = Readonly<Record<string, unknown>>;

const GAP = 2;
const NARROWEST = 6;

/** What a dotted path leads to in a row. */
const valueAt = (row: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((at, key) => (typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined), row);

const MOST_COLUMNS = 6;

/** The operation's columns, else the first plain fields of the rows. */
export const columnsOf = (given: readonly string[] | undefined, rows: readonly Row[]): readonly string[] => {
  if (given !== undefined && given.length > 0) return given;
  const names = new Set(
    rows.flatMap((row) => Object.entries(row).flatMap(([name, value]) => (typeof value === "object" && value !== null ? [] : [name]))),
  );
  return [...names].slice(0, MOST_COLUMNS);
};

/** Lines with tabs, as another program reads them: a head line, no colour, nothing cut. */
export const tabbed = (columns: readonly string[], rows: readonly Row[]): string =>
  [columns, ...rows.map((row) => columns.map((column) => showValue(valueAt(row, column))))].map((cells) => `${cells.join("\t")}\n`).join("");

/** A table for a terminal of this width; cells that do not fit end in "…". */
export const aligned = async (
  columns: readonly string[],
  rows: readonly Row[],
  { width, color }: { width: number; color: boolean },
): Promise<string> => {
  const { default: Table } = await import("cli-table3");
  const cells = rows.map((row) => columns.map((column) => showValue(valueAt(row, column)) || "-"));
  const natural = columns.map((column, at) => Math.max(displayWidth(column), ...cells.map((row) => displayWidth(row[at] ?? ""))));
  const widths = fit(natural, width - GAP * (columns.length - 1));
  const table = new Table({
    head: columns.map((column) => (color ? paint("bold", column) : column)),
    colWidths: widths.map((each) => each + GAP),
    chars: NO_LINES,
    style: { "padding-left": 0, "padding-right": GAP, head: [], border: [], compact: true },
  });
  table.push(...cells);
  return table
    .toString()
    .split("\n")
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
};

const LINES = ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"] as const;
const MORE_LINES = ["left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"] as const;
const NO_LINES = Object.fromEntries([...LINES, ...MORE_LINES].map((name) => [name, ""]));

/** Takes from the widest columns until all fit, or every one is at its narrowest. */
const fit = (natural: readonly number[], room: number): number[] => {
  const widths = [...natural];
  for (;;) {
    const widest = Math.max(...widths);
    if (widths.reduce((sum, each) => sum + each, 0) <= room || widest <= NARROWEST) return widths;
    widths[widths.indexOf(widest)] = widest - 1;
  }
};
