import { registrantIdIn } from "../../people/person-key.ts";
import { checkRow, type RowRules } from "../check/check-row.ts";
import { namedField } from "../check/person.ts";
import type { RowNote } from "../journal/events.ts";
import { codeOf } from "../journal/standing.ts";
import type { RowSink } from "../journal/stored-rows.ts";
import type { Look, Task } from "../run/task.ts";
import { type MappedTable, peopleRows } from "../table/find-header.ts";
import { assertRowCount } from "../table/raw-row.ts";
import type { KnownLately } from "./known-lately.ts";
import { MOST_DUPLICATES } from "./plan.ts";

/** The rows of a table, each in its place. */
export interface SortedRows {
  count: number;
  /** Rows that are not to be sent, with why. */
  notes: RowNote[];
  /** The line of each row. */
  lines: number[];
  /** The row of each person in the table; the first if there are several. */
  rowsByKey: Map<string, number>;
  invalid: number;
  duplicates: number;
  /** The lines of the first of them. */
  duplicateLines: number[];
  /** What the faulty cells of the first invalid rows hold, by line. */
  values: Map<number, string>;
}

/** As many values are held; no answer shows more. */
const MOST_VALUES = 500;
const LONGEST_VALUE = 60;

const noteValue = ({ values }: SortedRows, line: number, value: string): void => {
  if (values.size < MOST_VALUES) values.set(line, value.slice(0, LONGEST_VALUE));
};

/** Checks every row by itself and against those before it, and passes each on. */
export const sortRows = async (mapped: MappedTable, rules: RowRules, sink: RowSink): Promise<SortedRows> => {
  const sorted: SortedRows = {
    count: 0,
    notes: [],
    lines: [],
    rowsByKey: new Map(),
    invalid: 0,
    duplicates: 0,
    duplicateLines: [],
    values: new Map(),
  };
  for await (const { line, cells, fault } of peopleRows(mapped)) {
    const at = sorted.count;
    sorted.count += 1;
    assertRowCount(mapped.table.name, sorted.count);
    sorted.lines.push(line);
    const { person, faults } = fault === null ? checkRow(cells, rules) : { person: null, faults: [{ field: "row", message: fault }] as const };
    if (person === null) {
      sorted.invalid += 1;
      const [first] = faults;
      const message =
        faults.length === 1
          ? first.message
          : faults.map((one, place) => (place === 0 ? one.message : `${namedField(one.field)} ${one.message}`)).join("; ");
      sorted.notes.push([at, codeOf("invalid"), null, message, first.field, line]);
      if ("value" in first && first.value !== undefined) noteValue(sorted, line, first.value);
    } else if (sorted.rowsByKey.has(person.key)) {
      sorted.duplicates += 1;
      if (sorted.duplicateLines.length < MOST_DUPLICATES) sorted.duplicateLines.push(line);
      sorted.notes.push([at, codeOf("duplicate"), null, "the same person is in an earlier row"]);
    } else sorted.rowsByKey.set(person.key, at);
    await sink.add({ line, cells, key: person?.key ?? null });
  }
  await sink.finish();
  return sorted;
};

/** How many people stand how before anything is sent. */
export interface Beforehand {
  fresh: number;
  already: number;
  denied: number;
  /** Nobody knows yet. */
  unsure: number;
  /** Nobody will know by looking again. */
  unknown: number;
  /** Among those whom the list makes invalid. */
  invalid: number;
  notes: RowNote[];
}

/** Compares people with Zoom's list; `known`: what is known better than by it. */
export const compareWithList = (sorted: SortedRows, { listed }: Look, task: Task, known: KnownLately): Beforehand => {
  const { rowsByKey, lines } = sorted;
  const counts: Beforehand = { fresh: 0, already: 0, denied: 0, unsure: 0, unknown: 0, invalid: 0, notes: [] };
  for (const [key, at] of rowsByKey) {
    const lately = known.get(key);
    if (lately) {
      const [, code, ...rest] = lately.note;
      // Whoever may be there is neither there nor new.
      counts[lately.open === null ? "already" : lately.open === "soon" ? "unsure" : "unknown"] += 1;
      counts.notes.push([at, code, ...rest]);
      continue;
    }
    const found = lately === null ? undefined : listed.get(key);
    const { standing, message } = task.before(found);
    if (standing === "open") {
      counts.fresh += 1;
      continue;
    }
    counts[standing] += 1;
    const id = found?.id ?? null;
    if (standing !== "invalid") {
      counts.notes.push([at, codeOf(standing), id, message]);
      continue;
    }
    const line = lines[at] ?? 0;
    const registrantId = registrantIdIn(key);
    counts.notes.push([at, codeOf(standing), id, message, registrantId === null ? "email" : "registrant_id", line]);
    noteValue(sorted, line, registrantId ?? key);
  }
  return counts;
};
