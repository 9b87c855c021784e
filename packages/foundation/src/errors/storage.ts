import { type SentState, UnavailableError } from "./classes.ts";

const WORDS: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  ENOSPC: ["the disk is full", "Free some space, then run it again."],
  EDQUOT: ["your share of the disk is used up", "Free some space, or ask for a larger quota, then run it again."],
  EFBIG: ["the file would be larger than this machine allows", "Raise the limit on file sizes (ulimit -f), then run it again."],
  EROFS: ["the file system is read-only", "Make it writable, or name another folder with ZOOM_WEBINAR_HOME."],
  EACCES: ["this user may not write there", "Make it writable for this user, or name another folder with ZOOM_WEBINAR_HOME."],
  EPERM: ["this user may not write there", "Make it writable for this user, or name another folder with ZOOM_WEBINAR_HOME."],
  EMFILE: ["too many files are open", "Close what is not needed, or raise the limit (ulimit -n), then run it again."],
  ENFILE: ["too many files are open on this machine", "Close what is not needed, then run it again."],
  ENOENT: ["a part of its path is not there", "Make that folder, or name another one with ZOOM_WEBINAR_HOME."],
  ENOTDIR: ["a part of its path is a file, not a folder", "Name another folder with ZOOM_WEBINAR_HOME."],
  EIO: ["the disk reports a fault", "Check the disk, or name another folder with ZOOM_WEBINAR_HOME."],
};

/**
 * A file of ours could not be read or written. `details.errno` is the system's own code. `sent` says whether anything may have gone to Zoom before: if
 * it is "not-sent", the message says so.
 */
export class StorageError extends UnavailableError {
  constructor(path: string, errno: string, sent: SentState, cause: unknown) {
    const [what, hint] = WORDS[errno] ?? [`the system answers ${errno}`, "Check the folder, then run it again."];
    super(`${path} cannot be used: ${what}.${sent === "not-sent" ? " Nothing was sent to Zoom." : ""}`, sent, {
      hint,
      retryable: false,
      details: { errno, path },
      cause,
    });
  }
}

/** The same error, saying that nothing was sent, which only the caller can know. Any other error is returned unchanged. */
export const asNotSent = (error: unknown): unknown =>
  error instanceof StorageError && error.sent !== "not-sent"
    ? new StorageError(String(error.details.path), String(error.details.errno), "not-sent", error.cause)
    : error;

/** A lock was taken over while its holder stood still: what the holder was about to write was not written. */
export class LeaseLostError extends UnavailableError {
  constructor(init: { cause?: unknown } = {}) {
    super("This process stood still for so long that another one took its place; what it was about to note was not written.", "maybe-sent", {
      hint: "Look at what the other process did, then run it again.",
      ...init,
    });
  }
}
