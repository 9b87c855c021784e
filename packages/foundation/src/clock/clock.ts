/** Time as the rest of the code sees it, so that tests can hold it still. */
export interface Clock {
  /** Milliseconds since the epoch; may jump when the machine's clock is set. */
  now(): number;
  /** Milliseconds that only grow; for ages and deadlines. */
  monotonic(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", stop);
        resolve();
      }, ms);
      signal?.addEventListener("abort", stop, { once: true });
    }),
};

/** A clock that stands still until told to move. */
export interface VirtualClock extends Clock {
  /** Moves time on and wakes every sleeper whose time has come, in order. */
  advance(ms: number): void;
}

/** Makes a virtual clock. With `autoAdvance`, a sleep moves time on by itself and resolves at once. */
export const virtualClock = (startMs = Date.UTC(2027, 0, 15, 12), { autoAdvance = false } = {}): VirtualClock => {
  let nowMs = startMs;
  let sleepers: { at: number; wake: () => void }[] = [];
  const advance = (ms: number) => {
    nowMs += ms;
    const due = sleepers.filter((sleeper) => sleeper.at <= nowMs).sort((a, b) => a.at - b.at);
    sleepers = sleepers.filter((sleeper) => sleeper.at > nowMs);
    for (const sleeper of due) sleeper.wake();
  };
  return {
    now: () => nowMs,
    monotonic: () => nowMs - startMs,
    advance,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        if (autoAdvance) {
          advance(ms);
          return resolve();
        }
        const sleeper = { at: nowMs + ms, wake: () => resolve() };
        sleepers.push(sleeper);
        signal?.addEventListener(
          "abort",
          () => {
            sleepers = sleepers.filter((other) => other !== sleeper);
            reject(signal.reason);
          },
          { once: true },
        );
      }),
  };
};
