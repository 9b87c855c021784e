import { rm, writeFile } from "node:fs/promises";
import { NotFoundError, StorageError, UnavailableError } from "@zoom-webinar/foundation";
import { DiskError } from "../files/disk.ts";
import type { ImportHome } from "../operation/import-home.ts";
import type { OperationContext } from "../operation/operation.ts";
import { homeOf, ofThisWorld, ownerOf } from "./find-import.ts";
import { dropRows, hasRows, listImports, readImport, runLock, type StoredImport } from "./journal/import-folders.ts";
import { continueJournal } from "./journal/journal.ts";
import { openRows } from "./journal/standing.ts";
import { storedRows } from "./journal/stored-rows.ts";
import { type ImportResult, isComplete, toImportResult } from "./result.ts";
import { outcomesOf, wordsOf } from "./results/outcomes.ts";
import { withLease } from "./run/lease.ts";
import { stopFile } from "./run-import.ts";
import { findYours } from "./ways-on.ts";

/** Whether an import goes on, waits to be resumed, or is over. */
export type ImportState = "running" | "unfinished" | "finished" | "abandoned";

/** An import as lists show it. */
export interface ImportRow {
  import_id: string;
  operation: string;
  webinar_id: string;
  topic: string | null;
  file: string | null;
  begun_at: string;
  state: ImportState;
  rows: number;
  left: number;
  resume_at: string | null;
}

/** Whether a process is at an import: it holds the lock. One that was killed holds none, whatever it wrote last. */
const isRun = ({ read }: StoredImport, { store }: ImportHome): Promise<boolean> =>
  store
    .lock(runLock(read.standing.head), async () => false, { waitMs: 0 })
    .catch((error: unknown) => error instanceof UnavailableError && !(error instanceof StorageError));

/** A process that runs an import begins it by an event, and ends it by one, unless it is killed. */
const stateOf = async (one: StoredImport, home: ImportHome): Promise<ImportState> => {
  const { isAbandoned, end } = one.read.standing;
  if (isAbandoned) return "abandoned";
  if (end === null && (await isRun(one, home))) return "running";
  return isComplete(one.read.standing) ? "finished" : "unfinished";
};

const toRow = async (one: StoredImport, home: ImportHome): Promise<ImportRow> => {
  const { head, plan, end } = one.read.standing;
  const resumeAt = end?.resumeAt ?? null;
  return {
    import_id: one.folder.id,
    operation: head.kind,
    webinar_id: head.webinar,
    topic: head.topic,
    file: head.file,
    begun_at: new Date(head.createdMs).toISOString(),
    state: await stateOf(one, home),
    rows: plan?.rows ?? 0,
    left: openRows(one.read.standing).length,
    resume_at: resumeAt === null ? null : new Date(resumeAt).toISOString(),
  };
};

/** The caller's imports, newest first; without those into a world of an emulator that is gone. */
export const readImports = async (ctx: OperationContext): Promise<ImportRow[]> => {
  const home = homeOf(ctx);
  const stored = await listImports(home.folder, await ownerOf(ctx));
  const shown = await ofThisWorld(stored, ctx, () => ctx.zoom.call("GET /users/{userId}", { path: { userId: "me" } }));
  return Promise.all(shown.map((one) => toRow(one, home)));
};

/** A row that a person has to look at. */
export interface OpenRow {
  line: number;
  outcome: string;
  message: string | null;
}

/** One import in full. */
export interface ShownImport extends ImportResult, Omit<ImportRow, "import_id" | "webinar_id" | "resume_at" | "rows"> {
  /** Rows that failed, or whose result is unknown. Empty once the rows are no longer kept. */
  to_look_at: OpenRow[];
}

/** As many rows to look at are named. */
export const MOST_SHOWN = 200;

const openRowsOf = async ({ folder, read }: StoredImport): Promise<OpenRow[]> => {
  const words = wordsOf(read.standing.head.kind);
  const outcomeOf = outcomesOf(read.standing, words);
  const rows: OpenRow[] = [];
  if (!(await hasRows(folder))) return rows;
  for await (const { at, line } of storedRows(folder.rowsPath)) {
    const { outcome, message } = outcomeOf(at);
    if (outcome === words.failed || outcome === words.unknown) rows.push({ line, outcome, message });
    if (rows.length >= MOST_SHOWN) break;
  }
  return rows;
};

/** Reads one import. Throws `NotFoundError` if the caller has no such import. */
export const showImport = async (id: string, ctx: OperationContext): Promise<ShownImport> => {
  const home = homeOf(ctx);
  const one = await readImport(home.folder, id, await ownerOf(ctx), findYours(ctx.account));
  const { rows: _rows, ...row } = await toRow(one, home);
  const result = toImportResult(one.read.standing, one.folder, wordsOf(one.read.standing.head.kind), one.read.standing.results);
  return { ...row, ...result, to_look_at: await openRowsOf(one) };
};

/**
 * Gives an import up, unless it is finished: whoever runs it stops, nothing more is sent, what was kept of its rows is removed. What was sent stays. Throws `NotFoundError`
 * if the caller has no such import, `UnavailableError` if a process runs it that does not stop.
 */
export const abandonImport = async (id: string, ctx: OperationContext): Promise<ShownImport> => {
  const home = homeOf(ctx);
  const owner = await ownerOf(ctx);
  const one = await readImport(home.folder, id, owner, findYours(ctx.account));
  const { head } = one.read.standing;
  if ((await stateOf(one, home)) === "finished") return showImport(id, ctx);
  await writeFile(stopFile(one.folder), "", { mode: 0o600 }).catch((error: unknown) => {
    throw new DiskError(error);
  });
  await withLease({ store: home.store, account: ctx.account }, runLock(head), async () => {
    const journal = await continueJournal(one.folder.journalPath, home.disk);
    if (journal === null) throw new NotFoundError(`There is no import ${id}.`, { hint: findYours(ctx.account) });
    try {
      if (!journal.standing.isAbandoned) await journal.commit({ t: "abandoned", at: ctx.clock.now() });
    } finally {
      await journal.close();
    }
    await dropRows(one.folder);
    await rm(stopFile(one.folder), { force: true });
  });
  return showImport(id, ctx);
};
