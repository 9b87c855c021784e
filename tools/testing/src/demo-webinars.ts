/** Ids of the demo world: the same in every emulator with the default seed. */

/** Ada's webinar to come: sign-ups wait for approval, Grace is its panelist. */
export const UPCOMING = "82834512568";

/** Grace's webinar that was held once. */
export const HELD = "91974973765";

/** The time it was held: a UUID that starts with a slash and holds another, so that it is encoded twice in a path. */
export const HELD_UUID = "/7rpLNitTHjn1RDwK4y/5g==";

/** Nobody's webinar. */
export const NOWHERE = "99999999999";
