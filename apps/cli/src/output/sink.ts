import { randomBytes } from "node:crypto";
import { open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { errnoOf, InputError, isZoomWebinarError, type WriteTarget, writeTargetOf } from "@zoom-webinar/foundation";
import type { Io } from "../io.ts";
import { write } from "../io.ts";
import { openThrough, type Through } from "./through.ts";

/** Where data goes: stdout, or a file that appears when it is whole. */
export interface Sink {
  /** True: a file of its own, which other programs open by its name. */
  readonly isFile: boolean;
  write(text: string): Promise<void>;
  /** Puts the file in its place. Throws `InputError` if it cannot be written. */
  finish(): Promise<void>;
  /** Leaves an earlier file as it was. */
  abandon(): Promise<void>;
}

/** Data on stdout, as it comes. */
export const stdoutSink = ({ stdout }: Io): Sink => ({
  isFile: false,
  write: (text) => write(stdout, text),
  finish: async () => {},
  abandon: async () => {},
});

type Refuse = (cause: unknown) => Promise<never>;

/** A new file is its owner's alone; one that was there keeps its permission. Nobody reads half of it, and a failure leaves the old one. */
const replacing = async ({ path, mode }: Extract<WriteTarget, { kind: "file" }>, refuse: Refuse): Promise<Sink> => {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  const drop = () => rm(draft, { force: true }).catch(() => {}); // there may be no folder to look in
  const dropAndRefuse: Refuse = async (cause) => {
    await drop();
    return refuse(cause);
  };
  const file = await open(draft, "wx", mode ?? 0o600).catch(dropAndRefuse);
  // The umask may have taken bits away.
  if (mode !== null) await file.chmod(mode).catch(dropAndRefuse);
  return {
    isFile: true,
    write: async (text) => {
      await file.writeFile(text).catch(dropAndRefuse);
    },
    finish: async () => {
      await file.close();
      await rename(draft, path).catch(dropAndRefuse);
    },
    abandon: async () => {
      await file.close().catch(() => {});
      await drop();
    },
  };
};

/** A pipe, a device or a descriptor takes the data as it comes. */
const writingInto = ({ write: writeInto, close }: Through, refuse: Refuse): Sink => ({
  isFile: false,
  write: (text) => writeInto(text).catch(refuse),
  finish: () => close().catch(refuse),
  abandon: () => close().catch(() => {}),
});

/** What is said of a file that was written, by whatever command: its path as its caller named it. */
export const writtenLine = (path: string): string => `Written: ${path}`;

/** The way out for whoever named a file that is there. */
export const HOW_TO_REPLACE = "Name another, or add --replace to have it replaced.";

/** Throws `InputError` if a plain file that holds something is at the path. What cannot be looked at is refused with its reason when it is written. */
export const assertNotThere = async (path: string): Promise<void> => {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() === true && found.size > 0) throw InputError.at("--output", `${path} is there already`, HOW_TO_REPLACE);
};

/** Data into what the path names: see `writeTargetOf`. Throws `InputError` if it cannot be written, `CancelledError` if the user gives up waiting for a reader. */
export const fileSink = async (path: string, io: Io): Promise<Sink> => {
  const refuse: Refuse = async (cause) => {
    if (isZoomWebinarError(cause)) throw cause;
    const wayOut =
      errnoOf(cause) === "ENOSPC" ? "Make room, or name a file on another disk." : "Name a file in a folder that exists and that you may write to.";
    throw InputError.at("--output", `cannot write ${path}${reasonOf(cause)}`, wayOut, { cause });
  };
  const target = await writeTargetOf(resolve(io.cwd, path)).catch(refuse);
  return target.kind === "file" ? replacing(target, refuse) : writingInto(await openThrough(target, io).catch(refuse), refuse);
};

/** ": there is no such folder"; nothing if the reason is not known. */
export const reasonOf = (cause: unknown): string => {
  const errno = errnoOf(cause);
  if (errno !== null) return REASONS[errno] ?? "";
  return cause instanceof Error ? `: it ${cause.message}` : "";
};

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: ": there is no such folder",
  ENOTDIR: ": there is no such folder",
  EACCES: ": that is not allowed",
  EPERM: ": that is not allowed",
  EROFS: ": the disk is read-only",
  ENOSPC: ": the disk is full",
  EISDIR: ": it is a folder",
  EPIPE: ": the program that reads it has ended",
  EBADF: ": it is not open for writing",
};

/** Whether data goes into a file of its own: not to stdout, a pipe or a device. What cannot be looked at is refused with its reason when it is written. */
export const isPlainFile = async (path: string | undefined, io: Io): Promise<boolean> => {
  if (path === undefined) return false;
  const target = await writeTargetOf(resolve(io.cwd, path)).catch(() => null);
  return target === null || target.kind === "file";
};
