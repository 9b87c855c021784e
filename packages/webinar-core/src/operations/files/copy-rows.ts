import { InputError } from "@zoom-webinar/foundation";
import { didYouMean } from "../../operation/input-faults.ts";

/** One line of a list of dates. */
export interface CopyRow {
  /** Counted from 1, the header included; null: it was given as fields. */
  line: number | null;
  start_time: string | undefined;
  topic: string | undefined;
  user_id: string | undefined;
}

const COLUMNS = ["start_time", "topic", "user_id"] as const;
const MOST_ROWS = 1000;

/** Reads a CSV with the columns start_time, topic and user_id. Throws `InputError` that names the line. */
export const readCopyRows = async (text: string): Promise<CopyRow[]> => {
  const { CsvError, parse } = await import("csv-parse/sync");
  const fault = (message: string) =>
    InputError.at("dates", message, `The first line names the columns: ${COLUMNS.join(", ")}; only start_time is required.`);
  let rows: { record: Readonly<Record<string, string>>; info: { lines: number } }[];
  try {
    rows = parse(text, {
      bom: true,
      info: true,
      trim: true,
      skip_empty_lines: true,
      max_record_size: 10_000,
      columns: (names: string[]) => {
        const wrong = names.find((name) => !COLUMNS.some((known) => known === name));
        if (wrong !== undefined) {
          const near = didYouMean(wrong, [...COLUMNS]);
          throw fault(`line 1: unknown column ${JSON.stringify(wrong)}${near === null ? "" : `, did you mean ${near}?`}`);
        }
        return names;
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
    start_time: filled(record.start_time),
    topic: filled(record.topic),
    user_id: filled(record.user_id),
  }));
};
