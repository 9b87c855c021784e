/** A call with its wait for a turn and all its attempts. Many wait for their turn at once, on small plans for a while. */
export const CALL_DEADLINE_MS = 120_000;

/** How far Zoom's clock, which tells whole seconds, may be off ours without anybody knowing. */
export const SKEW_MS = 3_000;

/** How long calls without an answer are looked for in the list before they count as unknown. */
export const SETTLE_MS = 30_000;

/** So soon after a write, neither Zoom's lists nor its answers to an id say for certain that somebody is not there: "a minute" in every text. */
export const UNSURE_MS = 60_000;

/** How long the list may take to show the latest sign-up before it counts as slow. */
export const MEASURE_MS = 5_000;

/** After an interruption, calls that are under way may take this long to end by themselves. */
export const GRACE_MS = 5_000;

/** A row is not sent more often than this, however surely it was not done. */
export const MOST_ATTEMPTS = 6;
