import type { ReplyOf, ZoomClient } from "@zoom-webinar/zoom-client";
import type { Preview } from "../../operation/preview.ts";
import { toRecipients } from "../../operation/preview.ts";
import { showInZone } from "../../time/start-time.ts";
import { readRegistrants } from "../registrants/read-registrants.ts";

type Webinar = ReplyOf<"GET /webinars/{webinarId}">;

const NO_REGISTRATION = 2;

/**
 * Addresses of those registered, for one date or for all; none where nobody can register. Also those who wait for approval: whether Zoom writes to
 * them is not documented, and a preview must not promise too little.
 */
export const registrantsOf = async (zoom: ZoomClient, { id, settings }: Webinar, occurrence_id: string | undefined): Promise<string[]> => {
  const emails: string[] = [];
  if (settings?.approval_type === NO_REGISTRATION) return emails;
  const pages = readRegistrants(zoom, id ?? "", { statuses: ["approved", "pending"], occurrence_id });
  for await (const { registrants } of pages) for (const { email } of registrants) if (email) emails.push(email);
  return emails;
};

/** What deleting a webinar, or one date of it, takes away, and whom Zoom tells if it is asked to. */
export const previewDeletion = async (
  {
    webinar_id,
    occurrence_id,
    cancel_webinar_reminder,
  }: { webinar_id: string; occurrence_id?: string | undefined; cancel_webinar_reminder?: boolean | undefined },
  zoom: ZoomClient,
): Promise<Preview> => {
  const webinar = await zoom.call("GET /webinars/{webinarId}", { path: { webinarId: webinar_id }, query: { occurrence_id } });
  const emails: string[] = [];
  if (cancel_webinar_reminder) {
    emails.push(...(await registrantsOf(zoom, { ...webinar, id: webinar_id }, occurrence_id)));
    const { panelists } = await zoom.call("GET /webinars/{webinarId}/panelists", { path: { webinarId: webinar_id } });
    for (const { email } of panelists ?? []) if (email) emails.push(email);
  }
  const starts = webinar.start_time ? `, ${await showInZone(webinar.start_time, webinar.timezone ?? "UTC")}` : "";
  const target = occurrence_id === undefined ? { kind: "webinar", id: webinar.id ?? webinar_id } : { kind: "occurrence", id: occurrence_id };
  return {
    summary: `Delete ${occurrence_id === undefined ? "the webinar" : "one date of the webinar"} "${webinar.topic ?? "without a topic"}"${starts}, with its registrations.`,
    targets: [{ ...target, label: webinar.topic ?? "" }],
    recipients: toRecipients(emails, "registrants and panelists are told that it is cancelled"),
    reversible: false,
  };
};
