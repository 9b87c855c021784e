import type { ReplyOf, ZoomClient } from "@zoom-webinar/zoom-client";
import { ifAllowed } from "../../operation/if-allowed.ts";

/** A webinar as far as signing up goes. */
export interface Registration {
  /** Null where the app may only write. */
  topic: string | null;
  /** Whether Zoom writes to somebody who registers; null: the settings cannot be read. Both switches are on unless a webinar turns them off. */
  mails: boolean | null;
  /** Where somebody who signs up stands; null: not known. */
  status: "approved" | "pending" | null;
}

/** How a webinar registers people. To be read before the write: a failure here must leave nothing half told. */
export const readRegistration = async (zoom: ZoomClient, webinarId: string): Promise<Registration> => {
  const webinar: ReplyOf<"GET /webinars/{webinarId}"> | null = await ifAllowed(() => zoom.call("GET /webinars/{webinarId}", { path: { webinarId } }));
  const settings = webinar?.settings;
  const approval = settings?.approval_type;
  return {
    topic: webinar?.topic ?? null,
    mails: settings ? settings.registrants_confirmation_email !== false && settings.registrants_email_notification !== false : null,
    status: approval === 0 ? "approved" : approval === 1 ? "pending" : null,
  };
};
