import { CancelledError, isZoomWebinarError, ResponseError, UnavailableError } from "@zoom-webinar/foundation";

/**
 * What an error says of the write that it ended: `none`, it was surely not done; `open`, it may have been; `done`, it was, but the answer cannot be
 * used; `stopped`, it may have been, and the caller wants to hear no more.
 */
export type Doubt = "none" | "open" | "done" | "stopped";

/** Reads the doubt off an error. */
export const doubtOf = (error: unknown): Doubt => {
  if (error instanceof UnavailableError) return error.sent === "maybe-sent" ? "open" : "none";
  if (error instanceof ResponseError) return "done";
  if (error instanceof CancelledError) return error.details.sent === "maybe-sent" ? "stopped" : "none";
  // What is not ours may have come from anywhere on the way.
  return isZoomWebinarError(error) ? "none" : "open";
};
