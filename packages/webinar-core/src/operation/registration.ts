/** Zoom's `approval_type` of a webinar that nobody registers for. */
export const NO_REGISTRATION = 2;

/** What callers say for each `approval_type`. */
export const REGISTRATION = ["automatic", "manual", "none"] as const;
