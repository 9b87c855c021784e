/** Says how many seconds to wait; 0 where the call may go on. */
export type RateLimit = (principal: string) => number;

/** Principals beyond this share no bucket with anybody: the one that was idle longest starts anew. */
const MOST_PRINCIPALS = 10_000;

/** A bucket a principal, refilled evenly: `perMinute` calls a minute, as many at once. */
export const createRateLimit = (perMinute: number, nowMs: () => number = () => performance.now()): RateLimit => {
  const buckets = new Map<string, { left: number; atMs: number }>();
  return (principal) => {
    const now = nowMs();
    const { left, atMs } = buckets.get(principal) ?? { left: perMinute, atMs: now };
    const filled = Math.min(perMinute, left + ((now - atMs) * perMinute) / 60_000);
    buckets.delete(principal); // to the end: the first one is the one that was idle longest
    buckets.set(principal, { left: filled >= 1 ? filled - 1 : filled, atMs: now });
    if (buckets.size > MOST_PRINCIPALS) for (const [oldest] of buckets) if (buckets.delete(oldest)) break;
    return filled >= 1 ? 0 : Math.ceil(((1 - filled) * 60) / perMinute);
  };
};
