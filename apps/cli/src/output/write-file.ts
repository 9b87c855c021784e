import { lstat, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { InputError } from "@zoom-webinar/foundation";
import type { RenderedFile } from "@zoom-webinar/webinar-core/doors";
import { type Io, say, write } from "../io.ts";
import { safeLine, safeText } from "./safe-text.ts";
import { assertNotThere, fileSink, writtenLine } from "./sink.ts";

/** Whether a folder is at the path. */
export const isFolder = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** A file whose name we choose. A link of that name, which somebody else may have put there, is not followed: it could lead to any file of this person. */
const nameBelow = async (folder: string, name: string): Promise<string> => {
  const path = join(folder, name);
  const found = await lstat(path).catch(() => null); // not there yet, or refused with its reason when it is written
  if (found?.isSymbolicLink() === true)
    throw InputError.at("--output", `${path} is a link, and nothing is written through it`, "Remove the link, or name another folder.");
  return path;
};

/** Writes to stdout, to a file, or below a folder under the file's own name; says on stderr what was written where. The file is for its owner alone. Throws `InputError` for a file that is there and may not be replaced. */
export const writeOut = async (
  { name, pieces, notes = [] }: RenderedFile,
  output: string | undefined,
  io: Io,
  { replaces }: { replaces: boolean },
): Promise<void> => {
  const { stdout, stderr, cwd } = io;
  const tell = (line: string) => say(stderr, safeLine(line));
  if (output === undefined) {
    // A file keeps names as they are; on a terminal they would act.
    for (const piece of pieces) await write(stdout, stdout.isTTY === true ? safeText(piece) : piece);
  } else {
    const named = resolve(cwd, output);
    const isBelow = await isFolder(named);
    const path = isBelow ? await nameBelow(named, name) : named;
    if (!replaces) await assertNotThere(path);
    const sink = await fileSink(path, io);
    try {
      for (const piece of pieces) await sink.write(piece);
    } catch (error) {
      await sink.abandon();
      throw error;
    }
    await sink.finish();
    await tell(writtenLine(isBelow ? join(output, name) : output));
  }
  for (const note of notes) await tell(note);
};
