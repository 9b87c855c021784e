import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { InputError } from "@zoom-webinar/foundation";
import { DiskError } from "../files/disk.ts";
import type { ImportHome } from "../operation/import-home.ts";
import type { OperationContext } from "../operation/operation.ts";
import type { RowRules } from "./check/check-row.ts";
import { NO_FORM } from "./check/form.ts";
import { type Head, JOURNAL_VERSION, type SendOptions } from "./journal/events.ts";
import { type ImportFolder, type StoredImport, syncFolder, withNewFolder } from "./journal/import-folders.ts";
import { beginJournal, type Journal } from "./journal/journal.ts";
import { NO_SINK, type RowSink, storeRows } from "./journal/stored-rows.ts";
import { type MadePlan, makePlan } from "./plan/make-plan.ts";
import { readRecent } from "./recent.ts";
import { mapTable } from "./source.ts";
import type { Subject, Target } from "./subject.ts";
import type { Table } from "./table/open-table.ts";

/** What an import of a table needs to be planned. */
export interface Planning {
  subject: Subject;
  ctx: OperationContext;
  webinarId: string;
  table: Table;
  map: readonly string[];
  method: "single" | "batch" | "auto";
  options: SendOptions;
  /** Imports of the same webinar, of whatever kind and file. */
  earlier: readonly StoredImport[];
}

/** A plan, with what was read to make it. */
export interface Planned extends MadePlan {
  target: Target;
  rules: RowRules;
  header: readonly string[];
}

/** Plans an import; what the table holds goes into `sink`. Nothing is sent. */
export const plan = async (
  { subject, ctx, webinarId, table, map, method, options, earlier }: Planning,
  sink: RowSink = NO_SINK,
): Promise<Planned> => {
  const target = await subject.read(ctx, webinarId, options);
  const mapped = await mapTable(table, map, subject, target.form);
  const rules: RowRules = { columns: mapped.columns, form: target.form ?? NO_FORM, needs: subject.needs };
  const made = await makePlan({
    subject,
    zoom: ctx.zoom,
    clock: ctx.clock,
    pace: ctx.pace,
    webinarId,
    target,
    options,
    method,
    mapped,
    rules,
    sink,
    readRecent: () => readRecent(subject, earlier, { ...ctx, webinarId, options }),
  });
  return { ...made, target, rules, header: mapped.header };
};

/** A new import: its journal begun, nothing sent yet. */
export interface Begun {
  folder: ImportFolder;
  journal: Journal;
  planned: Planned;
}

/** Events of so many rows at once. */
const NOTES_AT_ONCE = 5_000;

/** Nothing is sent yet, so that nothing is lost. */
export const cannotKeep = (error: DiskError): InputError =>
  new InputError(`The import cannot be saved: ${error.reason.toLowerCase()}.`, [], {
    hint: "Nothing was sent. Make room in the state folder and try again.",
    cause: error,
  });

/** What a journal keeps of a call besides its plan. */
interface Kept {
  file: string | null;
  path: string | null;
  results: string | null;
  account: string;
}

/** Saves an import before anything of it is sent: the rows, then the plan. Throws `InputError` if the disk takes no more. */
export const begin = (planning: Planning, home: ImportHome, kept: Kept): Promise<Begun> =>
  withNewFolder(home.folder, home.store, (folder) => writePlan(planning, home, kept, folder));

const writePlan = async (planning: Planning, home: ImportHome, { file, path, results, account }: Kept, folder: ImportFolder): Promise<Begun> => {
  const { subject, ctx, webinarId, table, options } = planning;
  let open: { close(): Promise<void> } | null = null;
  try {
    const sink = await storeRows(folder.rowsPath, home.disk);
    open = sink;
    const planned = await plan(planning, sink);
    await sink.close();
    const head: Head = {
      t: "head",
      v: JOURNAL_VERSION,
      id: folder.id,
      kind: subject.kind,
      principal: ctx.principal,
      account,
      world: ctx.world(),
      webinar: webinarId,
      topic: planned.target.topic,
      digest: table.digest,
      file,
      path,
      results,
      delimiter: table.delimiter,
      header: planned.header,
      columns: planned.rules.columns,
      form: planned.rules.form,
      status: planned.target.status,
      method: planned.method,
      options,
      createdMs: ctx.clock.now(),
    };
    const journal = await beginJournal(folder.journalPath, head, home.disk);
    open = journal;
    await journal.note({ t: "plan", plan: planned.plan });
    for (let from = 0; from < planned.notes.length; from += NOTES_AT_ONCE)
      await journal.note({ t: "rows", rows: planned.notes.slice(from, from + NOTES_AT_ONCE) });
    await journal.commit({ t: "ready" });
    await syncFolder(dirname(folder.journalPath));
    await syncFolder(home.folder);
    return { folder, journal, planned };
  } catch (error) {
    await open?.close().catch(() => {});
    await rm(dirname(folder.journalPath), { recursive: true, force: true });
    throw error instanceof DiskError ? cannotKeep(error) : error;
  }
};
