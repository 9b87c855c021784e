import { dirname, join } from "node:path";
import { InputError, isZoomWebinarError } from "@zoom-webinar/foundation";
import { readCursor } from "../export/cursor/cursor.ts";
import { runLock } from "../import/journal/import-folders.ts";
import { readJournal } from "../import/journal/journal.ts";
import { codeOf } from "../import/journal/standing.ts";
import { WORDS } from "../import/kind-words.ts";
import { isComplete } from "../import/result.ts";
import type { StateFile } from "./state-files.ts";

/** As what an import or an export has people: it says which command removes one of them at Zoom; null: none for sure. */
export type Role = "registrant" | "panelist" | null;

/** An import or an export that left a file, and how far it is. */
export interface Job {
  /** "import 3f0c…", "export cursor crm" */
  title: string;
  /** Id of an import; null for an export. */
  importId: string | null;
  isDone: boolean;
  /** When it was done, by the session's clock; null if it is not. */
  doneMs: number | null;
  webinar: string | null;
  /** The world of an emulator that it is of; null: Zoom itself; undefined: an earlier version did not note it. */
  world: string | null | undefined;
  role: Role;
  /** True if its notes hold the hash of everybody in it, so that somebody who is not there is not in it. */
  knowsAll: boolean;
  /** Files that it wrote outside the state folder. */
  files: readonly string[];
  /** The file outside the state folder that it read people from; null for none, or if they came another way. */
  source: string | null;
  /** What it was writing when it was cut off. */
  draft: string | null;
  /** The name of the lock that whoever works on it holds. */
  lock: string;
}

/** What says where the people of an import or an export may lie, and what removes one of them at Zoom. */
export type Trail = Pick<Job, "importId" | "webinar" | "world" | "role" | "knowsAll" | "files" | "source" | "draft">;

/** The job that a journal or a cursor belongs to; null for other files, and for those that cannot be read. */
export const jobOf = async ({ path, kind }: StateFile): Promise<Job | null> => {
  try {
    if (kind?.id === "import-journal") return await importOf(path);
    if (kind?.id !== "export-cursor") return null;
    const read = await readCursor(path);
    if (read === null) return null;
    const { head, open, endedMs, files, world } = read.standing;
    return {
      title: head.name === null ? "an export" : `export cursor ${head.name}`,
      importId: null,
      isDone: open === null,
      doneMs: open === null ? endedMs : null,
      webinar: head.webinar,
      world,
      role: head.operation === "exports.registrants" ? "registrant" : null,
      knowsAll: false,
      files,
      source: null,
      draft: open?.draft ?? null,
      lock: `export:${path}`,
    };
  } catch (error) {
    if (error instanceof InputError || isZoomWebinarError(error)) return null;
    throw error;
  }
};

/** Rows whose people a journal does not know, because nothing was sent for them. */
const UNSENT: ReadonlySet<number> = new Set((["open", "already", "denied"] as const).map(codeOf));

const importOf = async (path: string): Promise<Job | null> => {
  const read = await readJournal(path);
  if (read === null) return null;
  const { standing } = read;
  const { head } = standing;
  // An import that was cut off before its journal held the whole plan has sent nothing, and nobody can continue it.
  const isDone = standing.isAbandoned || !standing.isReady || isComplete(standing);
  return {
    title: `import ${head.id}`,
    importId: head.id,
    isDone,
    doneMs: isDone ? (standing.end?.at ?? head.createdMs) : null,
    webinar: head.webinar,
    world: head.world,
    role: WORDS[head.kind].role,
    knowsAll: !standing.codes.some((code) => UNSENT.has(code)),
    files: [standing.results].filter((file) => file !== null),
    source: head.path ?? head.file,
    draft: null,
    lock: runLock(head),
  };
};

/** The journal beside a file of an import; null for other files. */
export const journalBeside = ({ path, kind }: StateFile): string | null =>
  kind?.id === "import-rows" || kind?.id === "import-stop" ? join(dirname(path), "journal.jsonl") : null;
