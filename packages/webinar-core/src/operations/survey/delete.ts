import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { noSurvey, previewDeletion } from "./look.ts";

export const deleteSurvey = endpointOperation("DELETE /webinars/{webinarId}/survey", {
  id: "survey.delete",
  tool: "delete_webinar_survey",
  summary: "Take the survey off a webinar.",
  alsoKnownAs: `
    remove the survey, turn off the survey, no feedback form, delete the survey, take away the questionnaire, drop the survey, stop asking for
    feedback, cancel the exit survey, survey off, clear the survey, no survey any more, remove the feedback form, take out the survey, do not ask
    for feedback, no questions at the end, take the questionnaire away, bin the feedback form, do not ask people afterwards, scrap the survey,
    unlink the Typeform, we need no evaluation, people should not be asked once it is over, lose the exit form, nothing should pop up at the end,
    get rid of the questionnaire, stop the evaluation, detach the survey, remove the link to SurveyMonkey, kill the survey, no ratings please,
    drop the closing questions, no form at the end please, we don't need their opinion, feedback form off, remove what they get asked afterwards,
    cancel the questionnaire, delete the evaluation, the survey is superfluous`,
  cli: { positional: ["webinar_id"], examples: ["survey delete 82834512568"] },
  looksAt: ["GET /webinars/{webinarId}/survey", "GET /webinars/{webinarId}"],
  nothingThere: noSurvey,
  preview: previewDeletion,
  describe: ({ webinar_id }) => `Deleted the survey of webinar ${webinar_id}`,
});
