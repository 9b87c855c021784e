import { readdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { InputError } from "@zoom-webinar/foundation";
import { type Io, say } from "../io.ts";
import { safeLine } from "../output/safe-text.ts";
import { writeOut } from "../output/write-file.ts";

interface Target {
  folder: string;
  /** As its caller named it. */
  shown: string;
  /** What a text is about: two files of a folder are not about the same. Null for something that it does not name. */
  idsIn(text: string): readonly (string | null)[];
  replaces: boolean;
}

interface Text {
  readonly name: string;
  readonly text: string;
  /** The path of the file that made what it is about; undefined: none that we know. */
  readonly madeBy?: string | undefined;
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
const place = ({ name, text, madeBy }: Text, files: ReadonlyMap<string, string>, { folder, idsIn }: Target): Placed => {
  const own = new Set(idsIn(text).filter((id) => id !== null));
  const isOwn = (id: string | null) => id !== null && own.has(id);
  // The file that made it may be about something else by now: then it names that.
  const isMaker = (there: string, ids: readonly (string | null)[]) =>
    madeBy !== undefined && join(folder, there) === resolve(madeBy) && ids.includes(null);
  const before = [...files].filter(([there, content]) => there === name || idsIn(content).some(isOwn) || isMaker(there, idsIn(content)));
  for (const [there, content] of before) {
    const ids = idsIn(content);
    if (!ids.some((id) => (id === null ? ids.length > 1 : !own.has(id)))) continue;
    const wayOut = ids.includes(null)
      ? "Write the IDs into it (webinars apply --write-ids), then give each a file of its own, or"
      : "Give it a file of its own, or";
    throw refuse(`${there} describes something else than ${[...own].join(", ")}, too`, `${wayOut} name another folder.`);
  }
  return { name, text, before };
};

/**
 * Writes texts into a folder, one file each. A file that is about the same takes the new name and text, so that a folder never describes a thing twice;
 * one that holds something else now is replaced only if that is asked for. Says what became of each. Throws `InputError` before anything is written.
 */
export const writeFolder = async (texts: readonly Text[], target: Target, io: Io): Promise<void> => {
  const { folder, shown, replaces } = target;
  const files = await filesIn(folder, new Set(texts.map(({ name }) => ENDING.exec(name)?.[0] ?? "")));
  const placed = texts.map((text) => place(text, files, target));
  const lost = placed.flatMap(({ text, before }) => before.filter(([, there]) => there !== text).map(([there]) => there));
  if (lost.length > 0 && !replaces)
    throw refuse(
      `${lost.length === 1 ? "a file" : `${lost.length} files`} there would change: ${lost.join(", ")}`,
      "Nothing was written. Keep what somebody wrote there by hand, name another folder, or add --replace to have them replaced.",
    );
  const tell = (line: string) => say(io.stderr, safeLine(line));
  for (const { name, text, before } of placed) {
    if (files.get(name) === text) await tell(`As it was: ${join(shown, name)}`);
    else await writeOut({ name, pieces: [text] }, shown, io, { replaces: true });
    for (const [other] of before) {
      if (other === name) continue;
      await rm(join(folder, other));
      await tell(`It takes the place of: ${join(shown, other)}`);
    }
  }
};
