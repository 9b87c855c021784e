import type { Progress } from "@zoom-webinar/webinar-core";

/** A long operation that may go on after its call was answered. */
export interface Job {
  /** Aborts when the server stops, and when the caller goes away before it was answered. */
  readonly signal: AbortSignal;
  /** Hears of the operation's progress. */
  report(progress: Progress): void;
}

/** The long operations of one server. */
export interface Jobs {
  /** Runs one and waits for its end, but not for long: then the answer is how far it is, and it goes on. */
  run<Done>(work: (job: Job) => Promise<Done>, caller: AbortSignal): Promise<Done | { output: unknown }>;
  /** Stops everything that runs, and resolves once it has noted how far it is. Nothing can be started afterwards. */
  stop(): Promise<void>;
}

/** Clients give a call up after a minute, some earlier. */
const PATIENCE_MS = 20_000;

/** Makes the register of a server's long operations. `patienceMs`: how long a call waits for one. */
export const createJobs = (patienceMs: number = PATIENCE_MS): Jobs => {
  const stopping = new AbortController();
  const running = new Set<Promise<unknown>>();
  return {
    run: async <Done>(work: (job: Job) => Promise<Done>, caller: AbortSignal): Promise<Done | { output: unknown }> => {
      const own = new AbortController();
      const abort = () => own.abort();
      stopping.signal.addEventListener("abort", abort, { once: true });
      caller.addEventListener("abort", abort, { once: true });
      if (stopping.signal.aborted || caller.aborted) own.abort();
      let soFar: unknown;
      let isLate = false;
      let answerNow = () => {};
      const late = new Promise<{ output: unknown }>((resolve) => {
        answerNow = () => resolve({ output: soFar });
      });
      const timer = setTimeout(() => {
        isLate = true;
        if (soFar !== undefined) answerNow();
      }, patienceMs);
      timer.unref();
      const ended = work({
        signal: own.signal,
        report: (progress) => {
          soFar = progress.soFar ?? soFar;
          if (isLate && soFar !== undefined) answerNow();
        },
      }).finally(() => {
        clearTimeout(timer);
        stopping.signal.removeEventListener("abort", abort);
        running.delete(ended);
      });
      running.add(ended);
      // How it ends after its answer is in its own notes: nobody waits for it here any more.
      ended.catch(() => {});
      try {
        return await Promise.race([ended, late]);
      } finally {
        // Once it is answered, whoever called may go.
        caller.removeEventListener("abort", abort);
      }
    },
    stop: async () => {
      stopping.abort();
      await Promise.allSettled(running);
    },
  };
};
