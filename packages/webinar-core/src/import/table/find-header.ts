import { InputError } from "@zoom-webinar/foundation";
import { type Column, FIELD_WORDS, holdsField, mapColumns, type Wanted } from "../columns/map-columns.ts";
import type { Table } from "./open-table.ts";
import type { RawRow } from "./raw-row.ts";

/** A table whose columns are understood. */
export interface MappedTable {
  table: Table;
  /** Column names as they stand in the file. */
  header: readonly string[];
  columns: readonly Column[];
  /** How many rows stand before the first person. */
  skip: number;
}

/** A header may stand below a summary, as in Zoom's own registration report. */
const HEADER_WITHIN = 15;

const isNamed = (columns: readonly Column[], wanted: Wanted): boolean =>
  holdsField(columns, "email") || (wanted.fields.includes("registrant_id") && holdsField(columns, "registrant_id"));

const noHeader = ({ name }: Table, first: readonly string[] | undefined): InputError => {
  const message =
    first === undefined
      ? "holds no rows."
      : first.some((cell) => /^\s*\S+@\S+\.\S+\s*$/.test(cell))
        ? "begins with a person, not with the names of its columns."
        : `has no column that is known as the e-mail address; its columns: ${first
            .map((cell) => cell.trim())
            .filter(Boolean)
            .slice(0, 20)
            .join(", ")}.`;
  return new InputError(`file: ${name} ${message}`, [{ field: "file", message: `${name} ${message}` }], {
    hint: `Put the column names in the first row, or say by map (--map) which column holds what: "COLUMN=email". Fields: ${FIELD_WORDS}.`,
  });
};

/**
 * Finds the row of column names and what each column holds. Throws `InputError` if no column can be taken for the e-mail address, and if there is no row
 * below the header.
 */
export const findHeader = async (table: Table, rules: readonly string[], wanted: Wanted): Promise<MappedTable> => {
  const rows: RawRow[] = [];
  for await (const row of table.rows()) {
    rows.push(row);
    if (rows.length > HEADER_WITHIN + 1) break;
  }
  if (table.header !== null) {
    if (rows.length === 0) throw noHeader(table, undefined);
    const columns = mapColumns(table.header, rules, wanted);
    if (!isNamed(columns, wanted)) throw noHeader(table, table.header);
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
  const header = rows[Math.max(at, 0)]?.cells;
  if (header === undefined) throw noHeader(table, undefined);
  const columns = mapColumns(header, rules, wanted);
  if (at === -1) throw noHeader(table, header);
  if (rows.length === at + 1) {
    throw new InputError(`file: ${table.name} holds column names but no rows.`, [{ field: "file", message: `${table.name} holds no rows` }], {
      hint: "Add at least one person below the column names.",
    });
  }
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
