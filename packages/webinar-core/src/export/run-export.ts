import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { CancelledError, errnoOf, isZoomWebinarError, type Lease, PolicyError, StorageError } from "@zoom-webinar/foundation";
import { ownerOf, plainId, worldNow } from "../import/find-import.ts";
import { countOf, nounOf } from "../operation/counts.ts";
import type { OperationContext } from "../operation/operation.ts";
import { LARGEST_PAGE, ONE_PAGE, paged } from "../operation/paged.ts";
import { type Cursor, cursorPath, exportsIn, type NewCursor, openCursor, readCursor } from "./cursor/cursor.ts";
import { isBlank } from "./cursor/cursor-state.ts";
import type { Subject } from "./cursor/events.ts";
import { dropDraft } from "./file/draft.ts";
import { withExportLock } from "./file/lock.ts";
import { leftOutNote, type Target, undoRun, writeExport } from "./file/write-file.ts";
import { assertExport, type ExportInput, type ExportState } from "./input.ts";
import { readExportPage } from "./read-page.ts";
import { STATUSES, statusesOf } from "./registrants.ts";
import type { ExportRow } from "./row.ts";
import { type RowMaker, rowMaker } from "./rows.ts";
import { readScope } from "./scope.ts";
import type { OpenSource, Source } from "./source.ts";

const SECONDS_A_MINUTE = 60;
const DIGEST_LENGTH = 12;

/** One kind of export. */
export interface ExportKind {
  /** Id of the operation. */
  id: string;
  source: OpenSource;
  /** Fields of a row, in their order. */
  columns: readonly string[];
  /** Only for held webinars: the window leaves rows out, and Zoom forgets the old ones. */
  isHeld: boolean;
}

/** What an export answers. */
export interface ExportAnswer extends ExportState {
  rows: ExportRow[];
}

const NOTHING: ExportState = {
  ...{ next_page_token: null, total_records: null, complete: true, file: null, written: null, changes: null, domains: null },
  ...{ stopped: null, resume_at: null, notes: [] },
};

/** Which registrants are asked for, whatever the order in which they were named; null: all. */
const statusOf = ({ status }: ExportInput): string | null => {
  const asked = statusesOf(status);
  return asked.length === STATUSES.length ? null : asked.join(" ");
};

const digestOfInput = ({ id }: ExportKind, input: ExportInput): string => {
  const { webinar_id, user_id, from, to, attended_from, no_names } = input;
  const asked = JSON.stringify([id, webinar_id, user_id, from, to, attended_from, no_names, statusOf(input)]);
  return createHash("sha256").update(asked).digest("base64url").slice(0, DIGEST_LENGTH);
};

const open = async (kind: ExportKind, input: ExportInput, ctx: OperationContext, pageSize: number) => {
  assertExport(input);
  const attendedFrom = input.attended_from === undefined ? null : input.attended_from * SECONDS_A_MINUTE;
  const scope = await readScope(ctx, input, kind.isHeld);
  const source = kind.source({ ctx, window: kind.isHeld ? scope.window : null, attendedFrom, statuses: statusesOf(input.status), pageSize });
  const maker = await rowMaker(ctx, { kind: kind.id, noNames: input.no_names === true, attendedFrom });
  return { ...scope, source, maker };
};

const leftOut = (forgotten: number): string[] =>
  forgotten === 0 ? [] : [`${forgotten} ${forgotten === 1 ? "row is" : "rows are"} left out: data forget removed these people.`];

const notesAtEnd = (source: Source, { forgotten }: RowMaker): string[] => [...(source.notes?.() ?? []), ...leftOut(forgotten)];

/** Returns one page of an export, or with `all` the rows of all pages. */
const exportPages = async (kind: ExportKind, input: ExportInput, ctx: OperationContext): Promise<ExportAnswer> => {
  const pageSize = input.page_size ?? (input.all === true ? LARGEST_PAGE : ONE_PAGE);
  const { units, source, maker } = await open(kind, input, ctx, pageSize);
  const notes: string[] = [];
  const onLeftOut = (webinarId: string, why: string) => notes.push(leftOutNote(webinarId, why));
  const pages = { units, source, maker, digest: digestOfInput(kind, input), isSingle: input.webinar_id !== undefined, onLeftOut };
  const key = { fields: ["row_id"], isUnique: true } as const;
  const { rows, ...page } = await paged(input, ctx, (at) => readExportPage(pages, at), { rowKey: key });
  return { ...NOTHING, ...page, rows, domains: maker.domains(), notes: [...notes, ...notesAtEnd(source, maker)] };
};

const homeOf = ({ imports, stateFolder }: OperationContext) => {
  if (imports !== null && stateFolder !== null) return { folder: exportsIn(stateFolder), disk: imports.disk, store: imports.store };
  throw new PolicyError("not_allowed", "This session has no folder to note what it exported.", { hint: "Open it with a stateFolder." });
};

/** What the disk refuses, in words. What was noted before stays good. */
const orStorageError = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const errno = errnoOf(error);
    throw errno === null ? error : new StorageError(dirname(path), errno, "not-sent", error);
  }
};

/** Whoever stops an export learns how to go on with it, and what lies there until then. */
const orHowToGoOn = async <T>({ standing }: Cursor, { signal }: OperationContext, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const { open, written } = standing;
    const isBegun = open !== null && !isBlank(standing);
    const isOther = errnoOf(error) !== null || (isZoomWebinarError(error) && !(error instanceof CancelledError));
    if (signal?.aborted !== true || !isBegun || isOther) throw error;
    throw new CancelledError(`Stopped before it was done: ${countOf(written, "row")} so far.`, {
      hint: `The same call goes on where it stopped, and restart: true (--restart) starts again. Until then the rows are in ${basename(open.draft)}, beside the file.`,
      cause: error,
    });
  }
};

/** True if a cursor is of a world of an emulator that is gone: it was reset since. Then nothing of what it knows is there, and its unfinished file is taken away. */
const isOfOtherWorld = async (path: string, ctx: OperationContext): Promise<boolean> => {
  const standing = (await readCursor(path).catch(() => null))?.standing;
  if (typeof standing?.world !== "string") return false;
  if ((await worldNow(ctx, ctx.zoom.call("GET /users/{userId}", { path: { userId: "me" } }))) === standing.world) return false;
  if (standing.open !== null) await dropDraft(standing.open.draft);
  return true;
};

/** An export that was refused, or failed before there was a row, leaves nothing: its cursor would keep a name for what was never exported. */
const dropBlank = async ({ path, standing }: Cursor, lease: Lease): Promise<void> => {
  if (!isBlank(standing)) return;
  // If the lock is lost, they are another process's.
  const isOurs = await lease.assertHeld().then(
    () => true,
    () => false,
  );
  if (!isOurs) return;
  const gone = [path, ...(standing.open === null ? [] : [standing.open.draft])].map((each) => rm(each, { force: true }));
  await Promise.allSettled(gone); // what the caller learns is why it failed
};

/** Writes an export to a file, or goes on with one that was cut off. */
const exportFile = async (kind: ExportKind, input: ExportInput, named: string, ctx: OperationContext): Promise<ExportAnswer> => {
  assertExport(input);
  const { folder, disk, store } = homeOf(ctx);
  const file = await ctx.files.toWrite(named);
  const { principal, account } = await ownerOf(ctx);
  const subject: Subject = {
    operation: kind.id,
    account,
    webinar: input.webinar_id === undefined ? null : plainId(input.webinar_id),
    host: input.user_id ?? null,
    no_names: input.no_names === true,
    attended_from: input.attended_from ?? null,
    status: statusOf(input) ?? undefined,
  };
  const identity = input.cursor === undefined ? ["file", file, JSON.stringify(subject)] : ["name", input.cursor];
  const path = cursorPath(folder, principal, identity);
  const fresh: NewCursor = { ...subject, name: input.cursor ?? null, principal, createdMs: ctx.clock.now() };
  const write = async (lease: Lease): Promise<ExportAnswer> => {
    const isOld = await isOfOtherWorld(path, ctx);
    const restarts = input.restart === true && !isOld;
    // If a file is not done, only that file is given up; otherwise the whole cursor is.
    const isCutOff = restarts && (await readCursor(path).catch(() => null))?.standing.open != null;
    const cursor = await openCursor(path, fresh, { disk, isAnew: isOld || (restarts && !isCutOff) });
    let hasFailed = false;
    try {
      if (restarts) await undoRun(cursor);
      const { units, window, source, maker } = await open(kind, input, ctx, input.page_size ?? LARGEST_PAGE);
      const seesGone = !kind.isHeld || window === null;
      const soFar = (written: number): ExportAnswer => ({ ...NOTHING, rows: [], file: named, written, complete: false });
      const onRows = (rows: number) => ctx.progress({ done: rows, total: null, message: nounOf(rows, "row"), soFar: soFar(rows) });
      const isCsv = /\.csv$/i.test(file);
      const target: Target = { file, format: isCsv ? "csv" : "jsonl", isRaw: isCsv && input.raw === true };
      const end = await orHowToGoOn(cursor, ctx, () =>
        writeExport(
          { ctx, cursor, lease, units, source, maker, columns: kind.columns, seesGone, isSingle: input.webinar_id !== undefined, onRows },
          target,
        ),
      );
      hasFailed = !end.complete;
      const { rows: written, notes, ...state } = end;
      return {
        ...NOTHING,
        rows: [],
        ...state,
        file: named,
        written,
        domains: maker.domains(),
        notes: [...notes, ...notesAtEnd(source, maker)],
      };
    } catch (error) {
      if (isZoomWebinarError(error) || errnoOf(error) !== null) hasFailed = true;
      throw error;
    } finally {
      await cursor.close();
      if (hasFailed) await dropBlank(cursor, lease);
    }
  };
  return withExportLock(store, path, ctx.signal, (lease) => orStorageError(file, () => write(lease)));
};

/** Exports rows in pages, or to a file. Throws `InputError` for what does not go together, and Zoom's errors. */
export const runExport = (kind: ExportKind, input: ExportInput, ctx: OperationContext): Promise<ExportAnswer> =>
  input.file === undefined ? exportPages(kind, input, ctx) : exportFile(kind, input, input.file, ctx);
