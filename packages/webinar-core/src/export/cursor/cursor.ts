import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ensurePrivateFolder, InputError, writeFileAtomic } from "@zoom-webinar/foundation";
import type { Disk, DiskFile } from "../../files/disk.ts";
import { readLines, toLine } from "../../import/journal/line.ts";
import { applyEvent, type CursorState, emptyCursorState } from "./cursor-state.ts";
import { CURSOR_VERSION, type CursorEvent, type Head, type Subject } from "./events.ts";

/** What an export has written so far, open for writing. */
export interface Cursor {
  readonly path: string;
  readonly standing: CursorState;
  /** Adds events and resolves once they are on the disk. Throws `DiskError`'s cause. */
  commit(...events: readonly CursorEvent[]): Promise<void>;
  /** Leaves only which file was written, and when. Nothing can be committed after it. */
  toRecord(): Promise<void>;
  close(): Promise<void>;
}

/** Where cursors lie in a state folder. */
export const exportsIn = (stateFolder: string): string => join(stateFolder, "exports");

const AGAIN = "Add restart: true (--restart) to start again: everything is exported once more, and nothing is lost.";

/** The file of a cursor; who calls and how it is called decide which. */
export const cursorPath = (folder: string, principal: string, identity: readonly string[]): string =>
  join(
    folder,
    `${createHash("sha256")
      .update([principal, ...identity].join("\n"))
      .digest("hex")
      .slice(0, 32)}.jsonl`,
  );

const refused = (what: string, hint: string, cause?: unknown) => InputError.at("cursor", what, hint, cause === undefined ? {} : { cause });

/** What a cursor's file says, and how many of its bytes are whole lines, or null. Throws `InputError` for one that is damaged or newer than we are. */
export const readCursor = async (path: string): Promise<{ standing: CursorState; goodBytes: number } | null> => {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw error;
  });
  if (bytes === null) return null;
  const { events, goodBytes, damagedLine } = readLines<CursorEvent>(bytes);
  const [head] = events;
  if (damagedLine !== null) throw refused(`is damaged in line ${damagedLine} (${path})`, AGAIN);
  if (head?.t !== "head") throw refused(`is cut: its first line is missing (${path})`, AGAIN);
  if (head.v > CURSOR_VERSION)
    throw refused(
      `was written by a newer version of zoom-webinar (format ${head.v}, this one knows ${CURSOR_VERSION})`,
      "Update zoom-webinar, or take another cursor.",
    );
  const standing = emptyCursorState(head);
  for (const event of events) applyEvent(standing, event);
  return { standing, goodBytes };
};

const NAMES: Readonly<Record<keyof Subject, string>> = {
  operation: "export",
  account: "account",
  webinar: "webinar",
  host: "host",
  no_names: "no_names",
  attended_from: "attended_from",
  status: "status",
};

/** Throws `InputError` if a cursor is of something else. */
const assertSame = (head: Head, subject: Subject): void => {
  for (const field of Object.keys(NAMES) as (keyof Subject)[])
    if (head[field] !== subject[field])
      throw refused(
        `belongs to another ${NAMES[field]} (${head[field] ?? "all"}, not ${subject[field] ?? "all"})`,
        "Name another cursor for this export; data list --full shows them.",
      );
};

/** Cuts a file, and closes it if that cannot be done. */
export const truncateOrClose = async (file: DiskFile, bytes: number): Promise<void> => {
  try {
    await file.truncate(bytes);
  } catch (error) {
    await file.close();
    throw error;
  }
};

const noteFiles = (files: readonly string[]): CursorEvent[] => (files.length === 0 ? [] : [{ t: "files", files }]);

const noteWorld = (world: string | null | undefined): CursorEvent[] => (world === undefined ? [] : [{ t: "world", world }]);

/** What a damaged cursor knew is lost: it is what a start anew is for. */
const ifUnreadable = (error: unknown): null => {
  if (error instanceof InputError) return null;
  throw error;
};

/** What a new cursor is of, and whose it is. */
export type NewCursor = Omit<Head, "t" | "v">;

/**
 * Opens a cursor, made if there is none. A last line that was cut off is taken away. `isAnew`: whatever was there before is given up. Throws `InputError` for one of another export,
 * and the file system's errors.
 */
export const openCursor = async (path: string, fresh: NewCursor, { disk, isAnew }: { disk: Disk; isAnew: boolean }): Promise<Cursor> => {
  const head: Head = { t: "head", v: CURSOR_VERSION, ...fresh };
  const read = isAnew ? null : await readCursor(path);
  if (read !== null) assertSame(read.standing.head, fresh);
  // A start anew gives up what is known of rows; the files that hold them are still there.
  const earlier = isAnew ? ((await readCursor(path).catch(ifUnreadable))?.standing.files ?? []) : [];
  if (read === null) {
    await ensurePrivateFolder(join(path, ".."));
    await writeFileAtomic(path, [head, ...noteFiles(earlier)].map(toLine).join(""));
  }
  const file = await disk.append(path);
  if (read !== null) await truncateOrClose(file, read.goodBytes);
  const standing = read?.standing ?? emptyCursorState(head);
  if (read === null) for (const event of noteFiles(earlier)) applyEvent(standing, event);
  return {
    path,
    standing,
    commit: async (...events) => {
      await file.write(events.map(toLine).join(""));
      await file.sync();
      for (const event of events) applyEvent(standing, event);
    },
    toRecord: async () => {
      const { lastRun: run, files, endedMs, world } = standing;
      const at = endedMs ?? fresh.createdMs;
      const last: CursorEvent = { t: "run", run, file: files.at(-1) ?? "", draft: "", format: "jsonl", at };
      const before = [...noteFiles(files.slice(0, -1)), ...noteWorld(world)];
      await writeFileAtomic(path, [head, ...before, last, { t: "end", at }, { t: "record" }].map(toLine).join(""));
    },
    close: () => file.close(),
  };
};
