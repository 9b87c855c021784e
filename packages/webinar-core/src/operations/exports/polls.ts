import { pollSource } from "../../export/answers.ts";
import { pollRecord } from "../../export/row.ts";
import { exportOperation } from "./export-operation.ts";

export const exportPolls = exportOperation({
  id: "exports.polls",
  tool: "export_polls",
  summary: "Export the answers to polls and quizzes, one row for each, joined to who answered: pages or a file.",
  alsoKnownAs: `
    export poll results, download poll answers, polls as a CSV, votes of each person, quiz results as a spreadsheet, poll answers of the whole
    account, poll results to our CRM, who voted for what, poll answers since the last export, anonymous poll results, all votes this month, quiz
    results in a file, all votes as rows, poll answers in Excel, dump the votes, a table with each vote, download how people voted, votes from
    every webinar, save the quiz scores, csv of poll answers, a row for each answer of the poll, votes for Tableau, quiz answers to our learning
    system, spreadsheet with the voting, poll data to analyse, file of who chose what, write the poll results to disk, votes in Excel please, the
    quiz results as a csv, who voted what - as a file, put the poll results into a sheet, all poll answers of the year as a file, data of the
    votes, quiz scores for HR as a spreadsheet, download votes`,
  noun: ["answer to polls", "answers to polls"],
  endpoint: "GET /report/webinars/{webinarId}/polls",
  record: pollRecord,
  columns: ["name", "email", "question", "answer", "answered_at"],
  examples: ["exports polls 91974973765 --file polls.jsonl"],
  isHeld: true,
  source: pollSource,
});
