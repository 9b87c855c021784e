import { InputError } from "@zoom-webinar/foundation";
import { quoted } from "../../operation/losses.ts";
import { type Column, FIELD_WORDS, holdsField, mapColumns, type Wanted } from "../columns/map-columns.ts";
import type { Table } from "./open-table.ts";
import type { RawRow } from "./raw-row.ts";

/** A table whose columns are understood. */
export interface MappedTable {
  table: Table;
  /** Column names as they are in the file. */
  header: readonly string[];
  columns: readonly Column[];
  /** How many rows stand before the first person. */
  skip: number;
}

/** A header may stand below a summary, as in Zoom's own registration report. */
const HEADER_WITHIN = 15;

const isNamed = (columns: readonly Column[], wanted: Wanted): boolean =>
  holdsField(columns, "email") || (wanted.fields.includes("registrant_id") && holdsField(columns, "registrant_id"));

const isAddress = (cell: string): boolean => /[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+/.test(cell);
const namesAPerson = (cell: string): boolean => /^\s*[^<>@]*[^<>@\s][^<>@]*<[^<>\s]+@[^<>\s]+>\s*$/.test(cell);

/** The one column of a file that names no columns: addresses, one a line. */
const PLAIN_LIST = ["email"];

/** True for one person a line and nothing else, if an address is enough or if each stands with a name: "Ada Example <ada@example.com>". */
const isPlainList = (rows: readonly RawRow[], { fields }: Wanted): boolean => {
  const [first] = rows;
  const isAlone = ({ cells }: RawRow) => cells.every((cell, at) => at === 0 || cell.trim() === "");
  if (first === undefined || !isAddress(first.cells[0] ?? "") || !rows.every(isAlone)) return false;
  return !fields.includes("first_name") || rows.every(({ cells }) => namesAPerson(cells[0] ?? ""));
};

const namesIn = (header: readonly string[]): string =>
  header
    .map((cell) => cell.trim())
    .filter(Boolean)
    .slice(0, 20)
    .map(quoted)
    .join(", ");

/** The row that is most likely to hold the column names: the one above the first address, else the first one; and the name of the column with addresses. */
const likelyHeader = (rows: readonly RawRow[]): { header: readonly string[]; emails: string | null } => {
  const person = rows.findIndex(({ cells }) => cells.some(isAddress));
  const header = rows[Math.max(person - 1, 0)]?.cells ?? [];
  const column = rows[person]?.cells.findIndex(isAddress) ?? -1;
  return { header, emails: person > 0 ? (header[column]?.trim() ?? null) : null };
};

const refused = (table: Table, message: string, hint: string): InputError =>
  new InputError(`file: ${table.name} ${message}`, [{ field: "file", message: `${table.name} ${message}` }], { hint });

const noHeader = (table: Table, rows: readonly RawRow[], named: readonly string[] | null = null): InputError => {
  const { header, emails } = named === null ? likelyHeader(rows) : { header: named, emails: null };
  const message =
    header.length === 0
      ? "holds no rows."
      : named === null && header.some(isAddress)
        ? "begins with a person, not with the names of its columns."
        : `has no column for the e-mail address; its columns: ${namesIn(header)}.`;
  const rule = `"${emails ?? "COLUMN"}=email"`;
  return refused(
    table,
    message,
    `Put the column names in the first row, or say by map (--map) which column holds what: ${rule}. Fields: ${FIELD_WORDS}.`,
  );
};

/** Zoom takes nobody without a name: said once of the file, not of each of its rows. */
const assertNames = (table: Table, header: readonly string[], columns: readonly Column[], rows: readonly RawRow[], wanted: Wanted): void => {
  if (!wanted.fields.includes("first_name") || (["first_name", "name"] as const).some((field) => holdsField(columns, field))) return;
  const email = columns.findIndex((column) => column.kind === "field" && column.field === "email");
  if (rows.some(({ cells }) => namesAPerson(cells[email] ?? ""))) return;
  throw refused(
    table,
    `has no column for the first name or the name; its columns: ${namesIn(header)}.`,
    'Zoom takes nobody without a name. Say by map (--map) which column holds it: "COLUMN=first_name" or "COLUMN=name"; or add one.',
  );
};

/**
 * Finds the row of column names and what each column holds; a plain list of addresses needs none. Throws `InputError` if no column can be taken for the
 * e-mail address, and if there is no row below the header.
 */
export const findHeader = async (table: Table, rules: readonly string[], wanted: Wanted): Promise<MappedTable> => {
  const rows: RawRow[] = [];
  for await (const row of table.rows()) {
    rows.push(row);
    if (rows.length > HEADER_WITHIN + 1) break;
  }
  if (table.header !== null) {
    if (rows.length === 0) throw noHeader(table, rows);
    const columns = mapColumns(table.header, rules, wanted);
    if (!isNamed(columns, wanted)) throw noHeader(table, rows, table.header);
    return { table, header: table.header, columns, skip: 0 };
  }
  const isHeader = ({ cells }: RawRow): boolean => {
    try {
      return isNamed(mapColumns(cells, rules, wanted), wanted);
    } catch {
      return false; // said below, of the first row
    }
  };
  const at = rows.slice(0, HEADER_WITHIN).findIndex(isHeader);
  if (at === -1 && rules.length === 0 && isPlainList(rows, wanted))
    return { table, header: PLAIN_LIST, columns: mapColumns(PLAIN_LIST, [], wanted), skip: 0 };
  const header = at === -1 ? likelyHeader(rows).header : (rows[at]?.cells ?? []);
  const columns = mapColumns(header, rules, wanted);
  if (at === -1) throw noHeader(table, rows);
  if (rows.length === at + 1) {
    throw InputError.at("file", `${table.name} holds column names but no rows.`, "Add at least one person below the column names.");
  }
  assertNames(table, header, columns, rows.slice(at + 1), wanted);
  return { table, header, columns, skip: at + 1 };
};

/** The rows of people, in order. */
export async function* peopleRows({ table, skip }: MappedTable): AsyncGenerator<RawRow, void, undefined> {
  let at = 0;
  for await (const row of table.rows()) {
    if (at >= skip) yield row;
    at += 1;
  }
}
