/** Says how many seconds to wait before `calls` (default 1) may go on; 0 if they may now. Infinity if they never may all at once. */
export type RateLimit = (principal: string, calls?: number) => number;

/** Principals beyond this share no bucket with anybody: the one that was idle longest starts again. */
const MOST_PRINCIPALS = 10_000;

/** A bucket a principal, refilled evenly: `perMinute` calls a minute, as many at once. */
export const createRateLimit = (perMinute: number, nowMs: () => number = () => performance.now()): RateLimit => {
  const buckets = new Map<string, { left: number; atMs: number }>();
  return (principal, calls = 1) => {
    const now = nowMs();
    const { left, atMs } = buckets.get(principal) ?? { left: perMinute, atMs: now };
    const filled = Math.min(perMinute, left + ((now - atMs) * perMinute) / 60_000);
    const mayGo = filled >= calls;
    buckets.delete(principal); // to the end: the first one is the one that was idle longest
    buckets.set(principal, { left: mayGo ? filled - calls : filled, atMs: now });
    if (buckets.size > MOST_PRINCIPALS) for (const [oldest] of buckets) if (buckets.delete(oldest)) break;
    if (mayGo) return 0;
    return calls > perMinute ? Number.POSITIVE_INFINITY : Math.ceil(((calls - filled) * 60) / perMinute);
  };
};
