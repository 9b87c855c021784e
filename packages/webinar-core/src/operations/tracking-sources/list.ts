import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listTrackingSources = endpointOperation("GET /webinars/{webinarId}/tracking_sources", {
  id: "trackingSources.list",
  tool: "list_webinar_tracking_sources",
  summary: "Count visits and sign-ups per tracking link of a webinar.",
  cli: {
    positional: ["webinar_id"],
    columns: ["source_name", "visitor_count", "registration_count", "tracking_url"],
    examples: ["tracking-sources list 82834512568"],
  },
  describe: ({ tracking_sources }) => `${tracking_sources?.length ?? 0} tracking sources`,
});
