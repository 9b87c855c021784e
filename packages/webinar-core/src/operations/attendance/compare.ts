import * as z from "zod";
import { measureInput } from "../../attendance/input.ts";
import { seriesComparison } from "../../attendance/report-types.ts";
import { defineOperation } from "../../operation/operation.ts";
import { rare, webinarId } from "../../operation/params.ts";

export const compareAttendance = defineOperation({
  id: "attendance.compare",
  tool: "compare_attendance",
  summary: "Compare the dates of a webinar: who registered and came, for how long, and how many came again.",
  endpoints: [
    "GET /report/webinars/{webinarId}/participants",
    "GET /past_webinars/{webinarId}/participants",
    "GET /report/webinars/{webinarId}",
    "GET /webinars/{webinarId}",
    "GET /webinars/{webinarId}/panelists",
    "GET /webinars/{webinarId}/registrants",
    "GET /past_webinars/{webinarId}/instances",
    "GET /report/webinars/{webinarId}/polls",
    "GET /past_webinars/{webinarId}/polls",
    "GET /report/webinars/{webinarId}/qa",
    "GET /past_webinars/{webinarId}/qa",
    "GET /report/webinars/{webinarId}/survey",
  ],
  scopes: { classic: ["report:read:admin"], granular: ["report:read:list_webinar_participants:admin"] },
  effect: "read",
  idempotent: true,
  emails: "nobody",
  input: z.strictObject({
    webinar_id: webinarId,
    ...measureInput,
    people_from: rare(z.number().int().min(0).max(10_000_000).optional().describe("Skip so many people")),
  }),
  output: seriesComparison,
  alsoKnownAs: `
    compare dates, compare sessions, retention, came again, regulars, which date had the most people, trend over dates, series report, side by side, attendance over time, loyal attendees,
    who came to all sessions of the course, was the second session better attended than the first, who came more than once,
    trend over the dates, attendance of the series, growing or shrinking audience, missed a session of the course,
    development of the audience, which date drew the most people, session by session`,
  rows: "people",
  skips: "people_from",
  cli: {
    positional: ["webinar_id"],
    columns: ["name", "email", "dates_came", "seconds"],
    hidden: ["curve", "marks"],
    examples: ["attendance compare 91974973765", "attendance compare 91974973765 --html --output dates.html"],
    files: { html: { renderer: "attendance-html", description: "one page to read, mail and print, with charts", needsOutput: true } },
  },

  async run({ people_from = 0, ...input }, ctx) {
    const [{ readEveryDate }, { toSeriesReport }] = await Promise.all([
      import("../../attendance/read/read-attendance.ts"),
      import("../../attendance/engine/series.ts"),
    ]);
    const { dates, people, ...series } = toSeriesReport(await readEveryDate(ctx, input));
    return { ...series, dates: dates.map(({ people: _people, ...date }) => date), people: people.slice(people_from) };
  },
  describe: ({ webinar, dates, people }) => `${webinar.topic ?? "The webinar"}: ${dates.length} dates, ${people.length} people came`,
});
