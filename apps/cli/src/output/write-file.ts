import { rename, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { InputError } from "@zoom-webinar/foundation";
import type { RenderedFile } from "@zoom-webinar/webinar-core";
import { type Io, write } from "../io.ts";
import { safeLine } from "./safe-text.ts";

const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const cannotWrite = (path: string, cause: unknown) =>
  InputError.at("--output", `cannot write to ${path}`, "Name a file in a folder that exists and that you may write to.", { cause });

/** Writes a file beside its final place and puts it there when it is whole: nobody reads half a file, and a failure leaves the old one. */
const writeWhole = async (path: string, pieces: Iterable<string>): Promise<void> => {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(draft, pieces, { mode: 0o600, flag: "wx" });
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => {}); // there may be no folder to look in
    throw cannotWrite(path, cause);
  }
};

/** Writes to stdout, to a file, or below a folder under the file's own name; says on stderr what was written where. The file is for its owner alone. */
export const writeOut = async (
  { name, pieces, notes = [] }: RenderedFile,
  output: string | undefined,
  { stdout, stderr, cwd }: Io,
): Promise<void> => {
  const say = (line: string) => write(stderr, `${safeLine(line)}\n`);
  if (output === undefined) {
    for (const piece of pieces) await write(stdout, piece);
  } else {
    const named = resolve(cwd, output);
    const path = (await isFolder(named)) ? join(named, name) : named;
    await writeWhole(path, pieces);
    await say(`Written: ${path}`);
  }
  for (const note of notes) await say(note);
};
