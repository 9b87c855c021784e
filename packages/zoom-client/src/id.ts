import * as z from "zod";

/**
 * Ids are strings at every edge: JSON numbers lose digits beyond 2^53, and Zoom itself sends the same id as a number here and as a string there.
 * The schemas below only look at the form; spaces and hyphens are taken out where the request is built.
 */

const AS_PRINTED = "\\d{3}[\\d -]{6,20}";

/** Webinar ID, as Zoom prints it ("953 1234 5678") or as plain digits. Not a UUID, which names one held instance. */
export const webinarId = () => z.string().regex(new RegExp(`^${AS_PRINTED}$`), 'expected a webinar ID as Zoom prints it, such as "953 1234 5678"');

/** Webinar ID, or the UUID of one held instance (24 characters of base64, at times with slashes). */
export const webinarIdOrUuid = () =>
  z
    .string()
    .regex(new RegExp(`^(${AS_PRINTED}|[\\w+/=-]{20,64})$`), 'expected a webinar ID such as "953 1234 5678", or the UUID of one held instance');

/** Any other id of Zoom's: opaque text. Empty is refused, since an empty `occurrence_id` would mean the whole series. */
export const anyId = (maxLength: number) => z.string().min(1).max(maxLength);

/** A webinar ID without the spaces and hyphens that Zoom prints; any other text unchanged. */
export const plainDigits = (id: string): string => (/^\d[\d -]*$/.test(id) ? id.replace(/[ -]/g, "") : id);
