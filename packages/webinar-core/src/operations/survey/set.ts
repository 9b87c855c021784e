import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const setSurvey = endpointOperation("PATCH /webinars/{webinarId}/survey", {
  id: "survey.set",
  tool: "set_webinar_survey",
  summary: "Write the survey shown after a webinar, or link to another service's.",
  alsoKnownAs: `
    set up a survey, feedback form after the webinar, add a survey, change the survey, evaluation form, link a survey page, ask for feedback,
    exit survey, satisfaction survey, write survey questions, questionnaire at the end, edit the feedback form`,
  cli: { positional: ["webinar_id"], examples: ["survey set 82834512568 --third-party-survey https://example.com/survey"] },
  describe: ({ webinar_id }) => `Set the survey of webinar ${webinar_id}`,
});
