import { type AnswersAt, isRow, type Row, type Shape, type Spread, valueAt } from "./shape.ts";
import { isInstant } from "./times.ts";

/** One column: how it is called, and where its value is. */
export interface Column {
  readonly name: string;
  read(row: Row): unknown;
}

const MOST_COLUMNS = 6;

const pathColumn = (name: string): Column => ({ name, read: (row) => valueAt(row, name) });

/** Columns for these dotted paths. */
export const columnsFor = (names: readonly string[]): readonly Column[] => names.map(pathColumn);

/** The operation's columns, else the first plain fields of the rows: what a person sees. */
export const shownColumns = ({ columns, spread }: Shape, rows: readonly Row[]): readonly Column[] => {
  if (columns !== undefined && columns.length > 0) return [...columns.map(pathColumn), ...titledColumns(rows), ...spreadColumns(spread, rows)];
  const names = new Set(rows.flatMap((row) => Object.entries(row).flatMap(([name, value]) => (isPlain(value) ? [name] : []))));
  return [...names].slice(0, MOST_COLUMNS).map(pathColumn);
};

/** What people answered to questions of a webinar's own, if the rows have it: one column for each question. */
const titledColumns = (rows: readonly Row[]): readonly Column[] => {
  const found = new Map<string, Column>();
  for (const row of rows)
    for (const [name, value] of Object.entries(row))
      for (const title of titlesOf(value) ?? []) found.set(title, { name: title, read: (each) => titledValue(each[name], title) });
  return [...found.values()];
};

/** One column for each title in the lists that are spread: instants in order of time, other titles as they come. */
const spreadColumns = (spread: Spread | undefined, rows: readonly Row[]): readonly Column[] => {
  if (spread === undefined) return [];
  const { list, title, value } = spread;
  const itemsOf = (row: Row): readonly Row[] => (Array.isArray(row[list]) ? (row[list] as unknown[]).filter(isRow) : []);
  const titles = [...new Set(rows.flatMap((row) => itemsOf(row).flatMap((item) => (typeof item[title] === "string" ? [item[title]] : []))))];
  if (titles.every(isInstant)) titles.sort();
  return titles.map((name) => ({ name, read: (row) => itemsOf(row).find((item) => item[title] === name)?.[value] }));
};

/** Every column of the rows, those that people see first: what a spreadsheet gets. Objects inside a row and lists of titled values become columns of their own. */
export const allColumns = ({ columns = [], sheet = columns, spread, known = () => [] }: Shape, rows: readonly Row[]): readonly Column[] => {
  const found = new Map<string, Column>(sheet.map((name) => [name, pathColumn(name)]));
  const add = (column: Column) => {
    if (!found.has(column.name)) found.set(column.name, column);
  };
  for (const name of known()) if (name !== spread?.list) add(pathColumn(name));
  for (const { [spread?.list ?? ""]: _spread, ...row } of rows) for (const column of columnsIn(row)) add(column);
  for (const column of spreadColumns(spread, rows)) add(column);
  return [...found.values()];
};

const isPlain = (value: unknown): boolean => typeof value !== "object" || value === null;

const columnsIn = (row: Row): Column[] =>
  Object.entries(row).flatMap(([name, value]): Column[] => {
    const titles = titlesOf(value);
    if (titles !== null) return titles.map((title) => ({ name: title, read: (each) => titledValue(each[name], title) }));
    if (Array.isArray(value) && value.length === 0) return [];
    if (isRow(value)) return Object.keys(value).map((inner) => pathColumn(`${name}.${inner}`));
    return [pathColumn(name)];
  });

/** The titles of a list such as [{title: "Company", value: "Fjord"}]; null for any other value. */
const titlesOf = (value: unknown): string[] | null =>
  Array.isArray(value) && value.length > 0 && value.every((item) => isRow(item) && typeof item.title === "string" && "value" in item)
    ? (value as { title: string }[]).map(({ title }) => title)
    : null;

const titledValue = (list: unknown, title: string): unknown =>
  Array.isArray(list) ? (list as Row[]).find((item) => isRow(item) && item.title === title)?.value : undefined;

/** One row for each answer of each person: the person's own fields, and those of the answer. */
export const answerRows = (rows: readonly Row[], { list }: AnswersAt): readonly Row[] =>
  rows.flatMap((row) => {
    const { [list]: answers, ...person } = row;
    return (Array.isArray(answers) ? (answers as Row[]) : []).map((answer) => ({ ...person, ...answer }));
  });

/** The part of a value that these dotted paths name. */
export const pick = (row: Row, names: readonly string[]): Row => {
  const picked: Record<string, unknown> = {};
  for (const name of names) {
    const value = valueAt(row, name);
    if (value !== undefined) place(picked, name.split("."), value);
  }
  return picked;
};

const place = (target: Record<string, unknown>, [first = "", ...rest]: readonly string[], value: unknown): void => {
  if (rest.length === 0) {
    target[first] = value;
    return;
  }
  const inner: Record<string, unknown> = { ...(isRow(target[first]) ? target[first] : {}) };
  place(inner, rest, value);
  target[first] = inner;
};
