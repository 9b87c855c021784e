import type { AttendanceReport, ReportPerson, WaitingRegistrant } from "../report-types.ts";
import type { Cell } from "./csv-text.ts";
import { ATTENDEE_COLUMNS, NONE, SECTIONS, STAFF_COLUMNS, SUMMARY_COLUMNS, TITLE } from "./portal-layout.ts";
import type { PortalTimes } from "./portal-time.ts";

const MINUTE_MS = 60_000;

/** Minutes as Zoom's portal has them: whole, the last one begun counting. */
const wholeMinutes = (from: string, to: string): number => Math.ceil((Date.parse(to) - Date.parse(from)) / MINUTE_MS);

const joiningsOf = ({ joinings, intervals }: ReportPerson): ReportPerson["intervals"] => joinings ?? intervals;

/** The end of every row: when, how long, from where. The country is known to Zoom's portal alone. */
const stayCells = (stay: { from: string; to: string } | null, isGuest: boolean, times: PortalTimes): Cell[] =>
  stay === null
    ? [NONE, NONE, NONE, NONE, ""]
    : [times.write(stay.from), times.write(stay.to), wholeMinutes(stay.from, stay.to), isGuest ? "Yes" : "No", ""];

const rowsOf = (person: ReportPerson, isGuest: boolean, times: PortalTimes, cells: (isFirst: boolean) => Cell[]): Cell[][] => {
  const stays = joiningsOf(person);
  if (stays.length === 0) return [["No", ...cells(true), ...stayCells(null, isGuest, times)]];
  return stays.map((stay, at) => ["Yes", ...cells(at === 0), ...stayCells(stay, isGuest, times)]);
};

const staffRows = (people: readonly ReportPerson[], times: PortalTimes): Cell[][] =>
  people.flatMap((person) => rowsOf(person, false, times, () => [person.name ?? "", person.email ?? ""]));

/** Only the first row of a person says when they registered, as in Zoom's own file. */
const attendeeRows = (people: readonly ReportPerson[], times: PortalTimes): Cell[][] =>
  people.flatMap((person) => {
    const [first = "", ...rest] = (person.name ?? "").split(" ");
    const isSignedUp = person.registration !== null;
    const registration = (isFirst: boolean): Cell[] =>
      isSignedUp && isFirst
        ? [person.registered_at === null || person.registered_at === undefined ? "" : times.write(person.registered_at), person.registration]
        : ["", ""];
    return rowsOf(person, !isSignedUp, times, (isFirst) => [person.name ?? "", first, rest.join(" "), person.email ?? "", ...registration(isFirst)]);
  });

const waitingRows = (people: readonly WaitingRegistrant[], times: PortalTimes): Cell[][] =>
  people.map(({ name, email, registration, registered_at }) => {
    const [first = "", ...rest] = (name ?? "").split(" ");
    return [
      "No",
      name ?? "",
      first,
      rest.join(" "),
      email ?? "",
      registered_at === null ? "" : times.write(registered_at),
      registration ?? "",
      ...stayCells(null, false, times),
    ];
  });

const isRegistered = ({ registration }: ReportPerson): boolean => registration !== null;

/** Hosts and panelists who registered are in the attendee table too: else their registration would be nowhere. */
const toWaiting = ({ name, email, registration, registered_at = null }: ReportPerson): WaitingRegistrant => ({
  name,
  email,
  registration,
  registered_at,
});

const section = (title: string, columns: readonly string[], rows: readonly Cell[][]): Cell[][] =>
  rows.length === 0 ? [] : [[title], [...columns], ...rows];

/** The lines of a report as Zoom's portal writes them. */
export const toPortalRows = ({ webinar, totals, people, not_listed = [] }: AttendanceReport, generatedAt: string, times: PortalTimes): Cell[][] => {
  const inStatus = (...statuses: readonly ReportPerson["status"][]) => people.filter(({ status }) => statuses.includes(status));
  const asksRegistration = totals.registered !== null;
  const came = totals.attendees;
  return [
    [TITLE],
    ["Report generated time", times.write(generatedAt)],
    [...SUMMARY_COLUMNS],
    [
      webinar.topic ?? "",
      spaced(webinar.id ?? ""),
      webinar.start_time === null ? "" : times.write(webinar.start_time),
      webinar.start_time === null || webinar.end_time === null ? "" : wholeMinutes(webinar.start_time, webinar.end_time),
      totals.registered ?? "",
      totals.denied ?? "",
      came ?? "",
      came === null ? "" : came + (totals.hosts ?? 0) + (totals.panelists ?? 0) + (totals.absent ?? 0),
      totals.peak_concurrent ?? "",
      asksRegistration ? "Yes" : "No",
    ],
    ...section(SECTIONS.host, STAFF_COLUMNS, staffRows(inStatus("host"), times)),
    ...section(SECTIONS.panelist, STAFF_COLUMNS, staffRows(inStatus("panelist"), times)),
    ...section(SECTIONS.attendee, ATTENDEE_COLUMNS, [
      ...attendeeRows(inStatus("attended", "absent", "walk_in", "attendee"), times),
      ...waitingRows(not_listed, times),
      ...waitingRows(inStatus("host", "panelist").filter(isRegistered).map(toWaiting), times),
    ]),
  ];
};

/** "91974973765" → "919 7497 3765", as the portal prints it. */
const spaced = (id: string): string => (/^\d{9,13}$/.test(id) ? `${id.slice(0, 3)} ${id.slice(3, 7)} ${id.slice(7)}` : id);
