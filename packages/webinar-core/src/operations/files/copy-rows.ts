import { InputError } from "@zoom-webinar/foundation";
import { didYouMean } from "../../operation/input-faults.ts";
import { timeFault } from "../../time/start-time.ts";

/** One line of a list of dates. */
export interface CopyRow {
  /** Counted from 1, the header included; null: it was given as fields. */
  line: number | null;
  /** What the list itself calls its columns. */
  heads: Heads;
  start_time: string | undefined;
  topic: string | undefined;
  user_id: string | undefined;
}

type Column = "start_time" | "topic" | "user_id";
type Heads = Readonly<Partial<Record<string, string>>>;

/** How people head their columns: our own names first, each as a flag, a field or with a space. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  start_time: ["start_time", "start", "date", "start date", "date and time", "when", "datum", "beginn", "début", "fecha"],
  topic: ["topic", "title", "name", "titel", "thema", "titre", "sujet"],
  user_id: ["host", "user_id", "host_id", "host email", "user", "gastgeber", "hôte"],
};
const COLUMNS = Object.entries(NAMES).map(([column, [name = ""]]) => ({ column: column as Column, name }));
const MOST_ROWS = 1000;

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, "");
const columnOf = (name: string): Column | undefined =>
  COLUMNS.find(({ column }) => NAMES[column].some((known) => plain(known) === plain(name)))?.column;

/** In quotes, so that no door takes the name of a column for one of its own fields. */
const NAMED = COLUMNS.map(({ name }) => JSON.stringify(name)).join(", ");

/** How faults name the column that holds a field: as the list does, if it has it; a field that no column holds as it is. */
export const shownColumn = (field: string, heads: Heads): string => {
  const name = heads[field] ?? COLUMNS.find(({ column }) => column === field)?.name;
  return name === undefined ? field : `column ${JSON.stringify(name)}`;
};

/** The columns that a head line names. Throws what `fault` makes of one that is unknown or there twice. */
const readHead = (names: readonly string[], fault: (message: string) => InputError): Column[] => {
  const columns = names.map((name) => {
    const column = columnOf(name);
    if (column !== undefined) return column;
    const near = didYouMean(
      name,
      COLUMNS.map(({ name: known }) => known),
    );
    throw fault(`line 1: unknown column ${JSON.stringify(name)}${near === null ? "" : `, did you mean ${JSON.stringify(near)}?`}`);
  });
  const twice = names.filter((_name, at) => columns.indexOf(columns[at] as Column) !== columns.lastIndexOf(columns[at] as Column));
  if (twice.length > 0) throw fault(`line 1: ${twice.map((name) => JSON.stringify(name)).join(" and ")} mean the same`);
  if (!columns.includes("start_time")) throw fault('line 1: no column "start_time"');
  return columns;
};

/** What stands between the names of the first line: spreadsheets write commas, semicolons or tabs. */
const delimiterOf = (text: string): string => /^[^\n]*?([,;\t])/.exec(text)?.[1] ?? ",";

/** Reads a CSV with a start, and if wanted a topic and a host, in each line. Throws `InputError` that names the line. */
export const readCopyRows = async (text: string): Promise<CopyRow[]> => {
  const { CsvError, parse } = await import("csv-parse/sync");
  const fault = (message: string) => InputError.at("dates", message, `The first line names the columns: ${NAMED}; only "start_time" is required.`);
  let heads: Heads = {};
  let rows: { record: Readonly<Record<string, string>>; info: { lines: number } }[];
  try {
    rows = parse(text, {
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      max_record_size: 10_000,
      delimiter: delimiterOf(text),
      columns: (names: string[]) => {
        const columns = readHead(names, fault);
        heads = Object.fromEntries(columns.map((column, at) => [column, names[at] ?? column]));
        return columns;
      },
    });
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (!(error instanceof CsvError)) throw error;
    throw fault(error.message);
  }
  if (rows.length === 0) throw fault("holds no date");
  if (rows.length > MOST_ROWS) throw fault(`holds ${rows.length} dates; at most ${MOST_ROWS} go together`);
  const filled = (value: string | undefined) => (value === undefined || value === "" ? undefined : value);
  return rows.map(({ record, info }) => ({
    line: info.lines,
    heads,
    start_time: filled(record.start_time),
    topic: filled(record.topic),
    user_id: filled(record.user_id),
  }));
};

/**
 * Throws `InputError` for a line of a list whose start is in digits of no fixed order: 03/04 and 04/13 would be read in two orders, and a list has one that only
 * its writer knows.
 */
export const assertOneOrder = ({ line, start_time }: CopyRow): void => {
  if (line === null || start_time === undefined || /\p{L}/u.test(start_time)) return;
  const fault = timeFault(start_time);
  if (fault !== null) throw InputError.at("start_time", fault.message, fault.hint);
};
