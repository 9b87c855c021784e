import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const setSurvey = endpointOperation("PATCH /webinars/{webinarId}/survey", {
  id: "survey.set",
  tool: "set_webinar_survey",
  summary: "Write the survey shown after a webinar, or link to another service's.",
  alsoKnownAs: `
    set up a survey, feedback form after the webinar, add a survey, change the survey, evaluation form, link a survey page, ask for feedback,
    exit survey, satisfaction survey, write survey questions, questionnaire at the end, edit the feedback form,
    send people to our Typeform afterwards, add a satisfaction survey, external survey, Google Form after the webinar,
    feedback questions at the end, survey for attendees, how satisfied were you, net promoter question, open the survey in the browser`,
  cli: { positional: ["webinar_id"], examples: ["survey set 82834512568 --third-party-survey https://example.com/survey"] },
  describe: ({ webinar_id }) => `Set the survey of webinar ${webinar_id}`,
});
