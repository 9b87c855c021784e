import { type Clock, RateLimitError, UnavailableError } from "@zoom-webinar/foundation";
import type { Layer, LayerRequest } from "./layer.ts";

const MAX_ATTEMPTS = 3;
const BASE_MS = 500;
const CAP_MS = 20_000;
/** Zoom's limits per second pass within one. */
const LIMIT_MS = 1000;

/** What may be repeated: surely not done, whatever the verb; perhaps done, only where doing it twice changes nothing. */
const mayRepeat = (error: unknown, request: LayerRequest): error is RateLimitError | UnavailableError => {
  // Nobody waits hours: a daily limit goes to the caller, with the time when it ends.
  if (error instanceof RateLimitError) return error.limit === "second" || error.limit === "minute" || error.limit === "unknown";
  if (error instanceof UnavailableError) return error.sent === "not-sent" || request.info.method === "GET";
  return false;
};

/** Full jitter; where Zoom named a time, at least until then, and spread a little so that waiting callers do not come back as one. */
const waitMs = (error: RateLimitError | UnavailableError, attempt: number, clock: Clock, random: () => number): number => {
  const jitterMs = random() * Math.min(CAP_MS, BASE_MS * 2 ** (attempt - 1));
  const named = error.details.retry_at;
  if (typeof named === "string") return Math.max(Date.parse(named) - clock.now(), 0) + jitterMs;
  return error instanceof RateLimitError ? LIMIT_MS + jitterMs : jitterMs;
};

/**
 * Repeats what may be repeated, at most twice, never past the call's deadline: if waiting would, the error goes to the caller at once.
 * Source: promises R1 and R2.
 */
export const retry =
  (clock: Clock, random: () => number): Layer =>
  (next) =>
  async (request) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await next(request);
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !mayRepeat(error, request)) throw error;
        const pauseMs = waitMs(error, attempt, clock, random);
        if (clock.monotonic() + pauseMs >= request.deadlineAtMs) throw error;
        await clock.sleep(pauseMs, request.signal);
      }
    }
  };
