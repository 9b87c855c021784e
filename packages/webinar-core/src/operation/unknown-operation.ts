import { NotFoundError } from "@zoom-webinar/foundation";
import type { Catalog } from "./catalog.ts";
import { didYouMean } from "./input-faults.ts";

/** Something that programs ask for and Zoom does not have. */
export interface NotInZoom {
  /** Id and tool that it would have; the tool is the old Python server's name if that had one. */
  readonly id: string;
  readonly tool: string;
  readonly why: string;
  /** What to do instead. */
  readonly instead: string;
}

/** What people look for, or the Python server offered, although Zoom's API has no such endpoint. Source: Zoom API. */
export const notInZoom: readonly NotInZoom[] = [
  {
    id: "webinars.restore",
    tool: "restore_webinar",
    why: "Zoom's API cannot bring back a deleted webinar.",
    instead: "Its host may recover it in Zoom's web portal.",
  },
  {
    id: "panelists.update",
    tool: "update_panelist",
    why: "Zoom cannot change a panelist.",
    instead: "panelists.replace (replace_panelist) removes and invites again, with a new link and another mail.",
  },
  {
    id: "inviteLinks.list",
    tool: "get_invite_links",
    why: "Zoom gives invite links once, in the answer that makes them, and never lists them.",
    instead: "Keep that answer, or make new ones with inviteLinks.create (create_webinar_invite_links).",
  },
  {
    id: "trackingSources.delete",
    tool: "delete_tracking_source",
    why: "Zoom's API only reads tracking sources.",
    instead: "The host adds and deletes them in Zoom's web portal; trackingSources.list shows them.",
  },
  {
    id: "branding.update",
    tool: "update_branding",
    why: "Zoom has no call for all of a webinar's branding.",
    instead: "Change its parts: branding.uploadWallpaper, branding.uploadVirtualBackground, branding.createNameTag and the others.",
  },
];

/** The error for an unknown operation, the same at every door: that Zoom has no such thing, or the nearest name. */
export const unknownOperation = (name: string, catalog: Catalog): NotFoundError => {
  const missing = notInZoom.find(({ id, tool }) => name === id || name === tool);
  if (missing) return new NotFoundError(`There is no operation called ${name}. ${missing.why}`, { hint: missing.instead });
  const near = didYouMean(
    name,
    catalog.flatMap(({ id, tool }) => (name.includes(".") ? [id] : [tool, id])),
  );
  return new NotFoundError(`There is no operation called ${name}.`, {
    hint: `${near === null ? "" : `Did you mean ${near}? `}The list of operations has them all.`,
  });
};
