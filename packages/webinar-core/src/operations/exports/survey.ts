import { surveySource } from "../../export/answers.ts";
import { surveyRecord } from "../../export/row.ts";
import { exportOperation } from "./export-operation.ts";

export const exportSurvey = exportOperation({
  id: "exports.survey",
  tool: "export_survey",
  summary: "Export the answers to surveys, one row for each, joined to who answered: pages or a file.",
  alsoKnownAs: `
    export survey results, download the survey, feedback as a CSV, survey answers of each person, satisfaction results as a spreadsheet, survey
    answers of the whole account, feedback to our CRM, what did people say in the survey, survey answers since the last export, anonymous survey
    results, all feedback this month, questionnaire results as rows, survey answers to pivot, feedback into Excel, survey answers in a file,
    download the feedback forms, dump what people said afterwards, responses as csv, all questionnaires in one sheet, ratings as a spreadsheet,
    save the survey replies, survey data to analyse, table of responses, evaluation answers to our CRM, row for each reply, feedback of the whole
    year as a file, get the survey results out, NPS answers as a file, give me the responses as rows, feedback as Excel please, survey replies as
    a csv, put the answers of the questionnaire into a sheet, all feedback of the year as a file, opinions to a spreadsheet, download the
    evaluation, raw data of the survey, what they said as rows`,
  noun: ["answer to surveys", "answers to surveys"],
  endpoint: "GET /report/webinars/{webinarId}/survey",
  record: surveyRecord,
  columns: ["name", "email", "question", "answer"],
  examples: ["exports survey 91974973765 --no-names --file survey.csv"],
  isHeld: true,
  source: surveySource,
});
