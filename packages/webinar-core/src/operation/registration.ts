/** Zoom's `approval_type` of a webinar that nobody registers for. */
export const NO_REGISTRATION = 2;

/** What callers say for each `approval_type`. */
export const REGISTRATION = ["automatic", "manual", "none"] as const;

/** The way out of a webinar that takes no registrations. */
export const howToTurnOn = (webinarId: string): string =>
  `Turn it on first: webinars.update ${webinarId.replace(/\D/g, "")} registration: automatic (--registration automatic), or manual to approve each person by hand.`;
