import * as z from "zod";
import { ATTENDANCE_ENDPOINTS } from "../../attendance/endpoints.ts";
import { measureInput } from "../../attendance/input.ts";
import { seriesPeople } from "../../attendance/narrow.ts";
import { seriesComparison } from "../../attendance/report-types.ts";
import { SERIES_COLUMNS, seriesRemarks, VISITS } from "../../attendance/series-columns.ts";
import { countOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { rare, webinarId } from "../../operation/params.ts";
import { domainTotals, PSEUDONYM, rarePeopleInput } from "../../people/people-input.ts";

export const compareAttendance = defineOperation({
  id: "attendance.compare",
  tool: "compare_attendance",
  summary: "Compare the dates of a webinar: who registered and came, for how long, and how many came again.",
  endpoints: [...ATTENDANCE_ENDPOINTS],
  input: z.strictObject({
    webinar_id: webinarId,
    ...measureInput,
    ...rarePeopleInput,
    people_from: rare(z.number().int().min(0).max(10_000_000).optional().describe("Skip so many people")),
  }),
  output: seriesComparison.extend({ domains: domainTotals.optional().describe("With no_names: people by e-mail domain, most first") }),
  alsoKnownAs: `
    compare dates, compare sessions, retention, came again, regulars, which date had the most people, trend over dates, series report, side by
    side, attendance over time, loyal attendees, is our audience growing, do the same people come back, was April better than March, are we losing
    people over the series, which date drew most, did attendance rise from week to week, do people keep coming, turnout from date to date, which
    session was most popular, who came more than once, is interest going down, development over the series, regular guests, how did numbers
    evolve, more people than last time, which evening was best attended, are there repeat visitors, trend of our course, compare turnout across
    dates, how many return, are more people coming than in spring, did we lose people between the sessions, which of the dates went best, do they
    come back, turnout across the course, how does May compare with April, who comes every time, session two against session one, is it getting
    better or worse, faithful guests`,
  rows: "people",
  skips: "people_from",
  cli: {
    positional: ["webinar_id"],
    columns: SERIES_COLUMNS,
    standsFor: PSEUDONYM,
    takesOne: "It compares the dates of one series: give that series alone. Of two webinars, attendance.report <webinar-id> reports on each.",
    spread: VISITS,
    remarks: seriesRemarks,
    hidden: ["curve", "marks"],
    examples: ["attendance compare 91974973765", "attendance compare 91974973765 --csv", "attendance compare 91974973765 --html --output dates.html"],
    files: { html: { renderer: "attendance-html", description: "one page to read, mail and print, with charts", needsOutput: true } },
  },

  async run({ people_from, attended_from, no_names, ...input }, ctx) {
    const [{ readEveryDate }, { toSeriesReport }] = await Promise.all([
      import("../../attendance/read/read-attendance.ts"),
      import("../../attendance/engine/series.ts"),
    ]);
    const report = toSeriesReport(await readEveryDate(ctx, input));
    const { seriesWithoutNames } = await import("../../attendance/without-names.ts");
    const { dates, people, ...series } = no_names === true ? await seriesWithoutNames(report, ctx) : report;
    return { ...series, dates: dates.map(({ people: _people, ...date }) => date), people: seriesPeople(people, { attended_from, people_from }) };
  },
  describe: ({ webinar, dates, people }) =>
    `${webinar.topic ?? "The webinar"}: ${countOf(dates.length, "date")}, ${countOf(people.length, "person", "people")} came`,
});
