import { addressKey, type InputOf, type ReplyOf, type ZoomClient } from "@zoom-webinar/zoom-client";
import { ifAllowed } from "../../operation/if-allowed.ts";
import type { PreviewTarget } from "../../operation/preview.ts";

/** A panelist as Zoom takes one. */
export type NewPanelist = InputOf<"POST /webinars/{webinarId}/panelists">["panelists"][number];
/** A panelist as Zoom lists one. */
export type Panelist = NonNullable<ReplyOf<"GET /webinars/{webinarId}/panelists">["panelists"]>[number];

/** Addresses are compared without regard to case. */
export const keyOf = (email: string | undefined): string => addressKey(email ?? "");

export const toTarget = ({ id, name, email }: Panelist): PreviewTarget => ({
  kind: "panelist",
  id: id ?? email ?? "",
  label: name === undefined ? (email ?? "") : `${name} <${email ?? ""}>`,
});

/** Everybody who is a panelist, by address. Zoom gives this list whole. */
export const readPanelists = async (zoom: ZoomClient, webinarId: string): Promise<Map<string, Panelist>> => {
  const { panelists = [] } = await zoom.call("GET /webinars/{webinarId}/panelists", { path: { webinarId } });
  return new Map(panelists.map((panelist) => [keyOf(panelist.email), panelist]));
};

/** The webinar's topic, and whether Zoom writes to whom it invites; null if the app may not read the webinar. */
export const readInvitation = async (zoom: ZoomClient, webinarId: string): Promise<{ topic: string; mails: boolean | null }> => {
  const webinar = await ifAllowed(() => zoom.call("GET /webinars/{webinarId}", { path: { webinarId } }));
  const { topic = webinarId, settings } = webinar ?? {};
  return { topic, mails: settings === undefined ? null : settings.panelists_invitation_email_notification !== false };
};
