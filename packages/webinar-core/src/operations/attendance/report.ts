import { InputError } from "@zoom-webinar/foundation";
import * as z from "zod";
import type { ReportInput } from "../../attendance/engine/input.ts";
import { assertRequest, type ReportRequest, reportInput } from "../../attendance/input.ts";
import { assertRange, narrowReport, narrowSeries } from "../../attendance/narrow.ts";
import { attendanceReport, reportPerson, seriesPerson, seriesReport } from "../../attendance/report-types.ts";
import { defineOperation, type OperationContext } from "../../operation/operation.ts";
import { assertZone } from "../../time/zone.ts";

/** The report of one session, or of a series: the fields of both, of which an answer has those of one. */
const output = z.object({
  ...attendanceReport.partial().shape,
  ...seriesReport.partial().shape,
  webinar: attendanceReport.shape.webinar,
  dates: z.array(seriesReport.shape.dates.element.extend({ people: z.array(reportPerson.partial()) })).optional(),
  people: z.array(z.object({ ...seriesPerson.partial().shape, ...reportPerson.partial().shape })),
  complete: attendanceReport.shape.complete,
  notes: attendanceReport.shape.notes,
});

const zoneOf = ({ timezone }: ReportRequest, { zone }: OperationContext): string => {
  const known = timezone ?? zone;
  if (known !== null) return assertZone(known);
  throw InputError.at(
    "timezone",
    "is required with from: the file does not say in which zone its times are",
    "Give the zone of the person who downloaded it, such as --zone Europe/Berlin.",
  );
};

const fromFile = async (text: string, request: ReportRequest, ctx: OperationContext): Promise<ReportInput> => {
  const { late_minutes, early_minutes } = request;
  const { readPortalFile } = await import("../../attendance/files/read-portal.ts");
  return { ...(await readPortalFile(text, zoneOf(request, ctx))), now_ms: ctx.clock.now(), late_minutes, early_minutes };
};

export const reportAttendance = defineOperation({
  id: "attendance.report",
  tool: "get_attendance_report",
  summary: "Report who came to a webinar, for how long, who stayed away, and what they asked and answered.",
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
  input: reportInput,
  output,
  alsoKnownAs: `
    who came, turnout, no-shows, how long did they stay, attendance report, show rate, attendance rate, who attended, who stayed away, who left early, engagement, headcount, average watch time, peak of attendees,
    attendance figures, certificate list, who stayed at least 45 minutes, drop-off during the talk, when did people leave,
    attendance list for Excel, one line per person, how many watched, show-up rate, engagement report, attendance as a spreadsheet,
    participation certificates, full report of the event, peak audience, retention, how did the webinar go`,
  rows: "people",
  skips: "people_from",
  cli: {
    positional: ["webinar_id"],
    columns: ["status", "name", "email", "minutes", "joins", "first_join", "last_leave", "engagement"],
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
    const { webinar_id = "", from, series, instances, include_joinings: withJoinings = false } = input;
    const [{ toReport }, { toSeriesReport }] = await Promise.all([
      import("../../attendance/engine/report.ts"),
      import("../../attendance/engine/series.ts"),
    ]);
    if (from !== undefined) return narrowReport(toReport(await fromFile(from, input, ctx), { withJoinings }), input);
    const { readEveryDate, readInstancesApart, readOneSession } = await import("../../attendance/read/read-attendance.ts");
    const { gap_minutes, late_minutes, early_minutes } = input;
    const asked = { webinar_id, gap_minutes, late_minutes, early_minutes };
    if (series) return narrowSeries(toSeriesReport(await readEveryDate(ctx, asked), { withJoinings }), input);
    if (instances) return narrowSeries(toSeriesReport(await readInstancesApart(ctx, asked), { withJoinings }), input);
    return narrowReport(toReport(await readOneSession(ctx, asked), { withJoinings }), input);
  },
  describe({ webinar, totals, dates, people, complete }) {
    const topic = webinar.topic ?? "The webinar";
    const state = complete ? "" : " (not complete)";
    if (totals === undefined) return `${topic}: ${dates?.length ?? 0} dates, ${people.length} people came${state}`;
    const { attendees, show_rate, average_minutes } = totals;
    if (attendees === null) return `${topic}: who came is not known${state}`;
    const showed = show_rate === null ? "" : `, ${Math.round(show_rate * 100)} % of those registered`;
    return `${topic}: ${attendees} attendees${showed}, ${average_minutes ?? 0} minutes on average${state}`;
  },
});
