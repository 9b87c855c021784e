import { InputError, withoutQuote } from "@zoom-webinar/foundation";
import type { HostRow, JoiningRow, PanelistRow, RegistrantRow, ReportInput } from "../engine/input.ts";
import { toInstant, toSecond } from "../engine/seconds.ts";
import { NONE, SECTIONS } from "./portal-layout.ts";
import { dateOrderOf, isWithoutSeconds, type PortalTimes, portalTimes } from "./portal-time.ts";

const FIELD = "from";
const MOST_RECORD_BYTES = 1_000_000;
const MINUTE = 60;

type Line = readonly string[];
type Section = keyof typeof SECTIONS;

const wayOut = "Give the file that Zoom's portal writes: Reports, Webinar, Attendee Report. A file saved again by a spreadsheet is fine.";
const notAReport = (message: string): InputError => InputError.at(FIELD, message, wayOut);

/** The delimiter of the file: spreadsheets of many countries save with semicolons or tabs. */
const delimiterOf = (text: string): string => {
  const header = /^.*(?:Attended|Topic)[,;\t].*$/m.exec(text)?.[0] ?? "";
  return [",", ";", "\t"].sort((a, b) => header.split(b).length - header.split(a).length)[0] ?? ",";
};

/** The file's lines as cells; NULs, which Zoom's files have in names, are left out. */
const parseLines = async (text: string): Promise<Line[]> => {
  const { parse, CsvError } = await import("csv-parse/sync");
  const tidy = text.replaceAll("\0", "").replace(/^\u{feff}/u, "");
  try {
    return parse(tidy, {
      delimiter: delimiterOf(tidy),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MOST_RECORD_BYTES,
    }) as string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { lines?: number };
    throw InputError.at(FIELD, `is not a CSV file${lines === undefined ? "" : `, at line ${lines}`}: ${error.message}`, wayOut, { cause: error });
  }
};

const plain = (cell: string): string => cell.trim().toLowerCase();
const isEmpty = (line: Line): boolean => line.every((cell) => cell.trim() === "");

const sectionOf = (line: Line): Section | null => {
  const [first = "", ...rest] = line;
  if (!isEmpty(rest)) return null;
  const entry = Object.entries(SECTIONS).find(([, title]) => plain(title) === plain(first));
  return (entry?.[0] as Section | undefined) ?? null;
};

/** One row of a table by the names of its columns, whatever their order and however many more there are. */
type Cells = (...names: readonly string[]) => string;

const cellsOf = (header: readonly string[], line: Line): Cells => {
  return (...names) => {
    for (const name of names) {
      const at = header.indexOf(name.toLowerCase());
      const cell = at < 0 ? undefined : line[at];
      if (cell !== undefined) return cell.trim() === NONE ? "" : withoutQuote(cell.trim()).trim();
    }
    return "";
  };
};

interface Table {
  section: Section;
  rows: Cells[];
}

/** The tables of the file with their rows; the first line of each is its header. */
const tablesOf = (lines: readonly Line[]): Table[] => {
  const tables: Table[] = [];
  let header: string[] | null = null;
  for (const line of lines) {
    const section = sectionOf(line);
    if (section !== null) {
      tables.push({ section, rows: [] });
      header = null;
      continue;
    }
    const table = tables.at(-1);
    if (table === undefined || isEmpty(line)) continue;
    if (header === null) header = line.map(plain);
    else table.rows.push(cellsOf(header, line));
  }
  return tables;
};

const summaryOf = (lines: readonly Line[]): Cells => {
  const at = lines.findIndex((line) => plain(line[0] ?? "") === "topic");
  const header = at < 0 ? undefined : lines[at];
  if (header === undefined) throw notAReport("holds no attendee report: there is no line that begins with Topic");
  return cellsOf(header.map(plain), lines[at + 1] ?? []);
};

const toJoining = (cells: Cells, times: PortalTimes, problems: string[]): JoiningRow => {
  const joinText = cells("join time");
  const leaveText = cells("leave time");
  const join = joinText === "" ? null : times.read(joinText);
  const leave = leaveText === "" ? null : times.read(leaveText, join ?? undefined);
  if (joinText !== "" && join === null) problems.push(joinText);
  if (leaveText !== "" && leave === null) problems.push(leaveText);
  return { name: cells("user name (original name)", "user name"), user_email: cells("email"), join_time: join ?? "", leave_time: leave ?? "" };
};

const cameIn = (cells: Cells): boolean => plain(cells("attended")) !== "no";

/** Registrations of the attendee table: only the first row of a person carries one. */
const toRegistrant = (cells: Cells, times: PortalTimes): RegistrantRow | null => {
  const status = plain(cells("approval status"));
  const created = cells("registration time");
  if (status === "" && created === "" && cameIn(cells)) return null;
  const first = cells("first name");
  const last = cells("last name");
  const [nameFirst, ...nameRest] = cells("user name (original name)", "user name").split(" ");
  return {
    email: cells("email"),
    first_name: first === "" && last === "" ? nameFirst : first,
    last_name: first === "" && last === "" ? nameRest.join(" ") : last,
    status: status === "" ? "approved" : status,
    create_time: times.read(created) ?? "",
  };
};

/** The end: the file has whole minutes, rounded up; if the last leave is within the last minute, that is the end. */
const endOf = (start: number | null, minutes: number, rows: readonly JoiningRow[]): string | undefined => {
  if (start === null || !Number.isFinite(minutes)) return undefined;
  const lastLeave = rows.reduce((most, { leave_time }) => Math.max(most, toSecond(leave_time) ?? most), Number.NEGATIVE_INFINITY);
  const isInLastMinute = Math.ceil((lastLeave - start) / MINUTE) === minutes;
  return toInstant(isInLastMinute ? lastLeave : start + minutes * MINUTE);
};

const numberOrNull = (text: string): number | null => (/^\d+$/.test(text.replaceAll(",", "")) ? Number(text.replaceAll(",", "")) : null);

/**
 * Reads the attendee report that Zoom's portal downloads, in its forms of 2020, 2025 and 2026, also saved again by a spreadsheet, as the input of a report.
 * Throws `InputError` for a text that is not valid, or whose times cannot be read. Source: reports of those years, seen in public code.
 */
export const readPortalFile = async (text: string, zone: string): Promise<Omit<ReportInput, "late_minutes" | "early_minutes" | "now_ms">> => {
  const lines = await parseLines(text);
  const summary = summaryOf(lines);
  const tables = tablesOf(lines);
  if (tables.length === 0) throw notAReport(`holds no table of people: there is no line "${SECTIONS.attendee}"`);
  const startText = summary("actual start time");
  const rowTimes = tables.flatMap(({ rows }) => rows.flatMap((cells) => [cells("join time"), cells("leave time")])).filter((time) => time !== "");
  const signUpTimes = tables.flatMap(({ rows }) => rows.map((cells) => cells("registration time")));
  const order = dateOrderOf([startText, ...rowTimes, ...signUpTimes]);
  const times = await portalTimes(zone, order);
  const rowsOf = (section: Section) => tables.filter((table) => table.section === section).flatMap(({ rows }) => rows);
  const problems: string[] = [];
  const joiningsOf = (section: Section, role?: JoiningRow["role"]): JoiningRow[] =>
    rowsOf(section)
      .filter(cameIn)
      .map((cells) => ({ ...toJoining(cells, times, problems), role }));
  const rows = [
    ...joiningsOf("host", "host"),
    ...joiningsOf("panelist", "panelist"),
    ...joiningsOf("attendee", "attendee"),
    ...joiningsOf("other", "attendee"),
  ];
  const start = startText === "" ? null : times.read(startText);
  if (startText !== "" && start === null) problems.push(startText);
  if (problems.length > 0)
    throw InputError.at(
      FIELD,
      `has ${problems.length === 1 ? "a time" : `${problems.length} times`} that cannot be read, the first "${problems[0]?.slice(0, 40)}"`,
      'Times are written as "Mar 22, 2025 19:52:01" or "08/30/2026 11:05:00 AM". If a spreadsheet saved the file, format these cells as 2025-03-22 19:52:01.',
    );
  const registrants = rowsOf("attendee").flatMap((cells) => toRegistrant(cells, times) ?? []);
  const enabled = plain(summary("enable registration"));
  const asks = enabled === "" ? registrants.length > 0 || (numberOrNull(summary("# registered", "# registrants")) ?? 0) > 0 : enabled === "yes";
  const end = endOf(toSecond(start), numberOrNull(summary("actual duration (minutes)")) ?? Number.NaN, rows);
  const staff = (section: Section) =>
    rowsOf(section).map((cells) => ({ email: cells("email"), name: cells("user name (original name)", "user name") }));
  const hosts: HostRow[] = staff("host").filter(({ email }) => email !== "");
  const panelists: PanelistRow[] = staff("panelist").filter(({ email }) => email !== "");
  const peak = summary("max concurrent views");
  return {
    webinar: {
      id: summary("webinar id").replaceAll(/\D/g, "") || null,
      topic: summary("topic") || null,
      host_email: hosts[0]?.email || null,
      timezone: zone,
    },
    asks_registration: asks,
    registrants: asks ? registrants : null,
    panelists,
    hosts,
    instances: [
      {
        uuid: null,
        details: start === null || end === undefined ? null : { start_time: start, end_time: end },
        listed_start: start,
        rows,
        zoom_says: { participants_count: null, total_minutes: null },
      },
    ],
    polls: null,
    questions: null,
    survey: null,
    has_questions: null,
    has_survey: false,
    complete: true,
    notes: [
      `Read from a file of Zoom's portal, its times in ${zone}. Ids, polls, questions, the survey and Zoom's own figures are not in it.`,
      ...(order.isGuess
        ? [`Dates such as "${startText}" are read with the month first. If the day comes first in your file, save its dates as 2025-03-22 19:52:01.`]
        : []),
      ...(rowTimes.length > 0 && rowTimes.every(isWithoutSeconds)
        ? ["The times in this file have no seconds, perhaps because a spreadsheet saved it: each stay may be a minute off."]
        : []),
      `Max Concurrent Views: ${peak === "" ? "not given by Zoom" : `${peak} by Zoom's count, which may include hosts and panelists`}.`,
    ],
  };
};
