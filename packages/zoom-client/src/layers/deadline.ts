import { setMaxListeners } from "node:events";
import { CancelledError, type Clock, isZoomWebinarError, UnavailableError } from "@zoom-webinar/foundation";
import { doneUnread } from "../errors/done-unread.ts";
import { type CallProgress, isAnsweredDone, type Layer, type LayerRequest } from "./layer.ts";

/** A longer timer would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const effect = (progress: CallProgress) => (progress.sent === "maybe-sent" ? { details: { sent: progress.sent } } : {});

const whoIsLate = ({ isSigningIn }: CallProgress) => (isSigningIn ? "Zoom's sign-in service, which has to give a token first," : "Zoom");

const tooLate = (request: LayerRequest) => {
  const { id, info, progress, deadlineMs } = request;
  if (isAnsweredDone(request)) return doneUnread(request, `the rest of its answer did not come within ${deadlineMs / 1000} s`);
  return new UnavailableError(`${whoIsLate(progress)} did not answer ${id} within ${deadlineMs / 1000} s.`, progress.sent, {
    ...effect(progress),
    hint:
      progress.sent === "not-sent" || info.method === "GET"
        ? "Try again; if it happens again, look at status.zoom.us and at the network."
        : "It may have been done all the same: look before doing it again.",
  });
};

const cancelled = (request: LayerRequest, reason: unknown) => {
  // An outer layer that stops a call for a reason of its own says so itself.
  if (isZoomWebinarError(reason)) return reason;
  const { progress, info } = request;
  if (isAnsweredDone(request))
    return new CancelledError("Stopped, but Zoom had already said that it was done.", { cause: reason, details: { sent: "done" } });
  const unclear = progress.sent === "maybe-sent" && info.method !== "GET";
  return new CancelledError(unclear ? "Stopped while Zoom was at work; it may have been done." : undefined, { cause: reason, ...effect(progress) });
};

/**
 * Ends a call when its time is up, or at once when one of the signals aborts, even if what is inside ignores the signal.
 * Uses a real timer and not the clock's `sleep`: it guards against hanging, and a test's clock that moves by itself would end every call.
 * Throws `UnavailableError` or `CancelledError`.
 */
export const deadline =
  (clock: Clock, clientSignal: AbortSignal | undefined): Layer =>
  (next) =>
  (request) => {
    const { deadlineMs } = request;
    const signals = [clientSignal, request.signal].filter((signal) => signal !== undefined);
    const stopped = signals.find((signal) => signal.aborted);
    if (stopped !== undefined) return Promise.reject(cancelled(request, stopped.reason));
    const inner = new AbortController();
    return new Promise((resolve, reject) => {
      const end = (error: Error) => {
        reject(error);
        inner.abort(error);
      };
      const listeners = signals.map((signal) => [signal, () => end(cancelled(request, signal.reason))] as const);
      for (const [signal, stop] of listeners) {
        // One signal may stop any number of calls side by side: Node would warn of a leak at the eleventh.
        setMaxListeners(0, signal);
        signal.addEventListener("abort", stop, { once: true });
      }
      // Last: what throws before it leaves nothing that keeps the process alive.
      const timer = setTimeout(() => end(tooLate(request)), Math.min(deadlineMs, LONGEST_TIMER_MS));
      next({ ...request, signal: inner.signal, deadlineAtMs: clock.monotonic() + deadlineMs })
        .then(resolve, reject)
        .finally(() => {
          clearTimeout(timer);
          for (const [signal, stop] of listeners) signal.removeEventListener("abort", stop);
        });
    });
  };
