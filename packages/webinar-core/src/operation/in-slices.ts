import { AmbiguousError, isZoomWebinarError, type ZoomWebinarError } from "@zoom-webinar/foundation";
import type { OperationContext } from "./operation.ts";

/** Why an item was not done, or why nobody knows. */
export interface SliceFailure {
  /** unknown: the slice was sent and no answer came. not_tried: an error or an interruption came before it. */
  outcome: "failed" | "unknown" | "not_tried";
  message: string;
  error: ZoomWebinarError;
}

const UNCLEAR = "Zoom gave no answer, and it does not show (yet).";

/** Refusals that may be about the people of one slice; after any other error the next slice would meet the same. */
const isAboutTheSlice = ({ code }: ZoomWebinarError) => code === "zoom_rejected" || code === "zoom_unavailable" || code === "ambiguous";

const isMaybeSent = (error: ZoomWebinarError) =>
  error.code === "ambiguous" ||
  (error.code === "zoom_unavailable" && "sent" in error && error.sent === "maybe-sent") ||
  (error.code === "cancelled" && error.details.sent !== undefined && error.details.sent !== "not-sent");

/** What became of a slice that ended with an error: if it was stopped before it was sent, it was not even tried. */
const outcomeAfter = (error: ZoomWebinarError): SliceFailure["outcome"] =>
  isMaybeSent(error) ? "unknown" : error.code === "cancelled" ? "not_tried" : "failed";

/** What became of the slices behind it. That this one may have been done says nothing about them. */
const notTried = (error: ZoomWebinarError): SliceFailure => ({
  outcome: "not_tried",
  message: error.code === "cancelled" ? "not tried" : `not tried: ${error.message}`,
  error,
});

/**
 * Sends items slice by slice, as many at a time as Zoom takes, and returns those that failed. Empty: all were done. `send` returns the items of its
 * slice with an unknown result, if it can. Throws only faults of ours: the caller decides what a failure of some, or all, means.
 */
export const inSlices = async <Item>(
  items: readonly Item[],
  size: number,
  send: (slice: Item[]) => Promise<readonly Item[] | null>,
  { progress }: Pick<OperationContext, "progress">,
): Promise<Map<Item, SliceFailure>> => {
  const failures = new Map<Item, SliceFailure>();
  for (let at = 0; at < items.length; at += size) {
    const slice = items.slice(at, at + size);
    try {
      for (const item of (await send(slice)) ?? []) failures.set(item, { outcome: "unknown", message: UNCLEAR, error: new AmbiguousError(UNCLEAR) });
    } catch (error) {
      if (!isZoomWebinarError(error)) throw error;
      const outcome = outcomeAfter(error);
      // Zoom had said yes before it was stopped.
      const isDone = error.code === "cancelled" && error.details.sent === "done";
      if (!isDone)
        for (const item of slice) failures.set(item, outcome === "not_tried" ? notTried(error) : { outcome, message: error.message, error });
      if (!isAboutTheSlice(error)) {
        for (const item of items.slice(at + size)) failures.set(item, notTried(error));
        break;
      }
    }
    progress({ done: Math.min(at + size, items.length), total: items.length });
  }
  return failures;
};
