import type { HttpResponse, Send } from "@zoom-webinar/auth";
import { CancelledError, type Clock, UnavailableError } from "@zoom-webinar/foundation";

/** Failures in a row after which Zoom counts as down. */
const FAILURES = 5;
/** One request in this time goes through to see whether Zoom is back. */
const COOLDOWN_MS = 1000;

/** Keeps requests from a Zoom that is down: after five failures in a row only one a second goes through, the rest fails at once and was not sent. */
export interface Breaker {
  /** Throws `UnavailableError` (`not-sent`, with `retry_at`) while Zoom counts as down. */
  run(work: () => Promise<HttpResponse>): Promise<HttpResponse>;
}

/** A refusal is a sign of life, a failure of Zoom's is not. */
const isOutage = ({ status }: HttpResponse) => status >= 500 && status !== 501;

/** A closed breaker. `what` is what counts as down, for messages. */
export const breaker = (clock: Clock, what: string): Breaker => {
  let failures = 0;
  let nextProbeAtMs = 0;
  let isProbing = false;

  const refusal = () => {
    const waitMs = Math.max(nextProbeAtMs - clock.monotonic(), isProbing ? COOLDOWN_MS : 0);
    return new UnavailableError(`${what} is down: the last ${failures} requests failed, so this one was not sent.`, "not-sent", {
      hint: "It is tried again once a second; status.zoom.us shows outages.",
      details: { retry_at: new Date(clock.now() + waitMs).toISOString() },
    });
  };
  const failed = () => {
    failures += 1;
    nextProbeAtMs = clock.monotonic() + COOLDOWN_MS;
  };
  return {
    run: async (work) => {
      const isProbe = failures >= FAILURES;
      if (isProbe && (isProbing || clock.monotonic() < nextProbeAtMs)) throw refusal();
      if (isProbe) isProbing = true;
      try {
        const response = await work();
        if (isOutage(response)) failed();
        else failures = 0;
        return response;
      } catch (error) {
        // A caller that stops says nothing about Zoom.
        if (!(error instanceof CancelledError)) failed();
        throw error;
      } finally {
        if (isProbe) isProbing = false;
      }
    },
  };
};

/** The same around a whole `Send`: for the token endpoint, which may be down while the API is not. */
export const breakingSend = (send: Send, clock: Clock, what: string): Send => {
  const guard = breaker(clock, what);
  return (request) => guard.run(() => send(request));
};
