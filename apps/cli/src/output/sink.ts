import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "@zoom-webinar/foundation";
import type { Io } from "../io.ts";
import { write } from "../io.ts";

/** Where data goes: stdout, or a file that appears when it is whole. */
export interface Sink {
  write(text: string): Promise<void>;
  /** Puts the file in its place. Throws `InputError` if it cannot be written. */
  finish(): Promise<void>;
  /** Leaves an earlier file as it was. */
  abandon(): Promise<void>;
}

/** Data on stdout, as it comes. */
export const stdoutSink = ({ stdout }: Io): Sink => ({ write: (text) => write(stdout, text), finish: async () => {}, abandon: async () => {} });

/** Data into a file for its owner alone: nobody reads half of it, and a failure leaves the old one. Throws `InputError` if it cannot be made. */
export const fileSink = async (path: string, { cwd }: Io): Promise<Sink> => {
  const target = resolve(cwd, path);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const refuse = async (cause: unknown): Promise<never> => {
    await rm(draft, { force: true }).catch(() => {}); // there may be no folder to look in
    const { code } = cause as NodeJS.ErrnoException;
    throw InputError.at(
      "--output",
      `cannot write ${path}${REASONS[code ?? ""] ?? ""}`,
      "Name a file in a folder that exists and that you may write to.",
      { cause },
    );
  };
  const file = await open(draft, "wx", 0o600).catch(refuse);
  return {
    write: async (text) => {
      await file.writeFile(text).catch(refuse);
    },
    finish: async () => {
      await file.close();
      await rename(draft, target).catch(refuse);
    },
    abandon: async () => {
      await file.close().catch(() => {});
      await rm(draft, { force: true });
    },
  };
};

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: ": there is no such folder",
  EACCES: ": that is not allowed",
  EPERM: ": that is not allowed",
  EROFS: ": the disk is read-only",
  ENOSPC: ": the disk is full",
  EISDIR: ": it is a folder",
};
