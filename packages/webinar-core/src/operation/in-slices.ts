import { AmbiguousError, isZoomWebinarError, type ZoomWebinarError } from "@zoom-webinar/foundation";
import type { OperationContext } from "./operation.ts";

/** Why an item was not done, or why nobody knows. */
export interface SliceFailure {
  /** unknown: the slice was sent and no answer came. */
  outcome: "failed" | "unknown";
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
      for (const item of slice) failures.set(item, { outcome: isMaybeSent(error) ? "unknown" : "failed", message: error.message, error });
      if (!isAboutTheSlice(error)) {
        for (const item of items.slice(at + size)) failures.set(item, { outcome: "failed", message: `not tried: ${error.message}`, error });
        break;
      }
    }
    progress({ done: Math.min(at + size, items.length), total: items.length });
  }
  return failures;
};
