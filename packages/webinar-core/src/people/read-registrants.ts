import type { ReplyOf, ZoomClient } from "@zoom-webinar/zoom-client";
import type { RegistrantStatus } from "../operation/params.ts";

/** A registrant as Zoom lists one. */
export type Registrant = NonNullable<NonNullable<ReplyOf<"GET /webinars/{webinarId}/registrants">["registrants"]>[number]>;

/** Every status. Most people are approved; those who wait come next. */
export const STATUSES = ["approved", "pending", "denied"] as const satisfies readonly RegistrantStatus[];

/** Some of a webinar's registrants, all in one status. */
export interface RegistrantsPage {
  status: RegistrantStatus;
  registrants: readonly Registrant[];
}

/** Yields a webinar's registrants page by page, one status after the other in the order given. Zoom lists one status at a time. */
export async function* readRegistrants(
  zoom: ZoomClient,
  webinarId: string,
  { statuses, occurrence_id }: { statuses: readonly RegistrantStatus[]; occurrence_id?: string | undefined },
): AsyncGenerator<RegistrantsPage, void, undefined> {
  for (const status of statuses) {
    const query = { status, occurrence_id, page_size: 300 };
    const pages = zoom.pages("GET /webinars/{webinarId}/registrants", { path: { webinarId }, query });
    for await (const { registrants = [] } of pages) yield { status, registrants };
  }
}
