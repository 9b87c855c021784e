import { listOperation } from "../../operation/list-operation.ts";

export const listFeedback = listOperation("GET /metrics/webinars/{webinarId}/participants/satisfaction", {
  id: "dashboards.listFeedback",
  tool: "list_dashboard_feedback",
  summary: "List the thumbs and comments that people left at the end of a webinar.",
  alsoKnownAs: `
    thumbs up and down, feedback at the end, end-of-webinar feedback, satisfaction, was it good, happy or not, ratings by thumbs, comments at the
    end, attendee satisfaction, feedback on the session quality, how did people rate it, smileys, ratings, thumbs up or down at the close, what
    did they click at the end, who gave a thumbs down, comments that people left on closing, quick rating at the end, did they like it, smiley
    feedback, thumbs from viewers, happy or unhappy at the end, end-of-event comments, how many thumbs up, was anybody unhappy, reactions at the
    end, what people left when leaving, thumbs from yesterday, instant feedback, how many thumbs up did we get, what did people click on leaving,
    any bad marks at the end, thumbs please, their final comments, did anyone give thumbs down, quick reactions at the end, ratings on exit`,
  noun: ["answer", "answers"],
  cli: {
    positional: ["webinar_id"],
    columns: ["email", "quality", "comment", "date_time"],
    examples: ["dashboards list-feedback 91974973765 --type past"],
  },
});
