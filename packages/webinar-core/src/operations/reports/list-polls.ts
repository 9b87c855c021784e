import { pollRespondents } from "../../answers/sum-answers.ts";
import { sumOperation } from "../../answers/sum-operation.ts";

const ENDPOINT = "GET /report/webinars/{webinarId}/polls";

export const listReportPolls = sumOperation(ENDPOINT, {
  id: "reports.listPolls",
  tool: "list_webinar_report_polls",
  summary: "Report poll answers of a held webinar: how many gave each; with full, by person.",
  alsoKnownAs: `
    poll report, report of poll answers, polls by person, quiz report, voting report, export of poll answers, answers per person, official poll
    results, poll statistics, report of votes, export poll answers, quiz answers of each participant, report on the votes, answers of each voter,
    quiz by person, what each attendee answered, report of the quiz, vote of every single participant, official voting record, poll answers with
    names, how each one voted, quiz answers by person, list of voters and votes, results of all polls by attendee, voting report with names, poll
    replies by name, each person's score, who voted what, quiz results by name, the answers of each attendee, poll report please, per person
    votes, how did Jo answer the quiz, report of voters, names and votes`,
  list: "questions",
  details: "question_details",
  read: (zoom, webinarId) => zoom.call(ENDPOINT, { path: { webinarId } }),
  respondents: pollRespondents,
  examples: ["reports list-polls 91974973765"],
});
