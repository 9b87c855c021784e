import type { LabelLimit } from "./limits.ts";

/** After a 429 the pace is halved, and it comes back in steps of this share a window, */
const SHRINK = 0.5;
const STEP = 0.05;
/** up to just below the pace at which Zoom refused; that bound rises slowly, since other apps may have caused it. */
const BELOW_REFUSED = 0.9;
const BOUND_STEP = 0.002;
/** How late a timer may be without costing a turn. */
const TIMER_MS = 25;
/** However often Zoom refuses, a call in twenty windows still goes out. */
const SLOWEST = 0.05;

/**
 * How often one label may be called: GCRA, that is evenly spaced with a small burst, at Zoom's limit less the share left for other apps.
 * Shrinks after a refusal and recovers by itself. All times are milliseconds on a monotonic clock.
 */
export const pace = ({ most, windowMs }: LabelLimit, headRoom: number) => {
  let full = most * (1 - headRoom);
  let bound = full;
  let rate = full;
  let pausedUntilMs = Number.NEGATIVE_INFINITY;
  let steppedAtMs = Number.NEGATIVE_INFINITY;
  let shrunkAtMs = Number.NEGATIVE_INFINITY;
  /** The theoretical arrival time of the next call. */
  let tat = Number.NEGATIVE_INFINITY;

  const intervalMs = () => windowMs / rate;
  /** Half of the head-room: what is left of it takes up the jitter of the network. At least what timers are late. */
  const toleranceMs = () => Math.max((Math.floor((full * headRoom) / 2) - 1) * intervalMs(), Math.min(intervalMs(), TIMER_MS));
  const recover = (nowMs: number) => {
    const windows = Math.floor((nowMs - steppedAtMs) / windowMs);
    if (rate >= full || windows < 1) return;
    steppedAtMs += windows * windowMs;
    bound = Math.min(full, bound + full * BOUND_STEP * windows);
    rate = Math.min(bound, rate + full * STEP * windows);
  };
  return {
    intervalMs,
    /** When the next call may go. */
    readyAtMs: (nowMs: number): number => {
      recover(nowMs);
      return Math.max(pausedUntilMs, tat - toleranceMs());
    },
    /** A call goes now. */
    take: (nowMs: number): void => {
      tat = Math.max(tat, nowMs) + intervalMs();
    },
    /** Zoom refused: nothing goes before `untilMs`. `told` is the limit that Zoom named, null if it named none. */
    refused: (nowMs: number, untilMs: number, told: number | null): void => {
      pausedUntilMs = Math.max(pausedUntilMs, untilMs);
      tat = Math.max(tat, pausedUntilMs);
      // Calls that were under way together are refused together: one sign, not many.
      if (nowMs - shrunkAtMs < windowMs) return;
      shrunkAtMs = nowMs;
      steppedAtMs = nowMs;
      if (told !== null && told > 0 && told * (1 - headRoom) < full) {
        full = told * (1 - headRoom);
        bound = full;
        rate = Math.min(rate, full);
        return;
      }
      bound = Math.max(rate * BELOW_REFUSED, full * SLOWEST);
      rate = Math.max(rate * SHRINK, full * SLOWEST);
    },
  };
};
