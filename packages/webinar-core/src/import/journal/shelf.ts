import { randomUUID } from "node:crypto";
import { open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { ensurePrivateFolder, InputError, NotFoundError } from "@zoom-webinar/foundation";
import type { Head } from "./events.ts";
import { type ReadJournal, readJournal } from "./journal.ts";

/** The folder of one import. */
export interface ImportFolder {
  id: string;
  journal: string;
  /** The rows as they came, so that an import goes on whatever became of the file. */
  rows: string;
}

/** An import that was found, and what its journal says. */
export interface ReadOne {
  folder: ImportFolder;
  read: ReadJournal;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Who looks, and on which account: others' imports are not there for them. */
export interface Reader {
  principal: string;
  account: string;
}

const folderOf = (root: string, id: string): ImportFolder => ({ id, journal: join(root, id, "journal.jsonl"), rows: join(root, id, "rows.jsonl") });

/** Where imports lie in a state folder. */
export const importsIn = (stateFolder: string): string => join(stateFolder, "imports");

/** Makes the folder of a new import, which nobody else may enter. */
export const newFolder = async (root: string): Promise<ImportFolder> => {
  const folder = folderOf(root, randomUUID());
  await ensurePrivateFolder(join(root, folder.id));
  return folder;
};

/** Makes sure that a folder's entries are on the disk: a file that was made may else be gone after a power cut. */
export const syncFolder = async (path: string): Promise<void> => {
  // Not every system lets a folder be opened.
  const folder = await open(path, "r").catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
};

/** Every import that its reader may see, newest first. One whose journal cannot be read is left out: `readImport` says why. */
export const listImports = async (root: string, { principal, account }: Reader): Promise<ReadOne[]> => {
  const names = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const found: ReadOne[] = [];
  for (const id of names.filter((name) => ID.test(name))) {
    const folder = folderOf(root, id);
    const read = await readJournal(folder.journal).catch((error: unknown) => {
      if (error instanceof InputError) return null;
      throw error;
    });
    if (read?.standing.isReady && isFor(read.standing.head, { principal, account })) found.push({ folder, read });
  }
  return found.sort((a, b) => b.read.standing.head.createdMs - a.read.standing.head.createdMs);
};

const isFor = (head: Head, { principal, account }: Reader): boolean => head.principal === principal && head.account === account;

/** One import by its id. Throws `NotFoundError` where its reader has none such, `InputError` where its journal is damaged or newer than we are. */
export const readImport = async (root: string, id: string, reader: Reader): Promise<ReadOne> => {
  const folder = folderOf(root, id);
  const read = ID.test(id) ? await readJournal(folder.journal) : null;
  if (!read?.standing.isReady || !isFor(read.standing.head, reader))
    throw new NotFoundError(`There is no import ${id.slice(0, 64)}.`, { hint: "imports list shows those that there are." });
  return { folder, read };
};

/** Removes what an import kept of people. Its journal stays, which holds ids and hashes. */
export const dropRows = (folder: ImportFolder): Promise<void> => rm(folder.rows, { force: true });
