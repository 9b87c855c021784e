import { countOf } from "../../operation/counts.ts";
import { endpointOperation } from "../../operation/endpoint-operation.ts";

export const getReport = endpointOperation("GET /report/webinars/{webinarId}", {
  id: "reports.get",
  tool: "get_webinar_report",
  summary: "Sum up a held webinar: host, times, how many came, and minutes of all together.",
  alsoKnownAs: `
    summary of a held webinar, how many came, total minutes, webinar report, number of participants, attendance figures,
    statistics of a webinar, report of a past webinar, key figures, how long did it last,
    how long did the webinar last, key figures of a webinar, when did it end, headcount,
    basic facts of a past webinar, total number of attendees, length of the event`,
  cli: { positional: ["webinar_id"], examples: ["reports get 91974973765"] },
  describe: ({ topic, participants_count }) => `${topic ?? "Untitled webinar"}: ${countOf(participants_count ?? 0, "participant")}`,
});
