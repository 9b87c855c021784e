import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const deleteSurvey = endpointOperation("DELETE /webinars/{webinarId}/survey", {
  id: "survey.delete",
  tool: "delete_webinar_survey",
  summary: "Take the survey off a webinar.",
  alsoKnownAs: `
    remove the survey, turn off the survey, no feedback form, delete the survey, take away the questionnaire, drop the survey,
    stop asking for feedback, cancel the exit survey, survey off, clear the survey,
    no survey any more, remove the feedback form, take out the survey, do not ask for feedback`,
  cli: { positional: ["webinar_id"], examples: ["survey delete 82834512568"] },
  describe: ({ webinar_id }) => `Deleted the survey of webinar ${webinar_id}`,
});
