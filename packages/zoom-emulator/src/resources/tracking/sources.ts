import type { Handler } from "../../rules/call.ts";
import { findWebinar } from "../webinars/find-webinar.ts";
import { registrationUrl, trackingUrl } from "../webinars/links.ts";

/** GET /webinars/{webinarId}/tracking_sources: each named sign-up link with its visits and sign-ups. They are made in the portal only. */
export const listSources: Handler = (call) => {
  const { webinar } = findWebinar(call);
  const counts = new Map<string, number>();
  for (const { source_id } of webinar.registrants) if (source_id !== null) counts.set(source_id, (counts.get(source_id) ?? 0) + 1);
  const tracking_sources = webinar.trackingSources.map(({ id, source_name, visitor_count }) => ({
    id,
    source_name,
    tracking_url: trackingUrl(registrationUrl(call.state.seed, webinar), id),
    registration_count: counts.get(id) ?? 0,
    visitor_count,
  }));
  return { status: 200, body: { total_records: tracking_sources.length, tracking_sources } };
};
