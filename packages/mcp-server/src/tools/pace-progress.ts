import type { Clock } from "@zoom-webinar/foundation";
import type { Progress } from "@zoom-webinar/webinar-core";

/** At most ten notifications a second. Source: MCP 2026-07-28, Progress. */
const LEAST_GAP_MS = 100;

/** Progress of one call on its way to the client. */
export interface PacedProgress {
  report(progress: Progress): void;
  /** Sends nothing more; resolves when what was sent has left, so that none comes after the result. */
  close(): Promise<void>;
}

/** Lets through what rises, ten times a second at most. A client that is gone is no reason to fail the call. */
export const paceProgress = (send: (progress: Progress) => Promise<void>, clock: Pick<Clock, "monotonic">): PacedProgress => {
  let highest = Number.NEGATIVE_INFINITY;
  let sentAtMs = Number.NEGATIVE_INFINITY;
  let isOpen = true;
  let sending = Promise.resolve();
  return {
    report: (progress) => {
      const nowMs = clock.monotonic();
      if (!isOpen || progress.done <= highest || nowMs - sentAtMs < LEAST_GAP_MS) return;
      highest = progress.done;
      sentAtMs = nowMs;
      sending = sending.then(() => send(progress)).catch(() => {});
    },
    close: () => {
      isOpen = false;
      return sending;
    },
  };
};
