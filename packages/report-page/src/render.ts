import { InputError } from "@zoom-webinar/foundation";
import type { AttendanceReport, SeriesComparison } from "@zoom-webinar/webinar-core";
import type { FileRenderer } from "@zoom-webinar/webinar-core/doors";
import { toDocument } from "./page/document.ts";
import { clockOf } from "./time/clock.ts";
import { ReportView } from "./views/report.tsx";
import { SeriesView } from "./views/series.tsx";

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const isReport = (answer: unknown): answer is AttendanceReport => isObject(answer) && "webinar" in answer && "people" in answer && "curve" in answer;
const isSeries = (answer: unknown): answer is SeriesComparison => isObject(answer) && "webinar" in answer && "dates" in answer;

const assertWholePeople = (people: AttendanceReport["people"]): void => {
  // A type says otherwise, but `fields` of the operation leaves parts of a person out.
  if (people.every((person) => "status" in person && "name" in person && "seconds" in person && "intervals" in person)) return;
  throw InputError.at("html", "needs every field of each person", "Do not choose fields.");
};

/**
 * Makes one self-contained HTML page of an attendance report, or of a series or comparison of dates: readable without script, no request to any
 * network, light and dark, for paper too. Times are in `zone`, else in the webinar's zone, else UTC; the page says which.
 * Throws `InputError` if the answer is neither, or if its people lack fields.
 */
export const renderAttendancePage: FileRenderer = async ({ answer, zone }) => {
  if (!isReport(answer) && !isSeries(answer)) {
    throw InputError.at("html", "works only for an attendance report or a comparison of dates", "Use --json for other answers.");
  }
  const { webinar } = answer;
  const clock = clockOf(zone ?? webinar.timezone);
  const day = webinar.start_time === null ? "no_date" : clock.isoDay(webinar.start_time).replaceAll("-", "_");
  const name = `attendance_${webinar.id ?? "webinar"}_${isReport(answer) ? day : "dates"}.html`;
  const title = webinar.topic ?? "Attendance report";
  if (!isReport(answer)) return { name, pieces: [toDocument({ title, body: SeriesView({ series: answer, clock }) })] };
  assertWholePeople(answer.people);
  return { name, pieces: [toDocument({ title, body: ReportView({ report: answer, clock }) })] };
};
