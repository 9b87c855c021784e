import { readFile, rm } from "node:fs/promises";
import { withFileLock, writeFileAtomic } from "@zoom-webinar/foundation";
import { readLines, toLine } from "../import/journal/line.ts";
import { hashOf } from "../people/person-key.ts";
import type { AddressFinder } from "./address-forms.ts";
import type { FileKind } from "./file-kinds.ts";
import type { StateFile } from "./state-files.ts";

/** Somebody who is to be forgotten. */
export interface Forgotten {
  finder: AddressFinder;
  /** The address as it is compared. */
  key: string;
  /** The keyed hash that takes its place. */
  hash: string;
}

/** What was done with a file. */
export type Deed = "replaced" | "removed" | null;

const LENGTH_OF_KEY = 16;

/** True if bytes hold the address, or the plain hash by which a journal knows it: whoever has the address can find that. */
const holds = (bytes: Buffer, { finder, key }: Forgotten): boolean => finder.isIn(bytes) || bytes.includes(hashOf(key));

/** True if the address was in a file before it was forgotten. */
export const held = (bytes: Buffer, { hash }: Forgotten): boolean => bytes.includes(hash.slice(0, LENGTH_OF_KEY));

const withoutAddress = (text: string, { finder, key, hash }: Forgotten): string =>
  finder.replace(Buffer.from(text, "utf8"), `forgotten-${hash}`).toString("utf8").replaceAll(hashOf(key), hash.slice(0, LENGTH_OF_KEY));

/** A journal or cursor: each line has its length and checksum. */
const lines = (bytes: Buffer, who: Forgotten): string =>
  readLines<object>(bytes)
    .events.map((event) => toLine(JSON.parse(withoutAddress(JSON.stringify(event), who)) as object))
    .join("");

/** The rows of an import: those of the person stay in their place, without a word. */
const rows = (bytes: Buffer, { finder }: Forgotten): string =>
  bytes
    .toString("utf8")
    .split("\n")
    .map((line) => {
      if (!finder.isIn(Buffer.from(line, "utf8"))) return line;
      const [at, , cells] = JSON.parse(line) as [number, string | null, string[]];
      return JSON.stringify([at, null, cells.map(() => "")]);
    })
    .join("\n");

const WAYS: Readonly<Record<Exclude<FileKind["forget"], "none" | "remove" | "lists the path">, (bytes: Buffer, who: Forgotten) => string>> = {
  lines,
  rows,
  text: (bytes, who) => withoutAddress(bytes.toString("utf8"), who),
};

/** The new text of a file; null if it has to go: nobody knows what else it says, or the address is hidden where it cannot be replaced. */
const rewritten = (bytes: Buffer, kind: FileKind | null, who: Forgotten): string | null => {
  const way = kind?.forget;
  if (way !== "lines" && way !== "rows" && way !== "text") return null;
  try {
    const text = WAYS[way](bytes, who);
    return holds(Buffer.from(text, "utf8"), who) ? null : text;
  } catch {
    return null;
  }
};

/** What takes somebody out of a file that says this; null: they are not in it. */
export const deedFor = (bytes: Buffer, kind: FileKind | null, who: Forgotten): Deed => {
  if (!holds(bytes, who)) return null;
  return rewritten(bytes, kind, who) === null ? "removed" : "replaced";
};

/** Takes an address out of one file of the state folder. An entry of the store is changed as the store does it, so that no process writes it back. */
export const forgetIn = async ({ path, kind }: StateFile, who: Forgotten): Promise<Deed> => {
  const act = async (write: (text: string) => Promise<void>): Promise<Deed> => {
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null || !holds(bytes, who)) return null;
    const text = rewritten(bytes, kind, who);
    if (text === null) {
      await rm(path, { force: true });
      return "removed";
    }
    await write(text);
    return "replaced";
  };
  if (kind?.forget !== "text") return act((text) => writeFileAtomic(path, text));
  return withFileLock(path.replace(/json$/, "cas.lock"), (hold) => act((text) => hold.replace(path, text)));
};
