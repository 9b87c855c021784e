import { hasInstants, isUtc, sharedZone, showFor, type Viewing, zoneOf } from "../cells.ts";
import { type Column, columnsFor } from "../columns.ts";
import { type Cells, type Layout, layOut } from "../layout.ts";
import { isRow, type Row, rowsOf } from "../shape.ts";
import { aligned, tabbed } from "../table.ts";
import { dayNames, isInstant, isWallTime } from "../times.ts";
import type { FormatContext } from "./format.ts";

/** How a table is to fit a terminal. */
export interface TableOptions {
  /** True: cells are wrapped, not cut. */
  readonly wraps?: boolean | undefined;
  /** Names of columns; those that are not named go first, then the last of these. */
  readonly importance?: readonly string[] | undefined;
  /** Columns whose objects are written in words, not as JSON. */
  readonly inWords?: readonly string[];
  /** True: somebody named these columns, and each of them is shown. */
  readonly isChosen?: boolean;
  /** Spaces before each line. */
  readonly indent?: number;
}

/** Writes rows as a table, page by page below one head; columns and widths are those of the first page. */
export const tableWriter = (
  context: FormatContext,
  columnsOf: (rows: readonly Row[]) => readonly Column[],
  { wraps = false, importance, isChosen = false, indent = 0, inWords: inWordsOf = [] }: TableOptions = {},
) => {
  const { shape, viewing, width, isColored, write } = context;
  let columns: readonly Column[] | undefined;
  let layout: Layout | undefined;
  let zone: string | null = null;
  return async (rows: readonly Row[], zoneOfPage: string | null = null): Promise<void> => {
    if (rows.length === 0) return;
    const isFirst = columns === undefined;
    columns ??= isChosen ? columnsOf(rows) : saidOnce(columnsOf(rows), rows, { zoneOfPage, viewing });
    const shared = sharedZone(rows, viewing);
    if (isFirst) zone = shared;
    const isInWords = (name: string, value: unknown) => typeof value === "object" && value !== null && (wraps || inWordsOf.includes(name));
    const cellsOf = (row: Row) =>
      (columns ?? []).map(({ name, read }) => {
        const value = read(row);
        const own = isUtc(name) ? "UTC" : zoneOf(row, viewing);
        const text = isInWords(name, value) ? inWords(value) : showFor(name, value, own, viewing);
        return isInstant(value) && own !== zone && !isUtc(name) ? `${text} ${own}` : text;
      });
    const days = dayNames(columns.map(({ name }) => name).filter(isInstant), zone ?? viewing.zone ?? viewing.viewerZone());
    const heads = columns.map(({ name, read }) => {
      const told = shape.wallTimes?.includes(name) ? zoneOfPage : !isUtc(name) && hasInstants(rows, read) ? zone : null;
      return told === null ? (days.get(name) ?? name) : `${name} (${cityOf(told)})`;
    });
    const cells: Cells = { heads, rows: rows.map(cellsOf) };
    if (width === null) return write(tabbed(isFirst ? [heads, ...cells.rows] : cells.rows));
    const longest = columns.map(({ name }) =>
      (shape.values?.[name] ?? []).map((value) => showFor(name, value, "UTC", viewing)).reduce((a, b) => (b.length > a.length ? b : a), ""),
    );
    layout ??= layOut({ heads, rows: [...cells.rows, longest] }, width - indent, {
      importance: importance?.map((name) => (columns ?? []).findIndex((column) => column.name === name)).filter((at) => at >= 0),
      wraps,
    });
    const shown = [...layout.columns, ...layout.below];
    if (isFirst) context.leaveOut(columns.flatMap(({ name }, at) => (shown.includes(at) ? [] : [name])));
    const text = await aligned(cells, layout, { color: isColored, hasHeads: isFirst, wraps, width: width - indent });
    await write(indent === 0 ? text : text.replaceAll(/^(?=.)/gm, " ".repeat(indent)));
  };
};

interface Said {
  /** The zone that a list about one webinar names beside its rows. */
  readonly zoneOfPage: string | null;
  readonly viewing: Viewing;
}

/**
 * Columns without those that say again what another says: the zone stands in the head of each column of times, or behind each time, and a start by the
 * webinar's clock is how its instant is shown.
 */
const saidOnce = (columns: readonly Column[], rows: readonly Row[], { zoneOfPage, viewing }: Said): readonly Column[] => {
  const instants = columns.filter(({ name, read }) => !isUtc(name) && hasInstants(rows, read));
  const isToldZone = instants.length > 0 || zoneOfPage !== null;
  const shown = ({ name, read }: Column, row: Row) => showFor(name, read(row), zoneOf(row, viewing), viewing);
  const isAgain = (column: Column) => {
    const told = rows.filter((row) => isWallTime(column.read(row)));
    return told.length > 0 && instants.some((other) => told.every((row) => shown(other, row) === shown(column, row)));
  };
  return columns.filter((column) => (column.name === "timezone" ? !isToldZone : !isAgain(column)));
};

/** Below a list: of each row, what is inside it as tables, under the row's first column. */
export const writeBelow = async (rows: readonly Row[], { first, lists }: { first: string; lists: readonly string[] }, context: FormatContext) => {
  for (const row of rows) {
    const inside = lists.map((list) => [list, rowsOf(row, list)] as const).filter(([, items]) => items.length > 0);
    if (inside.length > 0) await context.write(`\n${showFor(first, row[first], "UTC", context.viewing)}\n`);
    for (const [list, items] of inside) {
      await context.write(`  ${list}\n`);
      const names = [...new Set(items.flatMap((item) => Object.keys(item)))];
      await tableWriter(context, () => columnsFor(names), { wraps: true, indent: 4 })(items);
    }
  }
};

/** A value with names in it as people read it: "name: Grace Example, email: grace@example.com". */
const inWords = (value: unknown): string => {
  if (value === null) return "-";
  if (Array.isArray(value)) return value.map((item) => (isRow(item) ? `(${inWords(item)})` : inWords(item))).join(", ");
  if (!isRow(value)) return showFor("", value, "UTC", NO_WORDS);
  return Object.entries(value)
    .map(([name, inner]) => `${name}: ${isRow(inner) ? `(${inWords(inner)})` : inWords(inner)}`)
    .join(", ");
};

const NO_WORDS = { zone: undefined, viewerZone: () => "UTC", words: {} };

/** "America/New_York" → "New York": a head has little room, and a card names the zone in full. */
const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
