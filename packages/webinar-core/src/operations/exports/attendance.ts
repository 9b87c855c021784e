import { attendanceSource } from "../../export/attendance.ts";
import { attendanceRecord } from "../../export/row.ts";
import { exportOperation } from "./export-operation.ts";

export const exportAttendance = exportOperation({
  id: "exports.attendance",
  tool: "export_attendance",
  summary: "Export who came and who stayed away, one row for each person and session: pages or a file.",
  alsoKnownAs: `
    export attendance, download the attendee list, attendees as a CSV, who came to all our webinars, attendance of the whole account, attendance
    to our CRM, no-shows as a spreadsheet, attendance since the last export, people who stayed at least half an hour, attendance by e-mail domain,
    anonymous attendance list, file with attendees and no-shows, attendance of March as a spreadsheet, who came as csv, dump the attendance,
    attendees to HubSpot, table of everyone who joined with minutes, download who was there, save the turnout to a file, all of the quarter's
    attendees, no-shows into Excel, attendance data for sales, a row for each visitor, certificates need a list of who stayed, file of
    participants of every session, get attendance out, sheet of who turned up, attendees in Excel please, who came as a file for sales, csv with
    everyone present, put the attendance into a sheet, attendance of the quarter as a file, participants to a spreadsheet, list of those present
    for the certificates file, download attendees`,
  noun: ["person", "people"],
  endpoint: "GET /report/webinars/{webinarId}/participants",
  record: attendanceRecord,
  columns: ["status", "name", "email", "minutes", "started_at"],
  examples: ["exports attendance 91974973765 --attended-from 30 --file came.csv"],
  isHeld: true,
  source: attendanceSource,
});
