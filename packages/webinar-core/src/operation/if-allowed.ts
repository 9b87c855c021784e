import { isZoomWebinarError, type ZoomWebinarError } from "@zoom-webinar/foundation";

const orNull = async <Reply>(call: () => Promise<Reply>, isFine: (error: ZoomWebinarError) => boolean): Promise<Reply | null> => {
  try {
    return await call();
  } catch (error) {
    if (isZoomWebinarError(error) && isFine(error)) return null;
    throw error;
  }
};

/**
 * What a further endpoint answers, null where the app lacks its scope: an operation then does without. For reads before a write, where any other
 * failure leaves nothing half done.
 */
export const ifAllowed = <Reply>(call: () => Promise<Reply>): Promise<Reply | null> => orNull(call, ({ code }) => code === "scope_missing");

/** What a read after a write answers, null where it fails: the write is done, and must not look as if it were not. */
export const ifReadable = <Reply>(call: () => Promise<Reply>): Promise<Reply | null> => orNull(call, () => true);
