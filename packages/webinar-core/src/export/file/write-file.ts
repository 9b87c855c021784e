import { randomBytes } from "node:crypto";
import {
  InputError,
  isZoomWebinarError,
  type Lease,
  LeaseLostError,
  NotFoundError,
  RateLimitError,
  StorageError,
  UnavailableError,
} from "@zoom-webinar/foundation";
import { countOf, firstOf } from "../../operation/counts.ts";
import type { OperationContext } from "../../operation/operation.ts";
import type { Cursor } from "../cursor/cursor.ts";
import { changesIn, type Known, type RowChanges } from "../cursor/cursor-state.ts";
import type { CursorEvent, Format, Run } from "../cursor/events.ts";
import type { ExportRow } from "../row.ts";
import { digestOf, type RowMaker, saysSame } from "../rows.ts";
import type { Source, Unit } from "../source.ts";
import { dropDraft, isThere, openDraft, putInPlace } from "./draft.ts";
import { rowText } from "./text.ts";

/** What a file is written from, and by whom. */
export interface Writing {
  ctx: OperationContext;
  cursor: Cursor;
  lease: Lease;
  units: readonly Unit[];
  source: Source;
  maker: RowMaker;
  columns: readonly string[];
  /** False: missing rows may just be outside of what was asked for. */
  seesGone: boolean;
  /** One webinar was asked for by its id: then it has to be there. */
  isSingle: boolean;
  /** Told after every piece how many rows the file has. */
  onRows(rows: number): void;
}

/** What became of a file. */
export interface Written {
  rows: number;
  changes: RowChanges;
  complete: boolean;
  stopped: { code: string; message: string } | null;
  /** UTC */
  resume_at: string | null;
  notes: string[];
}

/** Where a file goes. */
export interface Target {
  file: string;
  format: Format;
  /** Cells of CSV as they are, also those that a spreadsheet would run. */
  isRaw: boolean;
}

const otherFile = ({ file }: Run) =>
  InputError.at(
    "file",
    `is not ${file}, which this export was writing when it was cut off`,
    `Name ${file} to go on, or add restart: true (--restart) to start again.`,
  );

const otherCells = ({ file, raw }: Run) =>
  InputError.at(
    "raw",
    `is not as it was when the export to ${file} was cut off`,
    `${raw === true ? "Give raw: true (--raw)" : "Leave raw (--raw) out"} to go on, or add restart: true (--restart) to start again.`,
  );

/** The run that goes on, or a new one. */
const beginRun = async ({ cursor, ctx }: Writing, { file, format, isRaw }: Target): Promise<Run> => {
  const { open, lastRun } = cursor.standing;
  if (open !== null && (open.file !== file || open.format !== format)) throw otherFile(open);
  if (open !== null && isRaw !== (open.raw === true)) throw otherCells(open);
  if (open !== null) return open;
  if (await isThere(file)) throw InputError.at("file", `${file} exists already`, "Name a file that does not exist yet.");
  const draft = `${file}.${randomBytes(4).toString("hex")}.part`;
  const run: Run = { t: "run", run: lastRun + 1, file, draft, format, ...(isRaw ? { raw: true } : {}), at: ctx.clock.now() };
  await cursor.commit(run);
  return run;
};

/** True if a process was cut off between the end of its file and its answer. Whoever names a cursor asks for the next file each time. */
const isEnded = async ({ standing }: Cursor, { file }: Target): Promise<boolean> =>
  standing.head.name === null && standing.open === null && standing.lastRun > 0 && !standing.isRecord && (await isThere(file));

/** Gives up a run that was cut off, as if it never was. */
export const undoRun = async (cursor: Cursor): Promise<void> => {
  const { open } = cursor.standing;
  if (open === null) return;
  await cursor.commit({ t: "undo" });
  await dropDraft(open.draft);
};

/** A page token lives 15 minutes, and a wait for a limit may be longer: then the list of a webinar is read again from its start, so many times. */
const MOST_RESTARTS = 5;
const isTokenRefused = (error: unknown): boolean => isZoomWebinarError(error) && error.details.reason === "page_token";

const NOT_TOLD: ReadonlySet<string> = new Set(["scope_missing", "forbidden", "plan_missing", "zoom_rejected"]);

/** Says of a webinar that an export goes on without it. */
export const leftOutNote = (webinarId: string, why: string): string => `Webinar ${webinarId} is left out: ${why}`;

const MOST_COLUMNS = 5;

/** Why a cell of a file for spreadsheets is not what other answers have. */
const guardedNote = (columns: ReadonlySet<string>): string[] =>
  columns.size === 0
    ? []
    : [
        `What a spreadsheet would run as a formula begins with an apostrophe (in ${firstOf([...columns], MOST_COLUMNS)}); raw: true (--raw) writes it as it is.`,
      ];

const goneRow = (row_id: string, webinar_id: string, columns: readonly string[]): ExportRow => ({
  ...Object.fromEntries(columns.map((column) => [column, null])),
  row_id,
  change: "gone",
  webinar_id,
});

/** Errors after which the same call goes on where it was. */
const stopOf = (error: unknown): Pick<Written, "stopped" | "resume_at"> | null => {
  if (error instanceof LeaseLostError || error instanceof StorageError) return null;
  if (!(error instanceof RateLimitError) && !(error instanceof UnavailableError)) return null;
  const { retry_at } = error.details;
  return { stopped: { code: error.code, message: error.message }, resume_at: typeof retry_at === "string" ? retry_at : null };
};

/**
 * Writes rows to a file, webinar after webinar, noting in the cursor what is in it after every piece. A webinar that a process was cut off in is read
 * again from its start, and rows that are in the file already are left out, so that neither a page token nor a list that changed meanwhile matters.
 * Throws `InputError`, the file system's errors and Zoom's; the same call then goes on.
 */
export const writeExport = async (writing: Writing, target: Target): Promise<Written> => {
  const { ctx, cursor, lease, units, source, maker, columns, seesGone, isSingle, onRows } = writing;
  const { standing } = cursor;
  if (await isEnded(cursor, target)) {
    await cursor.toRecord();
    const { size } = standing.rows;
    return { rows: size, changes: { new: size, changed: 0, gone: 0 }, complete: true, stopped: null, resume_at: null, notes: [] };
  }
  const run = await beginRun(writing, target);
  const { head, toText, guarded } = await rowText({ format: run.format, columns, isRaw: target.isRaw });
  const notes: string[] = [];
  const outcome = (stop: Pick<Written, "stopped" | "resume_at"> | null): Written => ({
    rows: standing.written,
    changes: changesIn(standing),
    complete: stop === null,
    stopped: stop?.stopped ?? null,
    resume_at: stop?.resume_at ?? null,
    notes: [...notes, ...guardedNote(guarded)],
  });
  if (!standing.isWritten) {
    const draft = await openDraft(run.draft, standing.bytes, cursorDisk(writing));
    /** Rows, and in the same step that they are there. */
    const save = async (rows: readonly ExportRow[], toEvent: (bytes: number) => CursorEvent): Promise<void> => {
      await lease.assertHeld();
      await draft.write((draft.bytes === 0 ? head : "") + toText(rows));
      await lease.assertHeld();
      const world = ctx.world();
      const news: CursorEvent[] = world === standing.world ? [] : [{ t: "world", world }];
      await cursor.commit(...news, toEvent(draft.bytes));
    };
    const newsOf = (rows: readonly ExportRow[], seen: Set<string>): ExportRow[] =>
      rows.flatMap((row) => {
        if (seen.has(row.row_id)) return [];
        seen.add(row.row_id);
        const before = standing.rows.get(row.row_id);
        if (before === undefined) return [row];
        return before.run === run.run || saysSame(row, before.digest) ? [] : [{ ...row, change: "changed" as const }];
      });
    const writeUnit = async (unit: Unit): Promise<void> => {
      const seen = new Set<string>();
      let restarts = 0;
      for (let at: string | null | undefined; at !== null; ) {
        const place = at ?? null;
        const piece = await source.read(unit, place).catch((error: unknown) => {
          if (place === null || restarts >= MOST_RESTARTS || !isTokenRefused(error)) throw error;
          restarts += 1;
          return null;
        });
        if (piece === null) {
          at = undefined; // rows that are in the file already are left out
          continue;
        }
        const rows = newsOf(maker.toRows(piece.facts), seen);
        const noted = rows.map((row) => [row.row_id, digestOf(row)] as const);
        if (rows.length > 0) await save(rows, (bytes) => ({ t: "rows", unit: unit.webinar_id, bytes, rows: noted }));
        onRows(standing.written);
        at = piece.next;
      }
      await writeGone(unit.webinar_id, seen);
    };
    /** Rows that earlier files gave of a webinar and that are not there any more; notes that it is done. */
    const writeGone = async (webinarId: string, seen: ReadonlySet<string> = new Set()): Promise<number> => {
      const isGone = ([id, known]: [string, Known]) => known.unit === webinarId && known.run !== run.run && !seen.has(id);
      const gone = seesGone ? [...standing.rows].filter(isGone).map(([id]) => id) : [];
      await save(
        gone.map((id) => goneRow(id, webinarId, columns)),
        (bytes) => ({ t: "unit", unit: webinarId, bytes, gone }),
      );
      if (gone.length > 0) onRows(standing.written);
      return gone.length;
    };
    /** A webinar that was deleted: what earlier files gave of it is gone, and the others go on. */
    const leaveOut = async (unit: Unit, error: unknown): Promise<void> => {
      if (!(error instanceof NotFoundError)) throw error;
      const isKnown = seesGone && [...standing.rows.values()].some(({ unit: id, run: ran }) => id === unit.webinar_id && ran !== run.run);
      if (isSingle && !isKnown) throw error;
      const gone = isKnown ? await writeGone(unit.webinar_id) : 0;
      notes.push(`${leftOutNote(unit.webinar_id, error.message)}${gone === 0 ? "" : ` ${countOf(gone, "row")} of it marked as gone.`}`);
    };
    /** Webinars of earlier files that are in no list any more: those that were deleted, and not those that only lie outside this window. */
    const leaveOutDeleted = async (): Promise<void> => {
      if (!seesGone || isSingle) return;
      const listed = new Set(units.map(({ webinar_id }) => webinar_id));
      const missing = new Set([...standing.rows.values()].map(({ unit }) => unit).filter((id) => !listed.has(id) && !standing.done.has(id)));
      for (const webinar_id of missing)
        await ctx.zoom.call("GET /webinars/{webinarId}", { path: { webinarId: webinar_id } }).catch((error: unknown) => {
          // Whoever may not read a webinar does not know whether it is gone.
          if (!isZoomWebinarError(error) || !NOT_TOLD.has(error.code)) return leaveOut({ webinar_id, topic: null }, error);
        });
    };
    try {
      for (const unit of units) {
        if (standing.done.has(unit.webinar_id)) continue;
        ctx.signal?.throwIfAborted();
        await writeUnit(unit).catch((error: unknown) => leaveOut(unit, error));
      }
      await leaveOutDeleted();
      await save([], (bytes) => ({ t: "written", bytes }));
    } catch (error) {
      const stop = stopOf(error);
      if (stop === null || !isZoomWebinarError(error)) throw error;
      return outcome(stop);
    } finally {
      await draft.close();
    }
  }
  await lease.assertHeld();
  await putInPlace(run.draft, run.file);
  const result = outcome(null);
  await cursor.commit({ t: "end", at: ctx.clock.now() });
  if (standing.head.name === null) await cursor.toRecord();
  return result;
};

const cursorDisk = ({ ctx }: Writing) => {
  if (ctx.imports === null) throw new TypeError("a file without a state folder");
  return ctx.imports.disk;
};
