import { hasInstants, sharedZone, showFor, zoneOf } from "../cells.ts";
import { answerRows, type Column, columnsFor, pick, shownColumns } from "../columns.ts";
import { keyValues } from "../key-values.ts";
import { isRow, isRows, type Row, type Shape, valueAt } from "../shape.ts";
import { aligned, type Cells, type Layout, layOut, tabbed } from "../table.ts";
import { tally } from "../tally.ts";
import { dayNames, fromNow, isInstant } from "../times.ts";
import type { FormatContext, FormatWriter } from "./format.ts";

/** For people: a list as a table, one thing as a card. Without a terminal, a table is lines with tabs. */
export const openText = (context: FormatContext): FormatWriter => {
  const { shape, fields, write } = context;
  const { answers } = shape;
  const table = tableWriter(context, (rows) => (fields === null ? shownColumns(shape, rows) : columnsFor(fields)));
  const collected: Row[] = [];
  return {
    one: async (value) => {
      if (!isRow(value)) return write(`${String(value)}\n`);
      if (fields !== null) return write(card(ownFacts(pick(value, fields), {}), context, value));
      const facts = shape.card === undefined ? ownFacts(value, shape) : cardFacts(value, shape.card);
      const isTable = ({ value: inner }: Fact) => isRows(inner) && inner.every(isFlat);
      await write(
        card(
          facts.filter((fact) => !isTable(fact)),
          context,
          value,
        ),
      );
      for (const { label, value: rows } of facts.filter(isTable)) {
        const zoned = (rows as Row[]).map((row) => ({ timezone: zoneOf(value, context.viewing), ...row }));
        await write(`${label}\n`);
        await tableWriter(context, () => columnsFor(namesOf(rows as Row[])))(zoned);
      }
    },
    rows: async (rows) => {
      if (answers === undefined || fields !== null) return table(rows);
      const each = answerRows(rows, answers);
      if (answers.show === "counts" && !context.showsEach) collected.push(...each);
      else if (each.length > 0)
        await tableWriter(context, () => columnsFor([...(shape.columns ?? []), answers.question, answers.answer]), { wraps: true })(each);
    },
    end: async () => {
      if (answers !== undefined && collected.length > 0) await write(tally(collected, answers, context.width ?? 80));
    },
  };
};

const isFlat = (row: Row): boolean => Object.values(row).every((value) => typeof value !== "object" || value === null);

const namesOf = (rows: readonly Row[]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))];

/** Writes rows as a table, page by page below one head; columns and widths are those of the first page. */
const tableWriter = (context: FormatContext, columnsOf: (rows: readonly Row[]) => readonly Column[], { wraps } = { wraps: false }) => {
  const { viewing, width, isColored, write } = context;
  let columns: readonly Column[] | undefined;
  let layout: Layout | undefined;
  let zone: string | null = null;
  return async (rows: readonly Row[]): Promise<void> => {
    if (rows.length === 0) return;
    const isFirst = columns === undefined;
    columns ??= columnsOf(rows).filter(({ name }) => name !== "timezone" || sharedZone(rows, viewing) === null);
    const shared = sharedZone(rows, viewing);
    if (isFirst) zone = shared;
    const cellsOf = (row: Row) =>
      (columns ?? []).map(({ name, read }) => {
        const value = read(row);
        const own = zoneOf(row, viewing);
        const text = showFor(name, value, own, viewing);
        return isInstant(value) && own !== zone ? `${text} ${own}` : text;
      });
    const days = dayNames(columns.map(({ name }) => name).filter(isInstant), zone ?? viewing.zone ?? viewing.viewerZone());
    const heads = columns.map(({ name, read }) =>
      zone !== null && hasInstants(rows, read) ? `${name} (${cityOf(zone)})` : (days.get(name) ?? name),
    );
    const cells: Cells = { heads, rows: rows.map(cellsOf) };
    if (width === null) return write(tabbed(isFirst ? [heads, ...cells.rows] : cells.rows));
    layout ??= layOut(cells, width);
    await write(await aligned(cells, layout, { color: isColored, hasHeads: isFirst, wraps }));
  };
};

/** "America/New_York" → "New York": a head has little room, and a card names the zone in full. */
const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");

/** One line of a card. */
interface Fact {
  readonly label: string;
  /** Dotted path: what codes are known by. */
  readonly path: string;
  readonly value: unknown;
}

const ownFacts = (value: Row, { hidden = [] }: Shape): Fact[] =>
  Object.entries(value).flatMap(([name, inner]) => (hidden.includes(name) ? [] : [{ label: name, path: name, value: inner }]));

/** What a card names, each by the last part of its path. */
const cardFacts = (value: Row, paths: readonly string[]): Fact[] =>
  paths.map((path) => ({ label: path.slice(path.lastIndexOf(".") + 1), path, value: valueAt(value, path) }));

/** One thing as aligned lines, its times in its own zone and how far they are. */
const card = (facts: readonly Fact[], { viewing, now }: FormatContext, whole: Row): string => {
  const zone = zoneOf(whole, viewing);
  const paths = new Map(facts.map(({ label, path }) => [label, path]));
  return keyValues(Object.fromEntries(facts.map(({ label, value }) => [label, value])), (name, value) => {
    const shown = showFor(paths.get(name) ?? name, value, zone, viewing);
    return isInstant(value) ? `${shown} ${zone} (${fromNow(value, now())})` : shown;
  });
};
