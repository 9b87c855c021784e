import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getSurvey = endpointOperation("GET /webinars/{webinarId}/survey", {
  id: "survey.get",
  tool: "get_webinar_survey",
  summary: "Read the survey shown after a webinar.",
  alsoKnownAs: `
    show the survey, feedback form, what does the survey ask, post-webinar survey, survey questions, satisfaction form, exit survey,
    questionnaire afterwards, is there a survey, evaluation form,
    is there a feedback form after the webinar, questions of the survey, which survey is shown, survey link`,
  cli: { positional: ["webinar_id"], examples: ["survey get 82834512568"] },
  describe: ({ custom_survey, third_party_survey }) => third_party_survey || countOf(custom_survey?.questions?.length ?? 0, "question"),
});
