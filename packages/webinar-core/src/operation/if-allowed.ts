import { CancelledError, isZoomWebinarError, type ZoomWebinarError } from "@zoom-webinar/foundation";

const orNull = async <Reply>(call: () => Promise<Reply>, isFine: (error: ZoomWebinarError) => boolean): Promise<Reply | null> => {
  try {
    return await call();
  } catch (error) {
    if (isZoomWebinarError(error) && isFine(error)) return null;
    throw error;
  }
};

/**
 * What a further endpoint answers, null if the app lacks its scope: an operation then does without. For reads before a write, where any other
 * failure leaves nothing half done.
 */
export const ifAllowed = <Reply>(call: () => Promise<Reply>): Promise<Reply | null> => orNull(call, ({ code }) => code === "scope_missing");

/**
 * What a read answers that a call can do without, null if it fails for whatever reason: a write that is done must not look as if it were not, and one that
 * is still to come is not kept back. A stop of the call is passed on.
 */
export const ifReadable = async <Reply>(call: () => Promise<Reply>): Promise<Reply | null> => {
  try {
    return await call();
  } catch (error) {
    if (error instanceof CancelledError) throw error;
    return null;
  }
};
