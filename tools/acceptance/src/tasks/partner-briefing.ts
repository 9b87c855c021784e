import type { Plan, Zoom } from "./zoom.ts";

/** Ada's webinar of four tasks: sign-ups wait for a yes by hand. */
export const PARTNER_BRIEFING: Plan = {
  host: "ada@example.com",
  topic: "Partner briefing",
  start_time: "2027-03-11T14:00:00",
  timezone: "Europe/Berlin",
  duration: 60,
  settings: { approval_type: 1 },
};

/** The question of the sign-up form that is the webinar's own. */
export const WISH = "What would you like to hear about?";

/** Plans it. Returns its id. */
export const planPartnerBriefing = (zoom: Zoom): Promise<string> => zoom.plan(PARTNER_BRIEFING);
