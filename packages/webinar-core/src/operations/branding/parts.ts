import { anyId } from "@zoom-webinar/zoom-client/schemas";
import { ifAllowed } from "../../operation/if-allowed.ts";
import type { OperationContext } from "../../operation/operation.ts";
import type { Preview } from "../../operation/preview.ts";

/** ID of a name tag or background. Zoom takes several as a comma list, so one with a comma would name two. */
export const partId = anyId(128).regex(/^[^\s,]+$/, "expected one ID");

/** Says that a webinar has no picture behind it; null if it has one. */
export const noWallpaper = async ({ webinar_id }: { webinar_id: string }, { zoom }: OperationContext): Promise<string | null> => {
  const { wallpaper } = await zoom.call("GET /webinars/{webinarId}/branding", { path: { webinarId: webinar_id } });
  return wallpaper?.id ? null : `Webinar ${webinar_id} has no wallpaper: nothing to do`;
};

/** What deleting parts of a webinar's branding removes, by name if the app may read it. */
export const previewDeletion = async (
  kind: "name tag" | "virtual background",
  { webinar_id, ids }: { webinar_id: string; ids: readonly string[] },
  { zoom }: OperationContext,
): Promise<Preview> => {
  const branding = await ifAllowed(() => zoom.call("GET /webinars/{webinarId}/branding", { path: { webinarId: webinar_id } }));
  const known = (kind === "name tag" ? branding?.name_tags : branding?.virtual_backgrounds) ?? [];
  const targets = ids.map((id) => {
    const label = known.find((part) => part.id === id)?.name;
    return label === undefined ? { kind, id } : { kind, id, label };
  });
  return {
    summary: `Delete ${ids.length} ${kind}${ids.length === 1 ? "" : "s"} of webinar ${webinar_id}.`,
    targets,
    recipients: null,
    reversible: false,
  };
};
