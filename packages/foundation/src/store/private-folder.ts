import { lstatSync, realpathSync, type Stats } from "node:fs";
import { dirname } from "node:path";
import { InputError } from "../errors/classes.ts";
import { StorageError } from "../errors/storage.ts";
import { type Disk, errnoOf, systemDisk, unless } from "./disk.ts";
import { makeFolder } from "./make-folder.ts";

const isPosix = process.platform !== "win32";

/**
 * Makes a folder that only its owner may enter (0700), with its parents. Throws `InputError` if it is a link, belongs to somebody else, or if others could
 * write to it or put another one in its place, `StorageError` if it cannot be made.
 */
export const ensurePrivateFolder = async (path: string, disk: Disk = systemDisk): Promise<void> => {
  await makeFolder(path, disk).catch((error: unknown) => {
    const errno = errnoOf(error);
    throw errno === null ? error : new StorageError(path, errno, "maybe-sent", error);
  });
  const stat = await disk.lstat(path);
  if (stat.isSymbolicLink() || !stat.isDirectory()) {
    throw new InputError(`${path} is not a real folder (it is a link, or a file).`, [], { hint: "Point the state folder at a real folder." });
  }
  if (isPosix && typeof process.getuid === "function" && stat.uid !== process.getuid()) {
    throw new InputError(`${path} belongs to another user.`, [], { hint: "Use a state folder of your own (XDG_STATE_HOME, XDG_CONFIG_HOME)." });
  }
  // Who may write to the folder may put other files in the place of ours.
  if (isPosix && (stat.mode & 0o022) !== 0) throw new InputError(`${path} may be written to by others.`, [], { hint: `chmod 700 ${path}` });
  await assertNotReplaceable(dirname(path), disk);
};

/** Refuses a folder above a private one that everybody may write to. A group may: on many machines each user has one alone. */
const assertNotReplaceable = async (above: string, disk: Disk): Promise<void> => {
  const { mode } = await disk.stat(above);
  // With the sticky bit, as /tmp has it, others cannot replace what is not theirs.
  if (!isPosix || (mode & 0o002) === 0 || (mode & 0o1000) !== 0) return;
  throw new InputError(`${above} may be written to by everybody, who could put other files in the place of yours.`, [], {
    hint: `chmod go-w ${above}, or set ZOOM_WEBINAR_HOME to a folder of your own.`,
  });
};

/** What a refusal of a private file says besides what is wrong with it. */
export interface PrivateFileWords {
  /** What to do with a file that is not plain, or not one's own. */
  remedy: string;
  /** What is in it, and what follows if others could read it: a sentence. */
  holds: string;
}

/** Refuses a private file that others may read, that is a link or has a second name, or that belongs to somebody else. */
export const assertOwnFile = (path: string, stat: Stats, { remedy: hint, holds }: PrivateFileWords): void => {
  if (stat.isSymbolicLink() || !stat.isFile()) throw new InputError(`${path} is not a plain file.`, [], { hint });
  if (!isPosix) return;
  if (typeof process.getuid === "function" && stat.uid !== process.getuid()) throw new InputError(`${path} belongs to another user.`, [], { hint });
  if (stat.nlink > 1) throw new InputError(`${path} has a second name (a hard link).`, [], { hint });
  if ((stat.mode & 0o077) !== 0) {
    throw new InputError(`${path} may be read by others.`, [], {
      hint: `chmod 600 ${path}. ${holds}`,
    });
  }
};

/**
 * Refuses a file that decides who may come in, if anybody but its owner or root could change it: by writing to it, or by putting another file in its
 * place. Others may read it. `setting` is the flag that names it. Throws `InputError`, else the file system's error.
 */
export const assertUnwritable = (path: string, setting: string): void => {
  if (!isPosix || typeof process.getuid !== "function") return;
  const me = process.getuid();
  const refuse = (what: string, hint: string) => {
    throw InputError.at(setting, `${what}, who could let themselves in`, hint);
  };
  const real = realpathSync(path);
  const file = lstatSync(real);
  if (file.uid !== me && file.uid !== 0)
    refuse(`${real} belongs to another user`, "Use a file of your own: chown it to the user that the server runs as.");
  if ((file.mode & 0o022) !== 0) refuse(`${real} may be written to by others`, `chmod go-w ${real}`);
  for (let folder = dirname(real); ; folder = dirname(folder)) {
    const { uid, mode } = lstatSync(folder);
    if (uid !== me && uid !== 0) refuse(`the folder ${folder} belongs to another user`, "Put the file into a folder of your own.");
    // With the sticky bit, as /tmp has it, others cannot replace what is not theirs.
    if ((mode & 0o022) !== 0 && (mode & 0o1000) === 0) refuse(`the folder ${folder} may be written to by others`, `chmod go-w ${folder}`);
    if (folder === dirname(folder)) return;
  }
};

/** Refuses like `assertOwnFile`; a file that is not there is fine. */
export const assertPrivateFile = async (path: string, words: PrivateFileWords, disk: Disk = systemDisk): Promise<void> => {
  const stat = await unless(["ENOENT"], disk.lstat(path), null);
  if (stat !== null) assertOwnFile(path, stat, words);
};
