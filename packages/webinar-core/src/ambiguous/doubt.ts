import { AmbiguousError, CancelledError, isZoomWebinarError, ResponseError, UnavailableError } from "@zoom-webinar/foundation";

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

/** For a write that is neither looked up nor repeated: an error that leaves it open becomes `ambiguous`, any other stays. */
export const orAmbiguous = (error: unknown, tool: string): unknown =>
  doubtOf(error) === "open" && isZoomWebinarError(error)
    ? new AmbiguousError(`${tool} may have been done or not: no answer came. It was not tried again.`, {
        cause: error,
        trackingId: error.trackingId,
        hint: "Look whether it was done before you repeat it; where Zoom shows no list of such things, repeating makes a second one.",
        details: { candidates: [] },
      })
    : error;
