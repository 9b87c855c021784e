import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { PolicyError } from "@zoom-webinar/foundation";
import type { OperationContext } from "../operation/operation.ts";
import { FILE_KINDS, type FileKind } from "./file-kinds.ts";

/** A file in the state folder. */
export interface StateFile {
  path: string;
  /** Null: of no kind that we know. */
  kind: FileKind | null;
  bytes: number;
  changedMs: number;
}

const KINDS: readonly FileKind[] = FILE_KINDS;

const isGone = (error: unknown): boolean => error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");

/** A property of what a text says as JSON, or undefined. */
const propertyOf = (text: unknown, name: string): unknown => {
  try {
    const value: unknown = JSON.parse(String(text));
    return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  } catch {
    return undefined;
  }
};

const textOf = (path: string): Promise<string> => readFile(path, "utf8").catch(() => "");

/** The key of an entry of the store, as it is at the beginning of its file, or null. */
const keyOf = async (path: string): Promise<string | null> => {
  const key = propertyOf(await textOf(path), "key");
  return typeof key === "string" ? key : null;
};

/** The world of an emulator that the note of a write is of; null: Zoom itself; undefined: it does not say, or is no such note. */
export const worldOfNote = async ({ path, kind }: StateFile): Promise<string | null | undefined> => {
  if (kind?.id !== "intent") return undefined;
  const world = propertyOf(propertyOf(await textOf(path), "value"), "world");
  return typeof world === "string" || world === null ? world : undefined;
};

/** The kind of a file of the state folder. */
export const kindOf = async (folder: string, path: string): Promise<FileKind | null> => {
  const name = relative(folder, path).split(sep).join("/");
  const kind = KINDS.find(({ place, matches }) => place === "state" && matches?.test(name));
  if (kind?.id !== "store") return kind ?? null;
  const key = await keyOf(path);
  return KINDS.find(({ key: starts = [] }) => key !== null && starts.some((start) => key.startsWith(start))) ?? kind;
};

/** Every file of the state folder, in order of its path. A file that goes while we look is left out. */
export const readStateFiles = async (folder: string): Promise<StateFile[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isGone(error)) return [];
    throw error;
  });
  const files: StateFile[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const facts = await stat(path).catch(() => null);
    if (facts !== null) files.push({ path, kind: await kindOf(folder, path), bytes: facts.size, changedMs: facts.mtimeMs });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
};

/** The state folder of a call. Throws `PolicyError` if the session has no folder, or if several callers share it: it also holds what belongs to the others. */
export const stateFolderOf = ({ stateFolder, principal }: OperationContext): string => {
  if (principal !== "local")
    throw new PolicyError("not_allowed", "Only the operator of this server may look into its files.", {
      hint: "Run it on the server's own machine: zoom-webinar data list.",
    });
  if (stateFolder !== null) return stateFolder;
  throw new PolicyError("not_allowed", "This session keeps no files.", { hint: "Open it with a stateFolder." });
};
