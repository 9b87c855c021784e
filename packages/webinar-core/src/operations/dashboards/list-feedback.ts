import { listOperation } from "../../operation/list-operation.ts";

export const listFeedback = listOperation("GET /metrics/webinars/{webinarId}/participants/satisfaction", {
  id: "dashboards.listFeedback",
  tool: "list_dashboard_feedback",
  summary: "List the thumbs and comments that people left at the end of a webinar.",
  alsoKnownAs: `
    thumbs up and down, feedback at the end, end-of-webinar feedback, satisfaction, was it good, happy or not, ratings by thumbs,
    comments at the end, attendee satisfaction, feedback on the session quality,
    how did people rate it, smileys, ratings`,
  noun: ["answer", "answers"],
  cli: {
    positional: ["webinar_id"],
    columns: ["email", "quality", "comment", "date_time"],
    examples: ["dashboards list-feedback 91974973765 --type past"],
  },
});
