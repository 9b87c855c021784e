import type { ZoomPlan } from "@zoom-webinar/zoom-client";

/** Plans of an account, as far as limits differ. */
export const PLANS = ["free", "pro", "business"] as const satisfies readonly ZoomPlan[];

/** The largest share of an account's limits that may be left to other apps. */
export const MOST_HEAD_ROOM = 0.9;
