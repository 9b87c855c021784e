import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getReportSurvey = endpointOperation("GET /report/webinars/{webinarId}/survey", {
  id: "reports.getSurvey",
  tool: "get_webinar_report_survey",
  summary: "Report what people answered in the survey after a webinar.",
  alsoKnownAs: `
    survey answers, survey results, feedback we got, what did people say in the survey, ratings after the webinar, survey responses,
    satisfaction results, evaluation results, feedback results, survey report, replies to the questionnaire, how satisfied were they,
    survey replies, how happy were people, what did people think, satisfaction score, evaluation, ratings from the survey,
    comments in the survey, NPS`,
  cli: {
    positional: ["webinar_id"],
    columns: ["name", "email"],
    list: "survey_answers",
    answers: { list: "answer_details", question: "question", answer: "answer", show: "counts" },
    examples: ["reports get-survey 91974973765"],
  },
  describe: ({ survey_answers }) => `${countOf(survey_answers?.length ?? 0, "person", "people")} answered`,
});
