import { InputError } from "@zoom-webinar/foundation";
import type { FileRenderer } from "../../operation/file-renderer.ts";
import type { AttendanceReport } from "../report-types.ts";
import { csvPieces } from "./csv-text.ts";
import { portalTimes } from "./portal-time.ts";
import { toPeopleRows } from "./write-people.ts";
import { toPortalRows } from "./write-portal.ts";

const isReport = (answer: unknown): answer is AttendanceReport =>
  typeof answer === "object" && answer !== null && "people" in answer && "sessions" in answer;

const dayOf = (instant: string): string => instant.slice(0, 10).replaceAll("-", "_");

/** The people of an attendance report as a CSV file: our own columns, or with the layout `zoom` those of Zoom's portal. */
export const renderAttendanceCsv: FileRenderer = async ({ answer, zone, layout, isRaw }) => {
  if (!isReport(answer)) {
    throw InputError.at("csv", "holds one webinar, and this is a series", "Leave out series, or take --json for all dates.");
  }
  const { webinar, people } = answer;
  const base = `attendee_${webinar.id ?? "webinar"}_${webinar.start_time === null ? "no_date" : dayOf(webinar.start_time)}`;
  if (layout !== "zoom") return { name: `${base}.csv`, pieces: await csvPieces(toPeopleRows(people), { isRaw }) };
  if (people.some(({ joinings }) => joinings === undefined)) {
    throw InputError.at("layout", "zoom needs every field of each person", "Leave out fields.");
  }
  const shown = zone ?? webinar.timezone ?? "UTC";
  const times = await portalTimes(shown);
  // Not the time of today: the same report makes the same file.
  const generatedAt = webinar.end_time ?? webinar.start_time ?? "1970-01-01T00:00:00Z";
  return {
    name: `${base}_${shown.replaceAll("/", "-")}.csv`,
    pieces: await csvPieces(toPortalRows(answer, generatedAt, times), { isRaw }),
    notes: [`Times are in ${shown}. The file does not say so, as Zoom's does not; --from reads it with --zone ${shown}.`],
  };
};
