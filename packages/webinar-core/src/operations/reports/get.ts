import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getReport = endpointOperation("GET /report/webinars/{webinarId}", {
  id: "reports.get",
  tool: "get_webinar_report",
  summary: "Sum up a held webinar: host, times, how many came, and minutes of all together.",
  alsoKnownAs: `
    summary of a held webinar, how many came, total minutes, webinar report, number of participants, attendance figures, statistics of a webinar,
    report of a past webinar, key figures, how long did it last, how long did the webinar last, key figures of a webinar, when did it end,
    headcount, basic facts of a past webinar, total number of attendees, length of the event, headline numbers, give me the figures of Tuesday,
    how did it go in numbers, short recap in numbers, how many were there in all, total attendance, key facts of the past webinar, when did it
    start and end, sum it up, summary of yesterday's session in figures, how long did it really last, how many people attended, participants
    count, numbers of last week's event, total time watched, what were the stats, was it long, report on the finished event, how many came on
    Monday, length and headcount of yesterday, quick facts about the last event, when did it finish, how big was the audience, stats for the tax
    talk, numbers please, a summary of how it went`,
  cli: { positional: ["webinar_id"], examples: ["reports get 91974973765"] },
  describe: ({ topic, participants_count }) => `${topic ?? "Untitled webinar"}: ${countOf(participants_count ?? 0, "participant")}`,
});
