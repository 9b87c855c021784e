import type { ZoomClient } from "@zoom-webinar/zoom-client";

export const BRANDING = "GET /webinars/{webinarId}/branding";

/** A webinar's branding, whole. */
export const readBranding = (zoom: ZoomClient, webinarId: string) => zoom.call(BRANDING, { path: { webinarId } });

/** What all parts of a branding have in common when one has to be looked up: Zoom does not say when it was made. */
export const inBranding = (what: string) => ({
  what,
  where: "the webinar's branding",
  isUndated: true,
  idOf: ({ id }: { id?: string | undefined }) => id ?? null,
});
