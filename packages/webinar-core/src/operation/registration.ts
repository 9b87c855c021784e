/** Zoom's `approval_type` of a webinar that nobody registers for. */
export const NO_REGISTRATION = 2;
