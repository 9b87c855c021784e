/** Time as the rest of the code sees it, so that tests can hold it still. */
export interface Clock {
  /** Milliseconds since the epoch; may jump when the machine's clock is set. */
  now(): number;
  /** Milliseconds that only grow; for ages and deadlines. */
  monotonic(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** What `performance.now` says, for which Node would load a dozen modules. */
const monotonic = (): number => {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
};

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic,
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

/** A clock that is set to `startMs` (milliseconds since the epoch) and goes on from there as the machine's does: what it shows is the same on any day. */
export const clockFrom = (startMs: number): Clock => {
  const beganMs = monotonic();
  return { ...systemClock, now: () => startMs + Math.floor(monotonic() - beganMs) };
};

/** A clock that stands still until asked to move. */
export interface VirtualClock extends Clock {
  /** Moves time on and wakes every sleeper whose time has come, in order. */
  advance(ms: number): void;
}

/** Turns of the event loop without a new sleeper after which everybody counts as waiting for time. */
const IDLE_TURNS = 3;

/** Calls `then` once the event loop has turned a few times; returns a function that starts the count again. */
const whenIdle = (then: () => void): (() => void) => {
  let left = 0;
  const turn = () => {
    left -= 1;
    if (left > 0) setImmediate(turn);
    else then();
  };
  return () => {
    if (left <= 0) setImmediate(turn);
    left = IDLE_TURNS;
  };
};

/**
 * Makes a virtual clock. With `autoAdvance`, a sleep moves time on by itself and resolves at once; with `"when-idle"`, time moves on to the next
 * sleeper only when nobody has anything else to do, so that what waits side by side waits at the same time.
 */
export const virtualClock = (
  startMs = Date.UTC(2027, 0, 15, 12),
  { autoAdvance = false }: { autoAdvance?: boolean | "when-idle" } = {},
): VirtualClock => {
  let nowMs = startMs;
  let sleepers: { at: number; wake: () => void }[] = [];
  const advance = (ms: number) => {
    nowMs += ms;
    const due = sleepers.filter((sleeper) => sleeper.at <= nowMs).sort((a, b) => a.at - b.at);
    sleepers = sleepers.filter((sleeper) => sleeper.at > nowMs);
    for (const sleeper of due) sleeper.wake();
  };
  const awaitIdle = whenIdle(() => {
    if (sleepers.length === 0) return;
    advance(Math.max(Math.min(...sleepers.map(({ at }) => at)) - nowMs, 0));
    if (sleepers.length > 0) awaitIdle();
  });
  return {
    now: () => nowMs,
    monotonic: () => nowMs - startMs,
    advance,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        if (autoAdvance === true) {
          advance(ms);
          return resolve();
        }
        const stop = () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          reject(signal?.reason);
        };
        const wake = () => {
          signal?.removeEventListener("abort", stop);
          resolve();
        };
        const sleeper = { at: nowMs + ms, wake };
        sleepers.push(sleeper);
        if (autoAdvance === "when-idle") awaitIdle();
        signal?.addEventListener("abort", stop, { once: true });
      }),
  };
};
