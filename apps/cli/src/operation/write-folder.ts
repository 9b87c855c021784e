import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "@zoom-webinar/foundation";
import { type Io, write } from "../io.ts";
import { safeLine } from "../output/safe-text.ts";
import { writeOut } from "../output/write-file.ts";

interface Target {
  folder: string;
  /** What a text is about: two files of a folder are not about the same. */
  idsIn(text: string): readonly string[];
  replaces: boolean;
}

/** A text to be written, and the files whose place it takes. */
interface Placed {
  name: string;
  text: string;
  before: readonly (readonly [name: string, text: string])[];
}

const ENDING = /\.[^.]+$/;

/** The files of a folder that end as the texts will. Links and folders are left alone. */
const filesIn = async (folder: string, endings: ReadonlySet<string>): Promise<Map<string, string>> => {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile() || !endings.has(ENDING.exec(entry.name)?.[0] ?? "")) continue;
    files.set(entry.name, await readFile(join(folder, entry.name), "utf8"));
  }
  return files;
};

const refuse = (message: string, hint: string) => InputError.at("--folder", message, hint);

/** Finds what each text takes the place of. Throws `InputError` for a file that describes other things as well. */
const place = (name: string, text: string, files: ReadonlyMap<string, string>, idsIn: Target["idsIn"]): Placed => {
  const own = new Set(idsIn(text));
  const before = [...files].filter(([there, content]) => there === name || idsIn(content).some((id) => own.has(id)));
  const shared = before.find(([, content]) => idsIn(content).some((id) => !own.has(id)));
  if (shared !== undefined)
    throw refuse(`${shared[0]} describes something else than ${[...own].join(", ")}, too`, "Give it a file of its own, or name another folder.");
  return { name, text, before };
};

/**
 * Writes texts into a folder, one file each. A file that is about the same takes the new name and text, so that a folder never describes a thing twice;
 * one that holds something else now is replaced only if that is asked for. Says what became of each. Throws `InputError` before anything is written.
 */
export const writeFolder = async (
  texts: readonly { readonly name: string; readonly text: string }[],
  { folder, idsIn, replaces }: Target,
  io: Io,
): Promise<void> => {
  const files = await filesIn(folder, new Set(texts.map(({ name }) => ENDING.exec(name)?.[0] ?? "")));
  const placed = texts.map(({ name, text }) => place(name, text, files, idsIn));
  const lost = placed.flatMap(({ text, before }) => before.filter(([, there]) => there !== text).map(([there]) => there));
  if (lost.length > 0 && !replaces)
    throw refuse(
      `${lost.length === 1 ? "a file" : `${lost.length} files`} there would change: ${lost.join(", ")}`,
      "Nothing was written. Keep what somebody wrote there by hand, name another folder, or add --replace to have them replaced.",
    );
  const say = (line: string) => write(io.stderr, `${safeLine(line)}\n`);
  for (const { name, text, before } of placed) {
    if (files.get(name) === text) await say(`As it was: ${join(folder, name)}`);
    else await writeOut({ name, pieces: [text] }, folder, io, { replaces: true });
    for (const [other] of before) {
      if (other === name) continue;
      await rm(join(folder, other));
      await say(`It takes the place of: ${join(folder, other)}`);
    }
  }
};
