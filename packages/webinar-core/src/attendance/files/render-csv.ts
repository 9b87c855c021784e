import { InputError } from "@zoom-webinar/foundation";
import type { FileRenderer } from "../../operation/file-renderer.ts";
import type { AttendanceReport, SeriesReport } from "../report-types.ts";
import { csvPieces } from "./csv-text.ts";
import { toPeopleRows, toSeriesRows } from "./people-rows.ts";
import { portalTimes } from "./portal-time.ts";
import { toPortalRows } from "./write-portal.ts";

const isReport = (answer: unknown): answer is AttendanceReport =>
  typeof answer === "object" && answer !== null && "people" in answer && "sessions" in answer;

const isSeries = (answer: unknown): answer is SeriesReport =>
  typeof answer === "object" && answer !== null && "people" in answer && "retention" in answer;

const dayOf = (instant: string): string => instant.slice(0, 10).replaceAll("-", "_");

/** The people of an attendance report as a CSV file: our own columns, or with the layout `zoom` those of Zoom's portal. A series has a row for each person, and a column for each date. */
export const renderAttendanceCsv: FileRenderer = async ({ answer, zone, layout, isRaw, isFile }) => {
  if (isSeries(answer) && layout !== "zoom")
    return { name: `attendees_${answer.webinar.id ?? "webinar"}.csv`, pieces: await csvPieces(toSeriesRows(answer.people), { isRaw, isFile }) };
  if (!isReport(answer)) {
    throw InputError.at(
      "layout",
      "the zoom layout holds one date, and this is a series",
      "Give the UUID of one date (pastWebinars.listInstances), or leave --layout out.",
    );
  }
  const { webinar, people } = answer;
  const base = `attendee_${webinar.id ?? "webinar"}_${webinar.start_time === null ? "no_date" : dayOf(webinar.start_time)}`;
  if (layout !== "zoom") return { name: `${base}.csv`, pieces: await csvPieces(toPeopleRows(people), { isRaw, isFile }) };
  if (people.some(({ joinings }) => joinings === undefined)) {
    throw InputError.at("layout", "the zoom layout needs every field of each person", "Leave out fields.");
  }
  const shown = zone ?? webinar.timezone ?? "UTC";
  const times = await portalTimes(shown);
  // Not the time of today: the same report makes the same file.
  const generatedAt = webinar.end_time ?? webinar.start_time ?? "1970-01-01T00:00:00Z";
  return {
    name: `${base}_${shown.replaceAll("/", "-")}.csv`,
    pieces: await csvPieces(toPortalRows(answer, generatedAt, times), { isRaw, isFile }),
    notes: [`Times are in ${shown}. The file does not say so, as Zoom's does not; --from reads it with --timezone ${shown}.`],
  };
};
