import type { Zoom } from "./zoom.ts";

/** Who hosts the webinar. */
export const HOST = "grace@example.com";
/** The title of Grace's webinar, which takes sign-ups and approves them at once. */
export const CUSTOMER_ONBOARDING = "Customer onboarding";

/** Plans it. Returns its id. */
export const planCustomerOnboarding = (zoom: Zoom): Promise<string> =>
  zoom.plan({
    host: HOST,
    topic: CUSTOMER_ONBOARDING,
    start_time: "2027-03-17T11:00:00",
    timezone: "America/New_York",
    duration: 60,
    settings: { approval_type: 0 },
  });
