/** Ids of the demo world: the same in every emulator with the default seed. */

/** Ada's webinar to come: sign-ups wait for approval, Grace is its panelist. */
export const UPCOMING = "82834512568";

/** Grace's webinar that was held once. */
export const HELD = "91974973765";
