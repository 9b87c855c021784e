import { pollSource } from "../../export/answers.ts";
import { pollRecord } from "../../export/row.ts";
import { exportOperation } from "./export-operation.ts";

export const exportPolls = exportOperation({
  id: "exports.polls",
  tool: "export_polls",
  summary: "Export the answers to polls and quizzes, one row for each, joined to who answered: pages or a file.",
  alsoKnownAs: `
    export poll results, download poll answers, polls as a CSV, votes of each person, quiz results as a spreadsheet,
    poll answers of the whole account, poll results to our CRM, who voted for what, poll answers since the last export, anonymous poll results,
    all votes this month`,
  noun: ["answer to polls", "answers to polls"],
  endpoint: "GET /report/webinars/{webinarId}/polls",
  scopes: { classic: ["report:read:admin"], granular: ["report:read:list_webinar_polls:admin"] },
  record: pollRecord,
  columns: ["name", "email", "question", "answer", "answered_at"],
  examples: ["exports polls 91974973765 --file polls.jsonl"],
  isHeld: true,
  source: pollSource,
});
