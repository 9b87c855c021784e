import { promises } from "node:fs";

/** The acts on files that state needs. Tests put a disk in its place that fails, or stops, at a chosen act. */
export type Disk = Pick<
  typeof promises,
  "lstat" | "mkdir" | "open" | "readdir" | "readFile" | "rename" | "rm" | "rmdir" | "stat" | "unlink" | "utimes"
>;

/** The machine's own. */
export const systemDisk: Disk = promises;

/** "ENOSPC" of a file system's error; null for anything else. */
export const errnoOf = (error: unknown): string | null =>
  error instanceof Error && "syscall" in error && "code" in error && typeof error.code === "string" ? error.code : null;

/** The result, or `instead` if the act failed in one of the ways that are fine. */
export const unless = async <T, U>(codes: readonly string[], act: Promise<T>, instead: U): Promise<T | U> => {
  try {
    return await act;
  } catch (error) {
    if (codes.includes(errnoOf(error) ?? "")) return instead;
    throw error;
  }
};
