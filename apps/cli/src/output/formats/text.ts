import { isUtc, ownZoneOf, showFor, zoneOf } from "../cells.ts";
import { answerRows, columnsFor, pick, shownColumns } from "../columns.ts";
import { keyValues } from "../key-values.ts";
import { isRow, isRows, type Row, type Shape, valueAt } from "../shape.ts";
import { tally } from "../tally.ts";
import { fromNow, isInstant } from "../times.ts";
import type { FormatContext, FormatWriter } from "./format.ts";
import { tableWriter, writeBelow } from "./table-writer.ts";

/** For people: a list as a table, one thing as a card. Without a terminal, a table is lines with tabs, and what goes below it stays as it is. */
export const openText = (context: FormatContext): FormatWriter => {
  const { shape, fields, write } = context;
  const { answers, importance, wraps } = shape;
  const below = fields === null ? (shape.below ?? []) : [];
  const table = tableWriter(
    context,
    (rows) => (fields === null ? shownColumns(shape, rows).filter(({ name }) => !below.includes(name)) : columnsFor(fields)),
    { wraps, isChosen: fields !== null, importance: fields === null ? importance : fields, inWords: shape.below ?? [] },
  );
  const collected: Row[] = [];
  return {
    one: async (value) => {
      if (!isRow(value)) return write(`${String(value)}\n`);
      const nowMs = await context.now();
      if (fields !== null) return write(card(ownFacts(pick(value, fields), {}), context, value, nowMs));
      const facts = shape.card === undefined ? ownFacts(value, shape) : cardFacts(value, shape.card);
      const isTable = ({ value: inner }: Fact) => isRows(inner) && inner.every(isFlat);
      await write(
        card(
          facts.filter((fact) => !isTable(fact)),
          context,
          value,
          nowMs,
        ),
      );
      for (const { label, value: rows } of facts.filter(isTable)) {
        const zoned = (rows as Row[]).map((row) => ({ timezone: zoneOf(value, context.viewing), ...row }));
        await write(`${label}\n`);
        await tableWriter(context, () => columnsFor(namesOf(rows as Row[])))(zoned);
      }
    },
    rows: async (bare, page) => {
      // A list about one webinar names its zone once.
      const own = ownZoneOf(page);
      const rows = own === null ? bare : bare.map((row) => ({ timezone: own, ...row }));
      if (answers === undefined || fields !== null) {
        await table(rows, own);
        return writeBelow(rows, { first: shape.columns?.[0] ?? "", lists: below }, { ...context, width: context.width ?? WIDTH_IN_PIPES });
      }
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

/** What a log shows without a second line. Nothing is cut: what is longer is wrapped. */
const WIDTH_IN_PIPES = 110;

const isFlat = (row: Row): boolean => Object.values(row).every((value) => typeof value !== "object" || value === null);

const namesOf = (rows: readonly Row[]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))];

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
const card = (facts: readonly Fact[], { viewing, width }: FormatContext, whole: Row, nowMs: number): string => {
  const zone = zoneOf(whole, viewing);
  const paths = new Map(facts.map(({ label, path }) => [label, path]));
  const show = (name: string, value: unknown) => {
    const own = isUtc(name) ? "UTC" : zone;
    const shown = showFor(paths.get(name) ?? name, value, own, viewing);
    if (!isInstant(value)) return shown;
    // What a clock shows is now, whatever this machine's shows.
    return name === "now" ? `${shown} ${own}` : `${shown} ${own} (${fromNow(value, nowMs)})`;
  };
  return keyValues(Object.fromEntries(facts.map(({ label, value }) => [label, value])), show, width);
};
