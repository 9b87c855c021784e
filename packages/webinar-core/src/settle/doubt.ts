import { CancelledError, isZoomWebinarError, ResponseError, UnavailableError } from "@zoom-webinar/foundation";

/**
 * What an error says about the write that it ended: `none`, it was surely not done; `open`, it may have been; `done`, Zoom said that it was, and only the
 * answer is missing; `unclear`, it may have been, and something other than the way to Zoom failed; `stopped`, it may have been, and the caller has gone.
 */
export type Doubt = "none" | "open" | "done" | "unclear" | "stopped";

/** Reads the doubt off an error. */
export const doubtOf = (error: unknown): Doubt => {
  if (error instanceof UnavailableError) return error.sent === "maybe-sent" ? "open" : "none";
  if (error instanceof ResponseError) return error.details.sent === "done" ? "done" : "unclear";
  if (error instanceof CancelledError) return error.details.sent === "maybe-sent" || error.details.sent === "done" ? "stopped" : "none";
  return isZoomWebinarError(error) ? "none" : "unclear";
};
