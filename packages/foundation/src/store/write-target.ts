import { lstat, readlink, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { errnoOf } from "./disk.ts";

/**
 * How a path that a person named is written. A `file` (there or not) is written beside itself and put in place whole: `path` is where its links lead, `mode`
 * its permission, null if it is not there yet. A `descriptor` of this process, a `pipe` and a `device` have nothing to replace: they are written into.
 */
export type WriteTarget =
  | { readonly kind: "file"; readonly path: string; readonly mode: number | null }
  | { readonly kind: "descriptor"; readonly fd: number }
  | { readonly kind: "pipe" | "device"; readonly path: string };

/** As many as the system itself follows. */
const MOST_LINKS = 40;
const DESCRIPTOR = new RegExp(`^/(?:dev|proc/(?:self|${process.pid}))/fd/(\\d+)$`);
const STREAMS: Readonly<Record<string, number>> = { "/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2 };

/** The number of the descriptor of this process that a path names, such as /dev/stdout or /dev/fd/63; null if it names none. */
export const descriptorOf = (path: string): number | null => {
  const [, number] = DESCRIPTOR.exec(path) ?? [];
  return STREAMS[path] ?? (number === undefined ? null : Number(number));
};

/** Where the links of a path lead, also if nothing is there yet. A descriptor is not followed: what is behind it has a name only by chance. */
const followed = async (path: string): Promise<string> => {
  let at = resolve(path);
  for (let links = 0; links < MOST_LINKS; links += 1) {
    if (descriptorOf(at) !== null) return at;
    at = join(await realpath(dirname(at)), basename(at));
    if (descriptorOf(at) !== null) return at;
    const found = await lstat(at).catch((error: unknown) => (errnoOf(error) === "ENOENT" ? null : Promise.reject(error)));
    if (found?.isSymbolicLink() !== true) return at;
    at = resolve(dirname(at), await readlink(at));
  }
  throw new Error("is a link that leads in a circle");
};

/**
 * Says how a path is to be written, so that nothing but a plain file is ever replaced. Throws the file system's error, or an `Error` in words for a person
 * for what cannot be written: "is a folder".
 */
export const writeTargetOf = async (path: string): Promise<WriteTarget> => {
  const target = await followed(path);
  const fd = descriptorOf(target);
  if (fd !== null) return { kind: "descriptor", fd };
  const found = await stat(target).catch((error: unknown) => (errnoOf(error) === "ENOENT" ? null : Promise.reject(error)));
  if (found === null) return { kind: "file", path: target, mode: null };
  if (found.isFile()) return { kind: "file", path: target, mode: found.mode & 0o777 };
  if (found.isFIFO()) return { kind: "pipe", path: target };
  if (found.isCharacterDevice()) return { kind: "device", path: target };
  throw new Error(found.isDirectory() ? "is a folder" : found.isBlockDevice() ? "is a disk" : "is a socket");
};

/** Where a plain file that a person named is put, and its permission, null if it is not there yet. Throws as `writeTargetOf`, and for all but a file. */
export const plainTargetOf = async (path: string): Promise<{ readonly path: string; readonly mode: number | null }> => {
  const target = await writeTargetOf(path);
  if (target.kind === "file") return target;
  throw new Error("is a pipe or a device, not a plain file");
};
