import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const deleteSurvey = endpointOperation("DELETE /webinars/{webinarId}/survey", {
  id: "survey.delete",
  tool: "delete_webinar_survey",
  summary: "Take the survey off a webinar.",
  cli: { positional: ["webinar_id"], examples: ["survey delete 82834512568"] },
  describe: ({ webinar_id }) => `Deleted the survey of webinar ${webinar_id}`,
});
