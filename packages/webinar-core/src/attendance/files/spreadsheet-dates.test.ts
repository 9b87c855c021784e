import { describe, expect, it } from "vitest";
import { toReport } from "../engine/report.ts";
import { readPortalFile } from "./read-portal.ts";

const measures = { now_ms: Date.UTC(2027, 5, 1), late_minutes: 5, early_minutes: 5 };
const two = (value: number | undefined): string => String(value).padStart(2, "0");

/** A day, and a time of day in minutes after midnight. */
type Write = (day: number, minute: number) => string;
const hours = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const half = (minute: number, sign: readonly [string, string] = ["AM", "PM"]): string => {
  const hour = Math.floor(minute / 60);
  return `${hour % 12 === 0 ? 12 : hour % 12}:${two(minute % 60)} ${sign[hour < 12 ? 0 : 1]}`;
};

/** A file of a webinar on a day of March 2025, from 11:30 to 12:30, with every date as somebody writes it. */
const fileOf = (write: Write, day: number): string =>
  [
    "Attendee Report",
    "Topic,Webinar ID,Actual Start Time,Actual Duration (minutes),# Registered,Enable Registration",
    `Tides,847 5984 1045,"${write(day, 690)}",60,2,Yes`,
    "Attendee Details",
    "Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status,Join Time,Leave Time",
    `Yes,Mina,Mina,Muster,mina@example.com,"${write(day - 1, 600)}",approved,"${write(day, 710)}","${write(day, 730)}"`,
    `No,Ravi,Ravi,Fictional,ravi@example.com,"${write(day - 1, 601)}",approved,--,--`,
  ].join("\r\n");

const read = async (text: string) => toReport({ ...(await readPortalFile(text, "UTC")), ...measures });

const WAYS: readonly (readonly [who: string, write: Write])[] = [
  ["Zoom in 2025", (day, minute) => `Mar ${day}, 2025 ${hours(minute)}:00`],
  ["Zoom in 2026", (day, minute) => `03/${two(day)}/2025 ${half(minute)}`],
  ["Excel in Germany", (day, minute) => `${two(day)}.03.2025 ${hours(minute)}`],
  ["LibreOffice in Germany", (day, minute) => `${two(day)}.03.25 ${hours(minute)}:00`],
  ["Excel in France, Spain and Britain", (day, minute) => `${two(day)}/03/2025 ${hours(minute)}`],
  ["Excel in the Netherlands", (day, minute) => `${day}-3-2025 ${hours(minute)}`],
  ["Excel in Japan", (day, minute) => `2025/3/${day} ${hours(minute)}`],
  ["Excel in Sweden and Canada", (day, minute) => `2025-03-${two(day)} ${hours(minute)}`],
  ["LibreOffice by ISO", (day, minute) => `2025-03-${two(day)}T${hours(minute)}:00`],
  ["Excel in the United States", (day, minute) => `3/${day}/25 ${hours(minute)}`],
  ["LibreOffice in the United States", (day, minute) => `03/${two(day)}/25 ${half(minute)}`],
  ["Excel in Mexico", (day, minute) => `${two(day)}/03/2025 ${half(minute, ["a. m.", "p. m."])}`],
  ["Numbers in Britain", (day, minute) => `${two(day)}/03/2025, ${hours(minute)}`],
];

describe("dates of a file", () => {
  it.each(WAYS)("are read as %s writes them", async (_who, write) => {
    const { webinar, totals, people, notes } = await read(fileOf(write, 22));
    expect(webinar).toMatchObject({ start_time: "2025-03-22T11:30:00Z", end_time: "2025-03-22T12:30:00Z" });
    expect(totals).toMatchObject({ registered: 2, attended: 1, absent: 1, average_minutes: 20, peak_at: "2025-03-22T11:50:00Z" });
    expect(people[0]).toMatchObject({ first_join: "2025-03-22T11:50:00Z", last_leave: "2025-03-22T12:10:00Z" });
    expect(notes.filter((note) => note.includes("month first"))).toEqual([]);
  });

  it("begin with the day if one of them shows it, also those that would fit both ways", async () => {
    const dayFirst: Write = (day, minute) => `${two(day)}/03/2025 ${hours(minute)}`;
    // The webinar is on 5 March, which could be 3 May; one registration on the 20th of a month decides.
    const text = fileOf(dayFirst, 5).replace("04/03/2025 10:01", "20/02/2025 10:01");
    expect((await read(text)).webinar.start_time).toBe("2025-03-05T11:30:00Z");
  });

  it("begin with the month, as Zoom writes them, if nothing shows the order, and a note says so", async () => {
    const { webinar, notes } = await read(fileOf((day, minute) => `3/${day}/2025 ${hours(minute)}`, 5));
    expect(webinar.start_time).toBe("2025-03-05T11:30:00Z");
    expect(notes).toContainEqual(expect.stringContaining('"3/5/2025 11:30" are read with the month first. If the day comes first'));
  });

  it("are in no doubt in Zoom's own form, which has AM or PM", async () => {
    const { notes } = await read(fileOf((day, minute) => `03/${two(day)}/2025 ${half(minute)}`, 5));
    expect(notes.filter((note) => note.includes("month first"))).toEqual([]);
  });

  it("without seconds get a note, because each stay may be a minute off", async () => {
    const isNoted = async (write: Write) => (await read(fileOf(write, 22))).notes.some((note) => note.includes("no seconds"));
    expect(await isNoted((day, minute) => `${two(day)}.03.2025 ${hours(minute)}`)).toBe(true);
    expect(await isNoted((day, minute) => `${two(day)}.03.2025 ${hours(minute)}:00`)).toBe(false);
  });

  it.each(["32.03.2025 19:00", "22.13.2025 19:00", "22.03.2025 25:00", "45738.79", "22 mars 2025 19:00", "2025-3/22 19:00"])(
    "that are none, such as %s, are named with the way out",
    async (odd) => {
      await expect(read(fileOf(() => odd, 22))).rejects.toMatchObject({
        code: "input_invalid",
        message: expect.stringContaining(`"${odd}"`),
        hint: expect.stringContaining("2025-03-22 19:52:01"),
      });
    },
  );
});
