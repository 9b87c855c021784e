const parseDate = (text: string): Date | null => {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms);
};

/** A wait longer than this is taken for a misread header: no limit of Zoom's lasts longer than a day. */
const LONGEST_MS = 2 * 24 * 3600_000;

const plausible = (date: Date | null, nowMs: number): Date | null => (date !== null && Math.abs(date.getTime() - nowMs) <= LONGEST_MS ? date : null);

/**
 * When Zoom says to come back; null if it does not, or nothing that can be read. Retry-After comes as seconds, as an HTTP date, and for
 * daily limits as ISO 8601; X-RateLimit-Reset as seconds since the epoch. Every one of these headers is optional.
 */
export const readRetryAt = (headers: Readonly<Record<string, string>>, nowMs: number): Date | null => {
  const after = headers["retry-after"]?.trim();
  if (after !== undefined && after !== "") {
    const date = /^\d+(\.\d+)?$/.test(after) ? new Date(nowMs + Number(after) * 1000) : parseDate(after);
    const named = plausible(date, nowMs);
    if (named !== null) return named;
  }
  const reset = headers["x-ratelimit-reset"]?.trim();
  return reset !== undefined && /^\d{9,11}$/.test(reset) ? plausible(new Date(Number(reset) * 1000), nowMs) : null;
};

/** The next midnight in UTC: when Zoom's limits per user and per registrant start again. */
export const nextUtcMidnight = (nowMs: number): Date => {
  const now = new Date(nowMs);
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));
};
