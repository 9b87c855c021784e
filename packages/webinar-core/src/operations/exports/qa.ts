import { qaSource } from "../../export/answers.ts";
import { qaRecord } from "../../export/row.ts";
import { exportOperation } from "./export-operation.ts";

export const exportQa = exportOperation({
  id: "exports.qa",
  tool: "export_qa",
  summary: "Export the questions of webinars with their answers, one row for each, joined to who asked: pages or a file.",
  alsoKnownAs: `
    export Q&A, download the questions, questions and answers as a CSV, what was asked in our webinars, list of unanswered questions,
    questions of the whole account, Q&A to our CRM, who asked what as a spreadsheet, questions since the last export, all questions this month,
    export questions without names`,
  noun: ["answer to questions", "answers to questions"],
  endpoint: "GET /report/webinars/{webinarId}/qa",
  scopes: { classic: ["report:read:admin"], granular: ["report:read:webinar_qna:admin"] },
  record: qaRecord,
  columns: ["name", "email", "question", "answer", "answered_at"],
  examples: ["exports qa 91974973765 --file qa.csv"],
  isHeld: true,
  source: qaSource,
});
