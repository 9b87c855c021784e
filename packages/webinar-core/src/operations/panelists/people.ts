import { NotFoundError } from "@zoom-webinar/foundation";
import { addressKey, type InputOf, type ReplyOf, type ZoomClient } from "@zoom-webinar/zoom-client";
import { ifAllowed } from "../../operation/if-allowed.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { noteOver } from "../../operation/over.ts";
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
  internal: true,
});

/** Everybody who is a panelist, by address. Zoom gives this list whole. */
export const readPanelists = async (zoom: ZoomClient, webinarId: string): Promise<Map<string, Panelist>> => {
  const { panelists = [] } = await zoom.call("GET /webinars/{webinarId}/panelists", { path: { webinarId } });
  return new Map(panelists.map((panelist) => [keyOf(panelist.email), panelist]));
};

/** Says that a webinar has no panelists; null if it has some. */
export const noPanelists = async ({ webinar_id }: { webinar_id: string }, { zoom }: OperationContext): Promise<string | null> =>
  (await readPanelists(zoom, webinar_id)).size === 0 ? `Webinar ${webinar_id} has no panelists: nothing to do` : null;

/** The panelist with that id or address. Throws `NotFoundError` if nobody has it. */
export const findPanelist = async (zoom: ZoomClient, webinarId: string, panelistId: string): Promise<Panelist> => {
  const all = await readPanelists(zoom, webinarId);
  const found = all.get(keyOf(panelistId)) ?? [...all.values()].find(({ id }) => id === panelistId);
  if (found) return found;
  throw new NotFoundError(`Webinar ${webinarId} has no panelist ${panelistId}.`, {
    hint: "panelists.list shows them; nothing was changed.",
    details: { field: "panelist_id" },
  });
};

/** The webinar's topic, whether Zoom writes to whom it invites (null if the app may not read the webinar), and what to say if its time has passed. */
export const readInvitation = async (
  { zoom, now }: Pick<OperationContext, "zoom" | "now">,
  webinarId: string,
): Promise<{ topic: string; mails: boolean | null; notes: string[] }> => {
  const webinar = await ifAllowed(() => zoom.call("GET /webinars/{webinarId}", { path: { webinarId } }));
  const { topic = webinarId, settings } = webinar ?? {};
  const mails = settings === undefined ? null : settings.panelists_invitation_email_notification !== false;
  return { topic, mails, notes: await noteOver(webinar, await now()) };
};
