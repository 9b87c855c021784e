import { briefReport } from "../../attendance/brief-report.ts";
import { ATTENDANCE_ENDPOINTS } from "../../attendance/endpoints.ts";
import { fromFile } from "../../attendance/files/report-from-file.ts";
import { asksForJoinings, assertRequest, reportInput } from "../../attendance/input.ts";
import { assertOneDate, assertRange, filterWords, narrowReport, narrowSeries } from "../../attendance/narrow.ts";
import { reportOutput } from "../../attendance/report-output.ts";
import type { AttendanceReport, SeriesReport } from "../../attendance/report-types.ts";
import { SERIES_COLUMNS, seriesRemarks, VISITS } from "../../attendance/series-columns.ts";
import { countOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { PSEUDONYM } from "../../people/people-input.ts";

export const reportAttendance = defineOperation({
  id: "attendance.report",
  tool: "get_attendance_report",
  summary: "Report who came to a webinar, for how long and who stayed away; with fields also polls and questions of each.",
  endpoints: [...ATTENDANCE_ENDPOINTS],
  input: reportInput,
  output: reportOutput,
  alsoKnownAs: `
    who came, turnout, no-shows, how long did they stay, attendance report, show rate, attendance rate, who attended, who stayed away, who left
    early, engagement, headcount, average watch time, peak of attendees, who turned up and how long did they hang around, how was the turnout, how
    many of those registered came, did they stay to the end, how engaged was the audience, share of people who showed up, who left halfway, was it
    well attended, show-up rate, how did it go attendance-wise, audience figures after the event, registered versus came, report on last night's
    turnout, percentage that came, who came and who did not, who stayed to the end, how long did the crowd stay, did people drop off, how full was
    it in the end, attendance summary of the event, engagement of attendees, how many of the registered turned up, was it worth it - who came and
    stayed, tell me about the turnout, how did the audience behave, did many leave early, what share showed up, attendance for Monday's event,
    give me the who-came report, did the crowd stay, how many no-shows and how many came`,
  brief: briefReport,
  rows: "people",
  skips: "people_from",
  cli: {
    alias: "attendance",
    positional: ["webinar_id"],
    columns: ["status", "name", "email", "minutes", "joins", "first_join", "last_leave", "engagement"],
    importance: ["status", "name", "minutes", "email", "joins", "engagement"],
    columnsWith: { series: SERIES_COLUMNS, instances: SERIES_COLUMNS },
    standsFor: PSEUDONYM,
    spread: VISITS,
    remarks: seriesRemarks,
    hidden: ["curve", "marks", "not_listed"],
    examples: [
      "attendance report 91974973765",
      "attendance report 91974973765 --status attended --min-minutes 30 --csv",
      "attendance report 91974973765 --html --output report.html",
      "attendance report 91974973765 --csv --layout zoom --zone Europe/Berlin",
    ],
    files: {
      csv: {
        renderer: "attendance-csv",
        description: "one row per person as CSV; with --layout zoom as Zoom's portal writes it",
        layouts: ["zoom"],
        isGuarded: true,
        input: { zoom: { include_joinings: true } },
      },
      html: { renderer: "attendance-html", description: "one page to read, mail and print, with charts", needsOutput: true },
    },
  },

  async run(input, ctx) {
    assertRequest(input);
    assertRange(input);
    const { webinar_id = "", from, series, instances } = input;
    if (series || instances) assertOneDate(input, series ? "series" : "instances");
    const withJoinings = asksForJoinings(input);
    const [{ toReport }, { toSeriesReport }] = await Promise.all([
      import("../../attendance/engine/report.ts"),
      import("../../attendance/engine/series.ts"),
    ]);
    const { reportWithoutNames, seriesWithoutNames } = await import("../../attendance/without-names.ts");
    const one = async (report: AttendanceReport) => narrowReport(input.no_names === true ? await reportWithoutNames(report, ctx) : report, input);
    const many = async (series: SeriesReport) => narrowSeries(input.no_names === true ? await seriesWithoutNames(series, ctx) : series, input);
    if (from !== undefined) return one(toReport(await fromFile(from, input, ctx), { withJoinings }));
    const { readEveryDate, readInstancesApart, readOneSession } = await import("../../attendance/read/read-attendance.ts");
    const { gap_minutes, late_minutes, early_minutes } = input;
    const asked = { webinar_id, gap_minutes, late_minutes, early_minutes };
    if (series) return many(toSeriesReport(await readEveryDate(ctx, asked), { withJoinings }));
    if (instances) return many(toSeriesReport(await readInstancesApart(ctx, asked), { withJoinings }));
    return one(toReport(await readOneSession(ctx, asked), { withJoinings }));
  },
  describe({ webinar, totals, dates, people, complete }, input) {
    const topic = webinar.topic ?? "The webinar";
    const words = filterWords(input);
    const shown = words === "" || totals === undefined ? "" : `; listed: ${people.length + (input.people_from ?? 0)} with ${words}`;
    const state = `${complete ? "" : " (not complete)"}${shown}`;
    if (totals === undefined) return `${topic}: ${countOf(dates?.length ?? 0, "date")}, ${countOf(people.length, "person", "people")} came${state}`;
    const { attendees, attended, approved, absent, walk_ins, show_rate, average_minutes } = totals;
    if (attendees === null) return `${topic}: who came is not known${state}`;
    const length = `${countOf(average_minutes ?? 0, "minute")} on average${state}`;
    if (show_rate === null || attended === null || approved === null || absent === null) return `${topic}: ${attendees} attendees, ${length}`;
    const came = Math.round(show_rate * approved);
    const others = [
      ...(attended > came ? [`${countOf(attended - came, "registrant")} without approval`] : []),
      ...(walk_ins ? [countOf(walk_ins, "walk-in")] : []),
    ];
    return `${topic}: ${came} of ${approved} approved registrants came (${Math.round(show_rate * 100)} %)${others.length === 0 ? "" : `, and ${others.join(" and ")}`}; ${length}`;
  },
});
