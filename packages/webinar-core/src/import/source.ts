import { InputError } from "@zoom-webinar/foundation";
import type { FileAccess } from "../files/file-access.ts";
import type { Form } from "./check/form.ts";
import { NO_FORM } from "./check/form.ts";
import type { Subject } from "./subject.ts";
import { findHeader, type MappedTable } from "./table/find-header.ts";
import { openTable, type Table, tableOfRows } from "./table/open-table.ts";

/** Where the rows of a call are. */
export interface GivenRows {
  file?: string | undefined;
  rows?: readonly Readonly<Record<string, unknown>>[] | undefined;
}

/** Most bytes of rows that come with a call. */
const MOST_INLINE_BYTES = 1024 * 1024;

/** Opens what a call names. Throws `InputError` if it names nothing, both, or what cannot be read. */
export const openGiven = async ({ file, rows }: GivenRows, files: FileAccess): Promise<Table> => {
  if (file !== undefined && rows !== undefined) throw InputError.at("rows", "come with a file as well", "Give the file or the rows, not both.");
  if (file !== undefined) return openTable(await files.toRead(file));
  if (rows === undefined) throw InputError.at("file", "is required", "Name a CSV, TSV, JSON or JSONL file, or send the rows.");
  if (rows.length === 0) throw InputError.at("rows", "is empty", "Send at least one person.");
  const bytes = Buffer.byteLength(JSON.stringify(rows));
  if (bytes > MOST_INLINE_BYTES)
    throw InputError.at("rows", `are ${bytes} bytes; at most ${MOST_INLINE_BYTES} are allowed`, "Put them into a file and name that.");
  return tableOfRows(rows);
};

/** Maps a table's columns for what is done with it. */
export const mapTable = (table: Table, map: readonly string[], subject: Subject, form: Form | null): Promise<MappedTable> =>
  findHeader(table, map, { questions: (form ?? NO_FORM).questions.map(({ title }) => title), fields: subject.fields });
