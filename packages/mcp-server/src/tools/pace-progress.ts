import type { Clock } from "@zoom-webinar/foundation";
import type { Progress } from "@zoom-webinar/webinar-core";

/** At most ten notifications a second. Source: MCP 2026-07-28, Progress. */
const LEAST_GAP_MS = 100;
/** So many waits fit between two whole steps. */
const HAIR = 0.0001;

/** Progress of one call on its way to the client. */
export interface PacedProgress {
  report(progress: Progress): void;
  /** Says that the call waits, and why. Progress has to rise, so it does by a hair. */
  wait(message: string): void;
  /** Sends nothing more; resolves when what was sent has left, so that none comes after the result. */
  close(): Promise<void>;
}

/** Lets through what rises, ten times a second at most. A client that is gone is not a reason to fail the call. */
export const paceProgress = (send: (progress: Progress) => Promise<void>, clock: Pick<Clock, "monotonic">): PacedProgress => {
  let highest = Number.NEGATIVE_INFINITY;
  let sentAtMs = Number.NEGATIVE_INFINITY;
  let isOpen = true;
  let total: number | null = null;
  let sending = Promise.resolve();
  const report = (progress: Progress) => {
    const nowMs = clock.monotonic();
    if (!isOpen || progress.done <= highest || nowMs - sentAtMs < LEAST_GAP_MS) return;
    highest = progress.done;
    total = progress.total;
    sentAtMs = nowMs;
    sending = sending.then(() => send(progress)).catch(() => {});
  };
  return {
    report,
    wait: (message) => report({ done: Math.max(highest, 0) + HAIR, total, message }),
    close: () => {
      isOpen = false;
      return sending;
    },
  };
};
