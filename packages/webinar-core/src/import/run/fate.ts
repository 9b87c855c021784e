import { isZoomWebinarError, RateLimitError, ResponseError, UnavailableError, type ZoomWebinarError } from "@zoom-webinar/foundation";
import { doubtOf } from "../../settle/doubt.ts";

/**
 * What the error of a call means for its rows. `doubt`: it may have been done. `done`: it was, only the answer cannot be read. `refused`: Zoom refuses these
 * rows. `later`: the rows are to be sent another time today, or tomorrow. `over`: nothing more will be taken for this webinar. `stop`: somebody has to act
 * before anything more is sent.
 */
export type Fate =
  | { kind: "doubt" }
  | { kind: "done"; message: string }
  | { kind: "refused"; message: string }
  | { kind: "tomorrow"; at: number | null; message: string }
  | { kind: "busy"; error: ZoomWebinarError }
  | { kind: "over"; message: string }
  | { kind: "stop"; error: ZoomWebinarError };

/** Zoom's codes for a webinar that takes nobody any more: over, full, gone. */
const OVER_CODES: readonly unknown[] = [3001, 3035, 3038, 3043];
/** Where the code says nothing by itself. */
const OVER_WORDS =
  /registration (?:has not been|is not) enabled|not have registration as required|limit for the number of (?:attendees|panelists)|maximum (?:attendee )?capacity/i;

const STOPS: readonly string[] = ["plan_missing", "forbidden", "auth_missing", "auth_failed", "scope_missing", "not_allowed"];

/** Reads the fate of a call's rows off its error. Anything that is not ours is thrown on. */
export const fateOf = (error: unknown): Fate => {
  if (error instanceof RateLimitError) {
    if (error.limit === "registrant-day") return { kind: "tomorrow", at: error.retryAt?.getTime() ?? null, message: error.message };
    return error.limit === "day" || error.limit === "user-day" ? { kind: "stop", error } : { kind: "busy", error };
  }
  const doubt = doubtOf(error);
  if (doubt === "open" || doubt === "stopped") return { kind: "doubt" };
  // Zoom said yes and no in one: what counts is what is there.
  if (error instanceof ResponseError && error.details.sent === "maybe-sent") return { kind: "doubt" };
  if (!isZoomWebinarError(error)) throw error;
  if (doubt === "done") return { kind: "done", message: "Zoom did it; its answer cannot be read" };
  if (error instanceof UnavailableError || error.code === "cancelled") return { kind: "busy", error };
  if (STOPS.includes(error.code)) return { kind: "stop", error };
  const { zoom_code } = error.details;
  if (OVER_CODES.includes(zoom_code) || OVER_WORDS.test(error.message)) return { kind: "over", message: error.message };
  if (error.code === "zoom_rejected" || error.code === "not_found" || error.code === "input_invalid")
    return { kind: "refused", message: error.message };
  return { kind: "stop", error };
};
