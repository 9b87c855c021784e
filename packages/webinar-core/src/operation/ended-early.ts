import { CancelledError, isZoomWebinarError, PartialError, type ZoomWebinarError } from "@zoom-webinar/foundation";

interface Ended extends NonNullable<ConstructorParameters<typeof PartialError>[1]> {
  /** What ended it. */
  readonly cause: ZoomWebinarError | undefined;
  /** The way on. */
  readonly hint: string;
}

/**
 * The error of work that ended when some of it was done; `message` says how much. If somebody interrupted it, it is that to every caller, whatever was done
 * before: `cancelled`, and not `partial`.
 */
export const endedEarly = (message: string, { cause, ...init }: Ended): ZoomWebinarError => {
  if (cause?.code !== "cancelled") return new PartialError(message, { ...init, cause });
  const { sent } = cause.details;
  return new CancelledError(`Interrupted. ${message}`, { ...init, cause, details: { ...init.details, ...(sent === undefined ? {} : { sent }) } });
};

/** The same, with why it ended: "2 of 3 copies were made: the host has no licence.", or only what is done if it was interrupted. */
export const endedBecause = (what: string, ended: Ended & { readonly cause: ZoomWebinarError }): ZoomWebinarError => {
  const { code, message, trackingId, foreign } = ended.cause;
  return endedEarly(code === "cancelled" ? `${what}.` : `${what}: ${message}`, { trackingId, foreign, ...ended });
};

/** Throws what a failure is that leaves a thing half done, for the catch of its second half; what is not ours as it is. */
export const halfDone =
  (what: string, hint: string) =>
  (error: unknown): never => {
    throw isZoomWebinarError(error) ? endedBecause(what, { cause: error, hint }) : error;
  };
