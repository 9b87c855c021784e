import { qaSource } from "../../export/answers.ts";
import { qaRecord } from "../../export/row.ts";
import { exportOperation } from "./export-operation.ts";

export const exportQa = exportOperation({
  id: "exports.qa",
  tool: "export_qa",
  summary: "Export the questions of webinars with their answers, one row for each, joined to who asked: pages or a file.",
  alsoKnownAs: `
    export Q&A, download the questions, questions and answers as a CSV, what was asked in our webinars, list of unanswered questions, questions of
    the whole account, Q&A to our CRM, who asked what as a spreadsheet, questions since the last export, all questions this month, export
    questions without names, all questions in a spreadsheet, everything people asked as a file, dump the questions into a csv, questions and
    answers to Excel, save what the audience asked, the Q&A for our archive, table of queries from attendees, download what was asked, questions
    from all webinars in one sheet, write the asked questions into a file, who asked what as csv, audience queries as rows, file with the
    unanswered questions, get the Q&A out, give me the questions as Excel, questions in Excel please, file with what was asked, give the speaker
    all questions as a document, csv with the audience's questions, put the Q&A into a sheet, all asked things of the quarter as a file, archive
    of questions, download Q&A`,
  noun: ["answer to questions", "answers to questions"],
  endpoint: "GET /report/webinars/{webinarId}/qa",
  record: qaRecord,
  columns: ["name", "email", "question", "answer", "answered_at"],
  examples: ["exports qa 91974973765 --file qa.csv"],
  isHeld: true,
  source: qaSource,
});
