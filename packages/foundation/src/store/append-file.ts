import { closeSync, constants, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { InputError } from "../errors/classes.ts";
import { assertOwnFile } from "./private-folder.ts";

/** A file that lines are added to, by this process and by others at the same time. */
export interface AppendFile {
  /** Adds one line, in one write: lines of several processes never mix. Throws the file system's error. */
  append(line: string): void;
  close(): Promise<void>;
}

const { O_APPEND, O_CREAT, O_EXCL, O_WRONLY, O_NONBLOCK = 0 } = constants;
/** Not on Windows, where links need a privilege. */
const NO_LINK = constants.O_NOFOLLOW ?? 0;

const WORDS: Readonly<Record<string, string>> = {
  ELOOP: "is a symbolic link",
  EMLINK: "is a symbolic link",
  ENOENT: "is in a folder that does not exist",
  EISDIR: "is a folder",
  ENXIO: "is not a plain file",
  EACCES: "may not be written to",
  EPERM: "may not be written to",
  EROFS: "is on a disk that cannot be written to",
};

/** True if the last line is not whole, since the disk was full when it was written. What cannot be read may be: an empty line does no harm. */
const endsWithin = (path: string): boolean => {
  try {
    const file = openSync(path, constants.O_RDONLY | O_NONBLOCK | NO_LINK);
    try {
      const { size } = fstatSync(file);
      const last = Buffer.alloc(1);
      return size > 0 && (readSync(file, last, 0, 1, size - 1) === 0 || last.toString() !== "\n");
    } finally {
      closeSync(file);
    }
  } catch {
    return true;
  }
};

const WHAT_IT_IS = { remedy: "Move it away; a new one is made.", holds: "It holds no secret, but what was done and when." };

const cut = (path: string) => Object.assign(new Error(`${path}: only a part of the line was written`), { code: "ENOSPC", syscall: "write" });

const openOrMake = async (path: string): Promise<FileHandle> => {
  try {
    const made = await open(path, O_APPEND | O_WRONLY | O_CREAT | O_EXCL | NO_LINK, 0o600);
    await made.chmod(0o600); // the umask may have taken bits away
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    // Not blocking: nobody may hold us up with a pipe.
    return open(path, O_APPEND | O_WRONLY | NO_LINK | O_NONBLOCK);
  }
};

/**
 * Opens a private file (0600) to add lines to, made if it is not there. Throws `InputError`, which names `setting`, if it is a link, has a second
 * name, belongs to somebody else, may be read by others, or cannot be written to.
 */
export const openAppendFile = async (path: string, setting: string): Promise<AppendFile> => {
  const file = await openOrMake(path).catch((cause: NodeJS.ErrnoException) => {
    const message = `${path} ${WORDS[cause.code ?? ""] ?? "cannot be opened"}`;
    throw InputError.at(setting, message, "Name a file of your own, in a folder that exists.", { cause });
  });
  try {
    // Looks at the open file, not at its name: the name may mean another file by the time it is opened.
    assertOwnFile(path, await file.stat(), WHAT_IT_IS);
  } catch (error) {
    await file.close();
    throw error;
  }
  let isCut = endsWithin(path);
  return {
    append: (line) => {
      const bytes = Buffer.from(`${isCut ? "\n" : ""}${line}\n`);
      const written = writeSync(file.fd, bytes);
      isCut = written < bytes.length;
      // The rest does not fit, or the disk says why not. The line is cut; the next one begins on a line of its own.
      if (isCut && writeSync(file.fd, bytes, written) < bytes.length - written) throw cut(path);
      isCut = false;
    },
    close: () => file.close(),
  };
};
