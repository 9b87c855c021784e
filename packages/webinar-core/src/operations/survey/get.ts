import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getSurvey = endpointOperation("GET /webinars/{webinarId}/survey", {
  id: "survey.get",
  tool: "get_webinar_survey",
  summary: "Read the survey shown after a webinar.",
  alsoKnownAs: `
    show the survey, feedback form, what does the survey ask, post-webinar survey, survey questions, satisfaction form, exit survey, questionnaire
    afterwards, is there a survey, evaluation form, is there a feedback form after the webinar, questions of the survey, which survey is shown,
    survey link, what will people be asked afterwards, which questionnaire comes at the end, is feedback being collected, do we ask for ratings
    after, show the feedback questions, what is in the evaluation, where are people sent when it ends, what do they see on leaving, look at the
    survey, is a Typeform linked, which questions do we ask once it is over, do attendees get a form afterwards, what does the exit form ask,
    survey that is attached, the questionnaire we set up, does a survey open in the browser, which questions will they get at the end, do we have
    a feedback form, where does the exit link lead, let me see the questionnaire, is there an evaluation afterwards, what do we want to know from
    them after, what is asked after the event, show the closing survey`,
  cli: { positional: ["webinar_id"], examples: ["survey get 82834512568"] },
  describe: ({ custom_survey, third_party_survey }) => third_party_survey || countOf(custom_survey?.questions?.length ?? 0, "question"),
});
