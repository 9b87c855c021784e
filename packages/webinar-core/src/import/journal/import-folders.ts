import { randomUUID } from "node:crypto";
import { access, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { ensurePrivateFolder, InputError, NotFoundError, type Store } from "@zoom-webinar/foundation";
import type { Head } from "./events.ts";
import { type ReadJournal, readJournal } from "./journal.ts";

/** The folder of one import. */
export interface ImportFolder {
  id: string;
  journalPath: string;
  /** A copy of the file's rows, so that an import goes on whatever became of the file. */
  rowsPath: string;
}

/** An import that was found, and what its journal says. */
export interface StoredImport {
  folder: ImportFolder;
  read: ReadJournal;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whose imports are meant: a caller, and the account that they work on. Nobody finds the imports of another owner. */
export interface ImportOwner {
  principal: string;
  account: string;
}

const folderOf = (root: string, id: string): ImportFolder => ({
  id,
  journalPath: join(root, id, "journal.jsonl"),
  rowsPath: join(root, id, "rows.jsonl"),
});

/** Where imports lie in a state folder. */
export const importsFolderOf = (stateFolder: string): string => join(stateFolder, "imports");

/** The lock of all imports of one kind into one webinar: two running at once could not tell which of them had added a person. */
export const runLock = ({ account, kind, webinar }: Pick<Head, "account" | "kind" | "webinar">): string => `import:${account}:${kind}:${webinar}`;

/** The lock of a folder whose journal does not hold the whole plan yet. */
const planningLock = (id: string): string => `import-plan:${id}`;

/** Makes the folder of a new import, which nobody else may enter, and runs the work that fills it. Meanwhile `removeHalfPlanned` leaves it alone. */
export const withNewFolder = <T>(root: string, store: Store, work: (folder: ImportFolder) => Promise<T>): Promise<T> => {
  const folder = folderOf(root, randomUUID());
  return store.lock(planningLock(folder.id), async () => {
    await ensurePrivateFolder(join(root, folder.id));
    return work(folder);
  });
};

const hasWholePlan = async ({ journalPath }: ImportFolder): Promise<boolean> => (await readJournal(journalPath))?.standing.isReady === true;

/**
 * Removes the folders of imports that were killed while they were planned: they hold people's rows, nothing was sent, and nobody can continue them.
 * What is being planned, and a journal that cannot be read, stays. Never throws.
 */
export const removeHalfPlanned = async (root: string, store: Store): Promise<void> => {
  for (const id of await readdir(root).catch(() => [])) {
    if (!ID.test(id)) continue;
    const folder = folderOf(root, id);
    const remove = async () => {
      if (!(await hasWholePlan(folder))) await rm(join(root, id), { recursive: true, force: true });
    };
    await hasWholePlan(folder)
      .then((isKept) => (isKept ? undefined : store.lock(planningLock(id), remove, { waitMs: 0 })))
      .catch(() => undefined); // somebody plans it, or it cannot be read
  }
};

/** Makes sure that a folder's entries are on the disk: a file that was made may else be gone after a power cut. */
export const syncFolder = async (path: string): Promise<void> => {
  // Not every system lets a folder be opened.
  const folder = await open(path, "r").catch(() => null);
  await folder?.sync().catch(() => {});
  await folder?.close();
};

/** The owner's imports, newest first. An import whose journal cannot be read is left out; `readImport` throws the reason. */
export const listImports = async (root: string, { principal, account }: ImportOwner): Promise<StoredImport[]> => {
  const names = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const found: StoredImport[] = [];
  for (const id of names.filter((name) => ID.test(name))) {
    const folder = folderOf(root, id);
    const read = await readJournal(folder.journalPath).catch((error: unknown) => {
      if (error instanceof InputError) return null;
      throw error;
    });
    if (read?.standing.isReady && isFor(read.standing.head, { principal, account })) found.push({ folder, read });
  }
  return found.sort((a, b) => b.read.standing.head.createdMs - a.read.standing.head.createdMs);
};

const isFor = (head: Head, { principal, account }: ImportOwner): boolean => head.principal === principal && head.account === account;

/** One import by its id. Throws `NotFoundError` with `hint` if the owner has no import with this id, `InputError` if its journal is damaged or newer than we are. */
export const readImport = async (root: string, id: string, owner: ImportOwner, hint: string): Promise<StoredImport> => {
  const folder = folderOf(root, id);
  const read = ID.test(id) ? await readJournal(folder.journalPath) : null;
  if (!read?.standing.isReady || !isFor(read.standing.head, owner)) throw new NotFoundError(`There is no import ${id.slice(0, 64)}.`, { hint });
  return { folder, read };
};

/** Whether an import still keeps its rows. */
export const hasRows = (folder: ImportFolder): Promise<boolean> =>
  access(folder.rowsPath).then(
    () => true,
    () => false,
  );

/** Removes what an import kept of people. Its journal stays, which holds ids and hashes. */
export const dropRows = (folder: ImportFolder): Promise<void> => rm(folder.rowsPath, { force: true });
