import type { Stats } from "node:fs";
import { InputError } from "../errors/classes.ts";
import { type Disk, systemDisk, unless } from "./disk.ts";

const isPosix = process.platform !== "win32";

/** Makes a folder that only its owner may enter (0700), with its parents. Throws `InputError` where it is a link or belongs to somebody else. */
export const ensurePrivateFolder = async (path: string, disk: Disk = systemDisk): Promise<void> => {
  await disk.mkdir(path, { recursive: true, mode: 0o700 });
  const stat = await disk.lstat(path);
  if (stat.isSymbolicLink() || !stat.isDirectory()) {
    throw new InputError(`${path} is not a folder of its own (a link, or a file).`, [], { hint: "Point the state folder at a real folder." });
  }
  if (isPosix && typeof process.getuid === "function" && stat.uid !== process.getuid()) {
    throw new InputError(`${path} belongs to another user.`, [], { hint: "Use a state folder of your own (XDG_STATE_HOME, XDG_CONFIG_HOME)." });
  }
  // Who may write to the folder may put other files in the place of ours.
  if (isPosix && (stat.mode & 0o022) !== 0) throw new InputError(`${path} may be written to by others.`, [], { hint: `chmod 700 ${path}` });
};

/** Refuses a private file that others may read, that is a link or has a second name, or that belongs to somebody else. `hint` says what to do with it. */
export const assertOwnFile = (path: string, stat: Stats, hint: string): void => {
  if (stat.isSymbolicLink() || !stat.isFile()) throw new InputError(`${path} is not a plain file.`, [], { hint });
  if (!isPosix) return;
  if (typeof process.getuid === "function" && stat.uid !== process.getuid()) throw new InputError(`${path} belongs to another user.`, [], { hint });
  if (stat.nlink > 1) throw new InputError(`${path} has a second name, a hard link.`, [], { hint });
  if ((stat.mode & 0o077) !== 0) {
    throw new InputError(`${path} may be read by others.`, [], { hint: `chmod 600 ${path}, and replace the secrets that it held.` });
  }
};

/** The same of a file that may not be there, which is fine. `remedy`: for a file that a person keeps, and that we never write. */
export const assertPrivateFile = async (path: string, remedy = "Remove it; it is written anew.", disk: Disk = systemDisk): Promise<void> => {
  const stat = await unless(["ENOENT"], disk.lstat(path), null);
  if (stat !== null) assertOwnFile(path, stat, remedy);
};
