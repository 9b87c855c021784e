import { toZoomTime } from "../http/json.ts";

/** Why Zoom would have written. */
export type MailKind =
  | "registration_confirmation"
  | "registration_pending"
  | "approved"
  | "denied"
  | "cancelled"
  | "panelist_invitation"
  | "webinar_updated"
  | "webinar_cancelled";

/** A mail that Zoom would have sent. Nothing is ever sent. */
export interface Mail {
  at: string;
  to: string;
  kind: MailKind;
  webinar_id: string;
  /** Like a subject: why, and about which webinar. */
  reason: string;
}

const REASONS: Readonly<Record<MailKind, string>> = {
  registration_confirmation: "Registration confirmed",
  registration_pending: "Registration waits for approval",
  approved: "Registration approved",
  denied: "Registration denied",
  cancelled: "Registration cancelled",
  panelist_invitation: "Invitation as a panelist",
  webinar_updated: "Webinar changed",
  webinar_cancelled: "Webinar cancelled",
};

/** A long-lived state file must not grow for ever. */
const MOST_MAILS = 5000;

/** Notes the mails of one kind about one webinar, one for each address. */
export const noteMails = (
  { mails }: { mails: Mail[] },
  nowMs: number,
  kind: MailKind,
  webinar: { id: number; topic: string },
  addresses: readonly string[],
): void => {
  for (const to of addresses) {
    mails.push({ at: toZoomTime(nowMs), to, kind, webinar_id: String(webinar.id), reason: `${REASONS[kind]}: ${webinar.topic}` });
  }
  if (mails.length > MOST_MAILS) mails.splice(0, mails.length - MOST_MAILS);
};
