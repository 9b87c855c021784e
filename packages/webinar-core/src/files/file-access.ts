import { access, constants, lstat, realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { errnoOf, InputError, PolicyError } from "@zoom-webinar/foundation";

/** Which files operations may touch when a call names one. */
export interface FileAccess {
  /** The real path of a file that may be read. Throws `PolicyError` or `InputError` for one that may not. */
  toRead(path: string): Promise<string>;
  /** The real path of a file that may be written, in a folder that exists and takes files; `field` is who named it, "file" unless given. Throws as `toRead`. */
  toWrite(path: string, field?: string): Promise<string>;
}

const REASONS: Readonly<Record<string, string>> = { EACCES: "that is not allowed", EPERM: "that is not allowed", EROFS: "the disk is read-only" };
const NO_FOLDER = "there is no such folder";

/** Throws `InputError` if no file can be put into a folder: found out before anything is sent, noted or written. */
const assertFolder = async (folder: string, path: string, field = "file"): Promise<void> => {
  const refuse = (reason: string, cause?: unknown) =>
    InputError.at(field, `cannot write ${path}: ${reason}`, "Name a file in a folder that exists and that you may write to.", { cause });
  try {
    if (!(await stat(folder)).isDirectory()) throw refuse(NO_FOLDER);
    await access(folder, constants.W_OK);
  } catch (error) {
    throw error instanceof InputError ? error : refuse(REASONS[errnoOf(error) ?? ""] ?? NO_FOLDER, error);
  }
};

/** Every file that the process itself may touch: for a program, and for a person at a terminal. */
export const anyFiles = (cwd: string): FileAccess => ({
  toRead: async (path) => resolve(cwd, path),
  toWrite: async (path, field) => {
    const full = resolve(cwd, path);
    await assertFolder(dirname(full), path, field);
    return full;
  },
});

/** No file at all: for servers that were given no folder. */
export const NO_FILES: FileAccess = {
  toRead: () => refuse(),
  toWrite: () => refuse(),
};

const refuse = async (): Promise<never> => {
  throw new PolicyError("not_allowed", "This server may not read or write files.", {
    hint: "Send the rows themselves, or ask its operator to start it with --files-from DIR.",
  });
};

const outside = (path: string): PolicyError =>
  new PolicyError("not_allowed", `${path} is not below the folder that this server may use.`, {
    hint: "Name a file in that folder, without its path; links out of it do not count.",
  });

const isBelow = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

/** The real path of a folder, or of the nearest one above it that is there; null if a link on the way leads nowhere. */
const nearest = async (folder: string): Promise<string | null> => {
  const real = await realpath(folder).catch(() => null);
  if (real !== null) return real;
  const isLink = await lstat(folder).then(
    () => true,
    () => false,
  );
  return isLink ? null : nearest(dirname(folder));
};

/** Files below one folder. A link that leads out of it does not count as in it. */
export const filesBelow = (folder: string): FileAccess => {
  const rooted = async (path: string): Promise<[root: string, path: string]> => {
    if (path.includes("\0")) throw outside("That path");
    const root = await realpath(folder);
    const full = resolve(root, path);
    if (!isBelow(root, full)) throw outside(path);
    return [root, full];
  };
  const realIn = async (root: string, full: string, path: string): Promise<string> => {
    const real = await realpath(full).catch((cause: unknown) => {
      throw InputError.at("file", `${path} does not exist`, "Look at its name.", { cause });
    });
    if (!isBelow(root, real)) throw outside(path);
    return real;
  };
  return {
    toRead: async (path) => realIn(...(await rooted(path)), path),
    toWrite: async (path, field) => {
      const [root, full] = await rooted(path);
      const near = await nearest(dirname(full));
      if (near === null || !(near === root || isBelow(root, near))) throw outside(path);
      await assertFolder(dirname(full), path, field);
      const parent = await realpath(dirname(full));
      const target = join(parent, basename(full));
      const known = await lstat(target).catch(() => null);
      // What is there already may be a link out of the folder, or one that leads nowhere yet.
      if (known === null) return target;
      if (known.isSymbolicLink() && (await realpath(target).catch(() => null)) === null) throw outside(path);
      return realIn(root, target, path);
    },
  };
};
