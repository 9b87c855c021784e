import type { RateLabel } from "../http/endpoint.ts";
import { Refusal } from "../http/reply.ts";
import type { Switches } from "./switches.ts";

/** Plans of an account, as far as limits differ. "business" stands for Business, Education, Enterprise and Partner. */
export const PLANS = ["free", "pro", "business"] as const;
/** One of these plans. */
export type Plan = (typeof PLANS)[number];

interface Limit {
  /** Requests in one window. */
  most: number;
  windowMs: number;
  /** Requests in one day, null for no such limit. */
  mostPerDay: number | null;
  /** Labels with the same name here share their day. */
  dayGroup: string;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const limit = (most: number, windowMs: number, mostPerDay: number | null, dayGroup: string): Limit => ({ most, windowMs, mostPerDay, dayGroup });

/** Source: Zoom's page on rate limits. */
const LIMITS: Readonly<Record<Plan, Readonly<Record<RateLabel, Limit>>>> = {
  free: {
    LIGHT: limit(4, SECOND_MS, 6000, "light"),
    MEDIUM: limit(2, SECOND_MS, 2000, "medium"),
    HEAVY: limit(1, SECOND_MS, 1000, "heavy"),
    RESOURCE_INTENSIVE: limit(10, MINUTE_MS, 30_000, "intensive"),
  },
  pro: {
    LIGHT: limit(30, SECOND_MS, null, "light"),
    MEDIUM: limit(20, SECOND_MS, null, "medium"),
    HEAVY: limit(10, SECOND_MS, 30_000, "heavy"),
    RESOURCE_INTENSIVE: limit(10, MINUTE_MS, 30_000, "heavy"),
  },
  business: {
    LIGHT: limit(80, SECOND_MS, null, "light"),
    MEDIUM: limit(60, SECOND_MS, null, "medium"),
    HEAVY: limit(40, SECOND_MS, 60_000, "heavy"),
    RESOURCE_INTENSIVE: limit(20, MINUTE_MS, 60_000, "heavy"),
  },
};

const CATEGORIES: Readonly<Record<RateLabel, string>> = {
  LIGHT: "Light",
  MEDIUM: "Medium",
  HEAVY: "Heavy",
  RESOURCE_INTENSIVE: "Resource-intensive",
};

const PER_SECOND = "You have reached the maximum per-second rate limit for this API. Try again later.";
const PER_DAY =
  "You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.";

/** The header that every API answer carries. */
export const categoryHeader = (label: RateLabel) => ({ "x-ratelimit-category": CATEGORIES[label] });

/** When the day that holds this instant ends, 00:00 UTC, as Zoom writes it in Retry-After. */
const endOfDay = (nowMs: number): string => new Date((Math.floor(nowMs / DAY_MS) + 1) * DAY_MS).toISOString().replace(".000Z", "Z");

/** The headers that say which daily limit was hit, and until when. */
export const dayHeaders = (most: number, nowMs: number): Record<string, string> => ({
  "x-ratelimit-type": "Daily-limit",
  "x-ratelimit-limit": String(most),
  "x-ratelimit-remaining": "0",
  "retry-after": endOfDay(nowMs),
});

/** The 429 of a limit that is reached: for this second (or minute, if the label counts minutes), or for the day. */
export const rateRefusal = (plan: Plan, label: RateLabel, nowMs: number, limit: "second" | "day", rateHeaders: Switches["rateHeaders"]): Refusal => {
  const { most, windowMs, mostPerDay } = LIMITS[plan][label];
  const refuse = (message: string, headers: Record<string, string>) =>
    new Refusal(429, 429, message, { headers: rateHeaders === "never" ? {} : headers });
  if (limit === "day") return refuse(PER_DAY, dayHeaders(mostPerDay ?? 60_000, nowMs));
  const reset = String(Math.floor(nowMs / windowMs) * (windowMs / SECOND_MS) + windowMs / SECOND_MS);
  return refuse(PER_SECOND, {
    "x-ratelimit-type": "QPS",
    "x-ratelimit-limit": String(most),
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": reset,
  });
};

interface Window {
  startMs: number;
  count: number;
}

/** Counts the requests of an account. */
export interface RateLimiter {
  /** Lets one request through and returns the headers for its answer. Throws `Refusal` (429) if a limit is reached; refused requests do not count. */
  admit(label: RateLabel, nowMs: number): Record<string, string>;
  /** Forgets all counts. */
  reset(): void;
}

/**
 * Counts requests per label in fixed windows (the second, the minute, the day of UTC), for one account on one plan.
 * Lives in this process: a window of one second is no matter for a file, and what Zoom counts per host and registrant is in the state (quotas.ts).
 */
export const rateLimiter = (plan: Plan, rateHeaders: Switches["rateHeaders"]): RateLimiter => {
  const windows = new Map<string, Window>();
  const windowOf = (name: string, lengthMs: number, nowMs: number): Window => {
    const startMs = Math.floor(nowMs / lengthMs) * lengthMs;
    const window = windows.get(name);
    if (window?.startMs === startMs) return window;
    const fresh = { startMs, count: 0 };
    windows.set(name, fresh);
    return fresh;
  };
  return {
    admit: (label, nowMs) => {
      const { most, windowMs, mostPerDay, dayGroup } = LIMITS[plan][label];
      const short = windowOf(label, windowMs, nowMs);
      const day = windowOf(`day ${dayGroup}`, DAY_MS, nowMs);
      if (mostPerDay !== null && day.count >= mostPerDay) throw rateRefusal(plan, label, nowMs, "day", rateHeaders);
      if (short.count >= most) throw rateRefusal(plan, label, nowMs, "second", rateHeaders);
      short.count += 1;
      day.count += 1;
      if (rateHeaders !== "always") return {};
      return { "x-ratelimit-type": "QPS", "x-ratelimit-limit": String(most), "x-ratelimit-remaining": String(most - short.count) };
    },
    reset: () => windows.clear(),
  };
};
