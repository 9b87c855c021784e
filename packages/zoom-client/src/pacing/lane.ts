import type { Clock } from "@zoom-webinar/foundation";
import type { pace } from "./pace.ts";

/** A call that waits for its turn. */
export interface Turn {
  signal: AbortSignal | undefined;
  /** On the monotonic clock. */
  deadlineAtMs: number;
  /** Told once, when the call has to wait. */
  onWait(waitMs: number): void;
}

interface Waiting {
  go(): void;
}

/**
 * A queue in front of a pace: first come, first served. A caller that gives up leaves the queue, and no turn is lost. `turn` resolves when the call
 * may go; it returns the wait (milliseconds) instead if that would outlast the deadline, and rejects with the signal's reason.
 */
export const lane = (clock: Clock, rhythm: ReturnType<typeof pace>) => {
  const queue: Waiting[] = [];
  let sleeper: AbortController | null = null;

  const drain = async (): Promise<void> => {
    if (sleeper !== null) return;
    sleeper = new AbortController();
    const { signal } = sleeper;
    try {
      while (queue.length > 0) {
        // Whole milliseconds: timers know no less, and a sum of fractions may stand still.
        const waitMs = Math.ceil(rhythm.readyAtMs(clock.monotonic()) - clock.monotonic());
        if (waitMs > 0) {
          await clock.sleep(waitMs, signal);
          continue;
        }
        rhythm.take(clock.monotonic());
        queue.shift()?.go();
      }
    } catch {
      // the last one in the queue left it
    } finally {
      sleeper = null;
    }
    if (queue.length > 0) await drain();
  };

  return {
    turn: async ({ signal, deadlineAtMs, onWait }: Turn): Promise<number | null> => {
      const nowMs = clock.monotonic();
      const readyInMs = Math.max(rhythm.readyAtMs(nowMs) - nowMs, 0);
      if (queue.length === 0 && readyInMs === 0) {
        rhythm.take(nowMs);
        return null;
      }
      const waitMs = readyInMs + queue.length * rhythm.intervalMs();
      if (nowMs + waitMs >= deadlineAtMs) return waitMs;
      if (signal?.aborted) throw signal.reason;
      onWait(waitMs);
      await new Promise<void>((resolve, reject) => {
        const leave = () => {
          queue.splice(queue.indexOf(waiting), 1);
          if (queue.length === 0) sleeper?.abort();
          reject(signal?.reason);
        };
        const waiting: Waiting = {
          go: () => {
            signal?.removeEventListener("abort", leave);
            resolve();
          },
        };
        signal?.addEventListener("abort", leave, { once: true });
        queue.push(waiting);
        void drain();
      });
      return null;
    },
  };
};
