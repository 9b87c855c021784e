import { describe, expect, it } from "vitest";
import { generatedWebinar } from "../../test/attendance/generated-webinar.ts";
import type { ReportInput } from "../engine/input.ts";
import { toReport } from "../engine/report.ts";
import type { AttendanceReport } from "../report-types.ts";
import { portalTimes } from "./portal-time.ts";
import { readPortalFile } from "./read-portal.ts";
import { renderAttendanceCsv } from "./render-csv.ts";

const ZONE = "Europe/Berlin";
const measures = { now_ms: Date.UTC(2027, 5, 1), late_minutes: 5, early_minutes: 5 };

const textOf = async (answer: AttendanceReport, layout: string | undefined, isRaw = false): Promise<string> =>
  [...(await renderAttendanceCsv({ answer, zone: ZONE, layout, isRaw, isFile: true })).pieces].join("");

const read = async (text: string, zone = ZONE): Promise<AttendanceReport> => toReport({ ...(await readPortalFile(text, zone)), ...measures });

const FORM_2020 = `\u{feff}Attendee Report,\r
Report Generated:,"Mar 23, 2025 6:26 PM"\r
Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,# Cancelled,Unique Viewers,Total Users,Max Concurrent Views\r
"Tides, part 1",847 5984 1045,"Mar 22, 2025 7:13 PM",60,3,0,2,9,\r
Host Details,\r
Attended,User Name,Email,Join Time,Leave Time,Time in Session (minutes),Country/Region Name\r
Yes,Ada Example,ada@example.com,"Mar 22, 2025 19:00:00","Mar 22, 2025 20:13:00",73,Germany\r
Panelist Details,\r
Attended,User Name,Email,Join Time,Leave Time,Time in Session (minutes),Country/Region Name\r
Yes,Grace Example,grace@example.com,"Mar 22, 2025 19:28:00","Mar 22, 2025 20:13:00",45,Germany\r
Yes,Grace Example,grace@example.com,"Mar 22, 2025 19:52:00","Mar 22, 2025 20:13:00",21,Germany\r
Attendee Details,\r
Attended,First Name,Last Name,Email,Phone,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Country/Region Name\r
Yes,Mina,Mu\0ster,Mina@example.com,'+49 30 1,"Mar 20, 2025 10:00:00",approved,"Mar 22, 2025 19:14:00","Mar 22, 2025 19:20:00",6,Germany\r
Yes,Mina,Muster,mina@example.com,,,,"Mar 22, 2025 19:30:00","Mar 22, 2025 20:13:00",43,Germany\r
No,Ravi,Fictional,ravi@example.com,,"Mar 20, 2025 11:00:00",approved,--,--,--,\r
No,Kim,Placeholder,kim@example.com,,"Mar 20, 2025 11:00:00",denied,--,--,--,--\r
Yes,Grace,Example,grace@example.com,,"Mar 20, 2025 12:00:00",approved,"Mar 22, 2025 19:15:00","Mar 22, 2025 19:28:00",13,Germany\r
Other Attended,\r
User Name,Join Time,Leave Time,Time in Session (minutes),Country/Region Name\r
4930****12,"Mar 22, 2025 19:20:00","Mar 22, 2025 19:50:00",30,Germany\r
`;

const FORM_2025 = `\u{feff}Attendee Report,\r
Report Generated:,"Mar 23, 2025 6:26 PM"\r
Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,# Cancelled,Unique Viewers,Total Users,Max Concurrent Views,Enable Registration\r
"Tides, part 2",847 5984 1045,"Mar 22, 2025 7:13 PM",60,3,1,4,9,5,Yes\r
Host Details,\r
Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name\r
Yes,Ada Example,ada@example.com,"Mar 22, 2025 19:00:00","Mar 22, 2025 20:13:00",73,No,Germany\r
Panelist Details,\r
Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name\r
Yes,Grace Example,grace@example.com,"Mar 22, 2025 19:28:00","Mar 22, 2025 20:13:00",45,Yes,Germany\r
Yes,Grace Example,grace@example.com,"Mar 22, 2025 19:52:00","Mar 22, 2025 20:13:00",21,Yes,Germany\r
Attendee Details,\r
Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,"What is ""new"", and why?",Country/Region Name\r
Yes,Mina (Mina\0 Muster),Mina,Muster,Mina@example.com,"Mar 20, 2025 10:00:00",approved,"Mar 22, 2025 19:14:01","Mar 22, 2025 19:20:00",6,Yes,"First,\nsecond ""x""",Germany\r
Yes,Mina (Mina Muster),Mina,Muster,mina@example.com,--,--,"Mar 22, 2025 19:30:00","Mar 22, 2025 20:13:00",43,Yes,,Germany\r
No,Ravi Fictional,Ravi,Fictional,ravi@example.com,"Mar 20, 2025 11:00:00",approved,--,--,--,--,,--\r
Yes,Grace Example,Grace,Example,grace@example.com,"Mar 20, 2025 12:00:00",approved,"Mar 22, 2025 19:15:00","Mar 22, 2025 19:28:00",13,Yes,,Germany\r
Yes,Visitor,,,,,,"Mar 22, 2025 20:00:00","Mar 22, 2025 20:02:00",2,Yes,,\r
Other Attended,\r
User Name,Join Time,Leave Time,Time in Session (minutes),Country/Region Name\r
4930****12,"Mar 22, 2025 19:20:00","Mar 22, 2025 19:50:00",30,Germany\r
`;

const FORM_2026 = `Attendee Report
Report generated time,"08/30/2026 02:31:08 PM"
Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registrants,# Cancelled registrants,Unique Viewers,Total Users,Max Concurrent Views,Enable Registration
Tides,847 5984 1045,"08/30/2026 10:45:17 AM",30,1,0,2,9,2,Yes
Host Details
Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name
Yes,Ada Example,ada@example.com,"08/30/2026 10:40:00 AM","08/30/2026 11:15:00 AM",35,No,Germany
Attendee Details
Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,"What is ""new""?
And why?",Country/Region Name,Source Name
Yes,"Mina ""M"" Muster",Mina,Muster,mina@example.com,"08/20/2026 09:00:00 AM",approved,"08/30/2026 11:05:00 AM","08/30/2026 11:05:38 AM",1,Yes,"a
b",Germany,Newsletter
Yes,Visitor (Jo),,,,,,"08/30/2026 12:00:00 PM","08/30/2026 12:10:00 PM",10,Yes,,Germany,
`;

describe("the attendee report of Zoom's portal", () => {
  it("is read in its form of 2020: several tables, 24 hours, phone callers, NULs, no mark for whom it asks", async () => {
    const { totals, people, webinar, notes } = await read(FORM_2020);
    expect(webinar).toMatchObject({ id: "84759841045", topic: "Tides, part 1", start_time: "2025-03-22T18:13:00Z", length_minutes: 60 });
    expect(totals).toMatchObject({ registered: 4, approved: 3, denied: 1, attended: 1, absent: 1, walk_ins: 1, hosts: 1, panelists: 1, rows: 7 });
    expect(people.map(({ status, name, seconds, roles }) => [status, name, seconds, roles])).toEqual([
      ["host", "Ada Example", 3600, ["host"]],
      ["panelist", "Grace Example", 58 * 60, ["panelist", "attendee"]],
      ["attended", "Mina Muster", 49 * 60, ["attendee"]],
      ["absent", "Ravi Fictional", 0, ["attendee"]],
      ["walk_in", "4930****12", 30 * 60, ["attendee"]],
    ]);
    expect(notes.some((note) => note.includes("not given by Zoom"))).toBe(true);
  });

  it("is read in its form of 2025: original names, guests, own questions with quotes in the header, people who came again", async () => {
    const { totals, people, webinar, notes } = await read(FORM_2025);
    expect(webinar).toMatchObject({ id: "84759841045", topic: "Tides, part 2", start_time: "2025-03-22T18:13:00Z", length_minutes: 60 });
    expect(totals).toMatchObject({ registered: 3, approved: 3, attended: 1, absent: 1, walk_ins: 2, hosts: 1, panelists: 1, rows: 8 });
    expect(totals).toMatchObject({ peak_concurrent: 2, show_rate: 2 / 3 });
    expect(people.map(({ status, name, seconds, joins, roles }) => [status, name, seconds, joins, roles])).toEqual([
      ["host", "Ada Example", 3600, 1, ["host"]],
      ["panelist", "Grace Example", 58 * 60, 3, ["panelist", "attendee"]],
      ["attended", "Mina Muster", 48 * 60 + 59, 2, ["attendee"]],
      ["absent", "Ravi Fictional", 0, 0, ["attendee"]],
      ["walk_in", "4930****12", 30 * 60, 1, ["attendee"]],
      ["walk_in", "Visitor", 120, 1, ["attendee"]],
    ]);
    expect(notes).toContainEqual("Max Concurrent Views: 5 by Zoom's count, which may include hosts and panelists.");
  });

  it("is read in its form of 2026: 12 hours, quotes and line breaks in the header, source names; clipped to the webinar", async () => {
    const { totals, people } = await read(FORM_2026);
    expect(totals).toMatchObject({ registered: 1, attended: 1, walk_ins: 1, rows: 3 });
    expect(people.map(({ name, seconds, joins }) => [name, seconds, joins])).toEqual([
      ["Ada Example", 29 * 60 + 43, 1],
      ["Mina Muster", 38, 1],
      ["Visitor (Jo)", 0, 1],
    ]);
  });

  it("is read as a spreadsheet saves it again: padded with commas, or with semicolons", async () => {
    const expected = (await read(FORM_2026)).totals;
    const padded = FORM_2026.split("\n").map((line) => (/^(Attendee|Host|Report)/.test(line) ? `${line},,,,,,` : line));
    expect((await read(padded.join("\r\n"))).totals).toEqual(expected);
    const semicolons = FORM_2026.replaceAll(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ";");
    expect((await read(semicolons)).totals).toEqual(expected);
  });

  it("has wall times of the zone that is named: the hour that a night has twice never ends before it begins", async () => {
    const times = await portalTimes(ZONE);
    expect(times.read("10/25/2026 02:30:00 AM")).toBe("2026-10-25T00:30:00Z");
    expect(times.read("10/25/2026 02:10:00 AM", "2026-10-25T00:30:00Z")).toBe("2026-10-25T01:10:00Z");
    expect(times.read("Mar 22, 2025 7:13 PM")).toBe("2025-03-22T18:13:00Z");
    expect([times.read("02/31/2026 10:00:00 AM"), times.read("45678.5"), times.read("")]).toEqual([null, null, null]);
    expect(times.write("2026-08-30T09:05:00Z")).toBe("08/30/2026 11:05:00 AM");
    expect(times.write("2026-01-01T23:00:00Z")).toBe("01/02/2026 12:00:00 AM");
  });

  it.each([
    ["other files", "name,email\na,b\n", /no attendee report/],
    ["a report without tables", FORM_2026.slice(0, FORM_2026.indexOf("Host Details")), /no table of people/],
    ["a quote that is never closed", FORM_2026.replace('"a\nb"', '"a\nb'), /not a CSV file, at line/],
    ["times that a spreadsheet has changed", FORM_2026.replaceAll('"08/30/2026 11:05:00 AM"', "46264.46"), /cannot be read, the first "46264.46"/],
  ])("is refused if it is one of: %s", async (_what, text, message) => {
    await expect(readPortalFile(text, ZONE)).rejects.toMatchObject({ code: "input_invalid", message: expect.stringMatching(message) });
  });
});

/** A generated webinar of which a file can hold everything: people by e-mail or name, times in order, one window. */
const fileable = (seed: number): ReportInput => {
  const input = generatedWebinar(seed);
  const [first] = input.instances;
  const names = new Map((input.registrants ?? []).map((row, at) => [row.email?.trim().toLowerCase() ?? "", `Person ${at}`]));
  return {
    ...input,
    hosts: input.hosts.slice(0, 1).map(({ email, name }) => ({ email, name })),
    panelists: (input.panelists ?? []).map(({ email }) => ({ email, name: "Speaker" })),
    registrants:
      input.asks_registration === true
        ? (input.registrants ?? [])
            .filter(({ email }) => email !== "")
            .map((row) => ({ ...row, first_name: names.get(row.email?.trim().toLowerCase() ?? ""), last_name: 'ليلى 🦊 "Q"' }))
        : null,
    asks_registration: input.asks_registration ?? false,
    instances: (first === undefined ? [] : [first]).map((instance) => ({
      ...instance,
      details: { start_time: "2027-01-05T16:00:00Z", end_time: "2027-01-05T17:00:00Z" },
      rows: [
        { user_email: "grace@example.com", name: "Grace", join_time: "2027-01-05T16:00:00Z", leave_time: "2027-01-05T17:00:00Z" },
        ...(instance.rows ?? []).map(({ user_email, name, status }, at) => ({
          user_email,
          name,
          status,
          join_time: new Date(Date.UTC(2027, 0, 5, 15, 55) + ((at * 7919 + seed) % 3000) * 1000).toISOString(),
          leave_time: new Date(Date.UTC(2027, 0, 5, 16, 45) + ((at * 104_729 + seed) % 1200) * 1000).toISOString(),
        })),
      ],
    })),
    late_minutes: 5,
    early_minutes: 5,
    polls: null,
    questions: null,
    survey: null,
  };
};

describe("a file in Zoom's layout", () => {
  it("is read back to the same numbers, whoever came and whatever they are called", async () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const report = toReport(fileable(seed), { withJoinings: true });
      const again = await read(await textOf(report, "zoom"));
      expect({ seed, totals: again.totals }).toEqual({ seed, totals: report.totals });
      expect({ seed, curve: again.curve }).toEqual({ seed, curve: report.curve });
      const numbers = ({ people }: AttendanceReport) =>
        people.map(({ status, name, email, registration, seconds, joins, intervals, late, left_early }) =>
          JSON.stringify({ status, name: name ?? "", email, registration, seconds, joins, intervals, late, left_early }),
        );
      expect({ seed, people: numbers(again).sort() }).toEqual({ seed, people: numbers(report).sort() });
    }
  });

  it("is the form of 2026, column for column, and says on the side in which zone its times are", async () => {
    const report = toReport(fileable(3), { withJoinings: true });
    const file = await renderAttendanceCsv({ answer: report, zone: "America/New_York", layout: "zoom", isRaw: false, isFile: true });
    const lines = [...file.pieces].join("").split("\r\n");
    expect(lines[0]).toBe("\u{feff}Attendee Report");
    expect(lines[1]).toBe("Report generated time,01/05/2027 12:00:00 PM");
    expect(lines[2]).toBe(
      "Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registrants,# Cancelled registrants,Unique Viewers,Total Users,Max Concurrent Views,Enable Registration",
    );
    expect(lines).toContain("Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest,Country/Region Name");
    expect(file.name).toBe("attendee_91974973765_2027_01_05_America-New_York.csv");
    expect(file.notes?.[0]).toContain("--from reads it with --timezone America/New_York.");
  });
});

describe("cells that a spreadsheet would run", () => {
  const evil = ["=1+1", "+49", "-2", "@x", "\t=1", "＝1"];
  const report = () => {
    const input = fileable(5);
    const rows = evil.map((name) => ({ name, join_time: "2027-01-05T16:10:00Z", leave_time: "2027-01-05T16:20:00Z" }));
    return toReport({ ...input, instances: input.instances.map((instance) => ({ ...instance, rows })) }, { withJoinings: true });
  };

  it.each([undefined, "zoom"])("get an apostrophe in layout %s, and none with raw; numbers stay numbers", async (layout) => {
    const safe = await textOf(report(), layout);
    for (const name of evil.map((each) => each.trim())) expect(safe).toContain(`'${name}`);
    const raw = await textOf(report(), layout, true);
    expect(raw).not.toContain("'=");
    expect(raw).toContain("=1+1");
  });

  it("lose it again when the file is read", async () => {
    const names = (await read(await textOf(report(), "zoom"))).people.map(({ name }) => name);
    for (const name of evil.map((each) => each.trim())) expect(names).toContain(name);
  });
});

describe("our own file", () => {
  it("has one row per person, with the fields that were asked for", async () => {
    const answer = toReport(fileable(7));
    const lines = (await textOf(answer, undefined)).split("\r\n");
    expect(lines[0]).toMatch(/^\u{feff}status,roles,name,email,.*,engagement,notes$/u);
    const narrowed = { ...answer, people: answer.people.map(({ email, minutes }) => ({ email, minutes })) };
    const few = [...(await renderAttendanceCsv({ answer: narrowed, zone: null, layout: undefined, isRaw: false, isFile: true })).pieces].join("");
    expect(few.split("\r\n")[0]).toBe("\u{feff}email,minutes");
  });

  it("is of one webinar", async () => {
    await expect(renderAttendanceCsv({ answer: { dates: [] }, zone: null, layout: undefined, isRaw: false, isFile: true })).rejects.toMatchObject({
      code: "input_invalid",
    });
  });
});
