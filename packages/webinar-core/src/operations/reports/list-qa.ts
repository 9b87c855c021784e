import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listReportQa = endpointOperation("GET /report/webinars/{webinarId}/qa", {
  id: "reports.listQa",
  tool: "list_webinar_report_qa",
  summary: "Report questions of a held webinar with their state and every single answer, by person.",
  alsoKnownAs: `
    Q&A report, report of questions, questions with their state, who answered a question, Q&A export, question log, dismissed questions,
    report of the Q&A, every answer to a question, full list of questions,
    upvoted questions, who answered which question, export of questions`,
  cli: {
    positional: ["webinar_id"],
    columns: ["name", "email"],
    list: "questions",
    answers: { list: "question_details", question: "question", answer: "answer", show: "each" },
    examples: ["reports list-qa 91974973765"],
  },
  describe: ({ questions }) => `${countOf(questions?.length ?? 0, "person", "people")} asked questions`,
});
