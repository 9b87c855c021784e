import { sumOperation } from "../../answers/sum-operation.ts";

const ENDPOINT = "GET /report/webinars/{webinarId}/survey";

export const getReportSurvey = sumOperation(ENDPOINT, {
  id: "reports.getSurvey",
  tool: "get_webinar_report_survey",
  summary: "Report what people answered in the survey after a webinar: counts; with full, by person.",
  alsoKnownAs: `
    survey answers, survey results, feedback we got, what did people say in the survey, ratings after the webinar, survey responses, satisfaction
    results, evaluation results, feedback results, survey report, replies to the questionnaire, how satisfied were they, survey replies, how happy
    were people, what did people think, satisfaction score, evaluation, ratings from the survey, comments in the survey, NPS, what did they write
    in the feedback, what did customers say afterwards, were people happy, what came back from the questionnaire, how did they like it, opinions
    of the attendees, what did they think of the talk, feedback we received, how were we rated, replies to the evaluation, what do people say
    about us, did they like the event, results of the exit form, their comments in the questionnaire, average rating in the survey, reactions
    afterwards, answers that came in, how did they find it, what's the feedback, what did attendees write afterwards, did people enjoy it, grades
    we got, evaluation results please, what was said in the survey, how satisfied are our guests`,
  short: ["survey_name"],
  list: "survey_answers",
  details: "answer_details",
  read: (zoom, webinarId) => zoom.call(ENDPOINT, { path: { webinarId } }),
  respondents: ({ survey_answers = [] }) =>
    survey_answers.map(({ email, answer_details = [] }) => ({
      email,
      given: answer_details.map(({ question_id, question, answer }) => ({ key: question_id ?? question ?? "", question, answer })),
    })),
  examples: ["reports get-survey 91974973765"],
});
