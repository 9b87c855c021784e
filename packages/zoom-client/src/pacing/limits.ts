import type { RateLabel } from "../endpoint-info.ts";

/** Plans of an account, as far as limits differ. `business` stands for Business, Education, Enterprise and Partner. */
export type ZoomPlan = "free" | "pro" | "business";

/** What Zoom lets one account do, all its apps together. */
export interface LabelLimit {
  /** Requests in one window. */
  most: number;
  windowMs: number;
  /** Requests in one day of UTC, null if there is no such limit. */
  perDay: number | null;
  /** Labels of one name share their day. */
  day: string;
}

const limit = (most: number, windowMs: number, perDay: number | null, day: string): LabelLimit => ({ most, windowMs, perDay, day });
const SECOND = 1000;
const MINUTE = 60_000;

/** Source: Zoom API, rate limits by account type (2026-09). */
export const LIMITS: Readonly<Record<ZoomPlan, Readonly<Record<RateLabel, LabelLimit>>>> = {
  free: {
    LIGHT: limit(4, SECOND, 6000, "light"),
    MEDIUM: limit(2, SECOND, 2000, "medium"),
    HEAVY: limit(1, SECOND, 1000, "heavy"),
    RESOURCE_INTENSIVE: limit(10, MINUTE, 30_000, "intensive"),
  },
  pro: {
    LIGHT: limit(30, SECOND, null, "light"),
    MEDIUM: limit(20, SECOND, null, "medium"),
    HEAVY: limit(10, SECOND, 30_000, "heavy"),
    RESOURCE_INTENSIVE: limit(10, MINUTE, 30_000, "heavy"),
  },
  business: {
    LIGHT: limit(80, SECOND, null, "light"),
    MEDIUM: limit(60, SECOND, null, "medium"),
    HEAVY: limit(40, SECOND, 60_000, "heavy"),
    RESOURCE_INTENSIVE: limit(20, MINUTE, 60_000, "heavy"),
  },
};

/** Webinars and meetings that one host may create and update in a day of UTC. */
export const HOST_PER_DAY = 100;
