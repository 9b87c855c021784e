import { AuthError, CancelledError, type Clock, isZoomWebinarError, RateLimitError, UnavailableError } from "@zoom-webinar/foundation";
import { repeatOf } from "../repeat.ts";
import { type Layer, type LayerRequest, wait } from "./layer.ts";
import type { RetryBudget } from "./retry-budget.ts";

const MAX_ATTEMPTS = 3;
/** A limit per second passes by itself, and the account's other apps cause it as well: more patience, still below the deadline and the budget. */
const MAX_ATTEMPTS_LIMITED = 10;
const BASE_MS = 500;
const CAP_MS = 20_000;
/** Zoom's limits per second pass within one. */
const LIMIT_MS = 1000;

type Repeatable = RateLimitError | UnavailableError;

/** Nobody waits hours: a daily limit goes to the caller, with the time when it ends. */
const passesSoon = ({ limit }: RateLimitError) => limit === "second" || limit === "minute" || limit === "unknown";

/** What may be repeated: surely not done, whatever it is; perhaps done, only if doing it twice changes nothing. */
const mayRepeat = (error: unknown, { id, target }: LayerRequest): error is Repeatable => {
  if (error instanceof RateLimitError) return passesSoon(error);
  return error instanceof UnavailableError && error.retryable && (error.sent === "not-sent" || repeatOf(id, target) !== "again");
};

/** Full jitter; if Zoom named a time, at least until then, and spread a little so that waiting callers do not come back as one. */
const pauseFor = (error: Repeatable, attempt: number, clock: Clock, random: () => number): number => {
  const jitterMs = random() * Math.min(CAP_MS, BASE_MS * 2 ** (attempt - 1));
  const named = error.details.retry_at;
  if (typeof named === "string") return Math.max(Date.parse(named) - clock.now(), 0) + jitterMs;
  return error instanceof RateLimitError ? LIMIT_MS + jitterMs : jitterMs;
};

/** True if an error says nothing about what an earlier attempt did. A refusal of the request itself would have met the earlier one as well. */
const leavesDoubt = (error: unknown): boolean =>
  error instanceof UnavailableError || error instanceof RateLimitError || error instanceof AuthError || error instanceof CancelledError;

/** The error of a write whose earlier attempt may have been done. It must not sound as if nothing had happened. */
const inDoubt = (error: unknown, doubt: UnavailableError): unknown => {
  if (!leavesDoubt(error) || (error instanceof UnavailableError && error.sent === "maybe-sent")) return error;
  if (error instanceof CancelledError) return new CancelledError(error.message, { cause: error, details: { ...error.details, sent: "maybe-sent" } });
  const last = isZoomWebinarError(error) ? ` Trying it again ended with: ${error.message}` : "";
  const foreign = [...doubt.foreign, ...(isZoomWebinarError(error) ? error.foreign : [])];
  return new UnavailableError(`${doubt.message}${last}`, "maybe-sent", { cause: error, hint: doubt.hint, trackingId: doubt.trackingId, foreign });
};

/**
 * Repeats what may be repeated: three attempts, more if only a limit per second is in the way, as long as the budget of all calls lasts, never past
 * the call's deadline: if waiting would, the error goes to the caller at once. Source: promises R1 and R2.
 */
export const retry =
  (clock: Clock, random: () => number, budget: RetryBudget): Layer =>
  (next) =>
  async (request) => {
    const isWrite = request.info.method !== "GET";
    let doubt: UnavailableError | null = null;
    let paid = 0;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await next(request);
        budget.succeeded(paid);
        return result;
      } catch (error) {
        if (isWrite && error instanceof UnavailableError && error.sent === "maybe-sent") {
          doubt ??= error;
          request.progress.inDoubt = true;
        }
        const told = doubt === null ? error : inDoubt(error, doubt);
        const isLimited = error instanceof RateLimitError;
        if (attempt >= (isLimited ? MAX_ATTEMPTS_LIMITED : MAX_ATTEMPTS) || !mayRepeat(error, request)) throw told;
        const pauseMs = pauseFor(error, attempt, clock, random);
        if (clock.monotonic() + pauseMs >= request.deadlineAtMs) throw told;
        const cost = budget.take(isLimited ? "limited" : "transient");
        if (cost === null) throw told;
        paid += cost;
        await wait(clock, request, pauseMs, isLimited ? "rate-limit" : "retry");
      }
    }
  };
