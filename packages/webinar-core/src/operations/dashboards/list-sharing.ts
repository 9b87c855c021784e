import { listOperation } from "../../operation/list-operation.ts";

export const listSharing = listOperation("GET /metrics/webinars/{webinarId}/participants/sharing", {
  id: "dashboards.listSharing",
  tool: "list_dashboard_sharing",
  summary: "List who shared or recorded what in a webinar, and when.",
  alsoKnownAs: `
    who shared the screen, screen sharing, who recorded, sharing and recording details, when was something shared, shared content,
    who presented the slides, recording log, screen share log, who showed what,
    did anyone share their screen, who showed slides, which recordings were made, presenting files`,
  noun: ["joining", "joinings"],
  cli: {
    positional: ["webinar_id"],
    columns: ["user_name", "user_id"],
    examples: ["dashboards list-sharing 91974973765 --type past"],
  },
});
