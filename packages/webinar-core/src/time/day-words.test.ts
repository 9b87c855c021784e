import { expect, it } from "vitest";
import { dayInWords, edgeOfDay, readDayWords } from "./day-words.ts";
import { loadTemporal } from "./temporal.ts";

// A Saturday.
const day = async (text: string) => dayInWords(text, (await loadTemporal()).PlainDate.from("2026-11-28"))?.toString() ?? null;

it.each([
  ["today", "2026-11-28"],
  ["Tomorrow", "2026-11-29"],
  ["yesterday", "2026-11-27"],
  ["in 2 weeks", "2026-12-12"],
  ["in two weeks", "2026-12-12"],
  ["in a couple of weeks", "2026-12-12"],
  ["In Twelve days", "2026-12-10"],
  ["in a fortnight", "2026-12-12"],
  ["in two weeks' time", "2026-12-12"],
  ["in a fortnight’s time", "2026-12-12"],
  ["a week from today", "2026-12-05"],
  ["three months from now", "2027-02-28"],
  ["a fortnight ago", "2026-11-14"],
  ["two days ago", "2026-11-26"],
  ["the day after tomorrow", "2026-11-30"],
  ["day before yesterday", "2026-11-26"],
  ["weds", "2026-12-02"],
  ["on friday", "2026-12-04"],
  ["this coming friday", "2026-12-04"],
  ["in a month", "2026-12-28"],
  ["10 days ago", "2026-11-18"],
  ["saturday", "2026-11-28"],
  ["next saturday", "2026-12-05"],
  ["last saturday", "2026-11-21"],
  ["mon", "2026-11-30"],
  ["last  friday", "2026-11-27"],
  ["last sunday", "2026-11-22"],
  ["next sunday", "2026-11-29"],
  ["this wednesday", "2026-12-02"],
  ["this saturday", "2026-11-28"],
  ["thu", "2026-12-03"],
  ["sunday", "2026-11-29"],
  ["in 1 day", "2026-11-29"],
  ["in one week", "2026-12-05"],
  ["a week ago", "2026-11-21"],
  ["1 month ago", "2026-10-28"],
  ["  In 120 Days ", "2027-03-28"],
])("%s is %s", async (text, expected) => {
  expect(await day(text)).toBe(expected);
});

it.each([
  "soon",
  "2 weeks",
  "in 2 weeks ago",
  "next",
  "mo",
  "2027-03-01",
  "in 0x2 days",
  "",
  "in 1000 days",
  "days ago",
  "two weeks",
  "two weeks' time",
  "in two weeks from now",
  "a fortnight",
  "in thirteen weeks",
  "in zero days",
  "in some days",
  "the today",
  "in days",
  "sundays",
  "the next monday",
  "next monday morning",
  "come in 2 weeks",
  "a1 day ago",
  "in 2 weeks or so",
  "constructor",
])("%j is not a day in words", async (text) => {
  expect(await day(text)).toBeNull();
});

it.each([
  ["2027-03-28", "Europe/Berlin", "2027-03-27T23:00:00Z", "2027-03-28T21:59:59.999Z"],
  ["2026-11-28", "Asia/Kolkata", "2026-11-27T18:30:00Z", "2026-11-28T18:29:59.999Z"],
  ["2026-11-28", "UTC", "2026-11-28T00:00:00Z", "2026-11-28T23:59:59.999Z"],
])("%s in %s begins and ends by the clocks there", async (day, zone, start, end) => {
  expect([await edgeOfDay(day, zone, "start"), await edgeOfDay(day, zone, "end")]).toEqual([start, end]);
});

it.each([
  ["2026-02-30", "UTC"],
  ["2026-02-20", "Nowhere/City"],
  ["soon", "UTC"],
])("%s in %s is no day", async (day, zone) => {
  expect([await edgeOfDay(day, zone, "start"), await edgeOfDay(day, zone, "end")]).toEqual([null, null]);
});

it("today is the day where the clock stands, not the one in London", async () => {
  const nowMs = Date.UTC(2026, 10, 28, 23, 30);
  const days = ["UTC", "Asia/Tokyo", "Pacific/Honolulu"].map((zone) => readDayWords("today", { zone, nowMs }));
  expect(await Promise.all(days)).toEqual(["2026-11-28", "2026-11-29", "2026-11-28"]);
  expect(await readDayWords("soon", { zone: "UTC", nowMs })).toBeNull();
});
