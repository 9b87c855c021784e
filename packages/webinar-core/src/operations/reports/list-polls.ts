import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const listReportPolls = endpointOperation("GET /report/webinars/{webinarId}/polls", {
  id: "reports.listPolls",
  tool: "list_webinar_report_polls",
  summary: "Report poll answers of a held webinar, by person.",
  alsoKnownAs: `
    poll report, report of poll answers, polls by person, quiz report, voting report, export of poll answers, answers per person,
    official poll results, poll statistics, report of votes,
    export poll answers, quiz answers of each participant`,
  cli: {
    positional: ["webinar_id"],
    columns: ["name", "email"],
    list: "questions",
    answers: { list: "question_details", question: "question", answer: "answer", show: "counts" },
    examples: ["reports list-polls 91974973765"],
  },
  describe: ({ questions }) => `${countOf(questions?.length ?? 0, "person", "people")} answered polls`,
});
