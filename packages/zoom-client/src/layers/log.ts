import { type Clock, type ErrorCode, isZoomWebinarError } from "@zoom-webinar/foundation";
import type { RateLabel } from "../endpoint-info.ts";
import type { Layer } from "./layer.ts";

/** One finished call, for a log: no id, filter, body or token of it. */
export interface CallLog {
  /** "GET /webinars/{webinarId}", with the placeholder. */
  endpoint: string;
  /** HTTP status of the last answer, null if none came. */
  status: number | null;
  /** Code of the error that the call ended with, null for success. */
  error: ErrorCode | null;
  attempts: number;
  /** Those of them that Zoom refused with 429. */
  rateLimited: number;
  /** Zoom's rate label of the endpoint. */
  label: RateLabel;
  durationMs: number;
  /** How much of that it waited on purpose: for its turn, for a limit to pass, between attempts. */
  waitedMs: number;
  trackingId: string | undefined;
}

/** Reports every call once, when it is over. A report that throws changes nothing for the caller: what Zoom answered counts. */
export const log =
  (clock: Clock, report: (entry: CallLog) => void): Layer =>
  (next) =>
  async (request) => {
    const startedMs = clock.monotonic();
    const tell = (error: ErrorCode | null): void => {
      try {
        report(entry(error));
      } catch {}
    };
    const entry = (error: ErrorCode | null): CallLog => ({
      endpoint: request.id,
      status: request.progress.status,
      error,
      attempts: request.progress.attempts,
      rateLimited: request.progress.rateLimited,
      label: request.info.rate,
      durationMs: clock.monotonic() - startedMs,
      waitedMs: request.progress.waitedMs,
      trackingId: request.progress.trackingId,
    });
    try {
      const response = await next(request);
      tell(null);
      return response;
    } catch (error) {
      tell(isZoomWebinarError(error) ? error.code : "internal");
      throw error;
    }
  };
