import { expect, it } from "vitest";
import { dayInWords, edgeOfDay } from "./day-words.ts";
import { loadTemporal } from "./temporal.ts";

// A Saturday.
const day = async (text: string) => dayInWords(text, (await loadTemporal()).PlainDate.from("2026-11-28"))?.toString() ?? null;

it.each([
  ["today", "2026-11-28"],
  ["Tomorrow", "2026-11-29"],
  ["yesterday", "2026-11-27"],
  ["in 2 weeks", "2026-12-12"],
  ["in a month", "2026-12-28"],
  ["10 days ago", "2026-11-18"],
  ["saturday", "2026-11-28"],
  ["next saturday", "2026-12-05"],
  ["last saturday", "2026-11-21"],
  ["mon", "2026-11-30"],
  ["last  friday", "2026-11-27"],
])("%s is %s", async (text, expected) => {
  expect(await day(text)).toBe(expected);
});

it.each(["soon", "2 weeks", "in 2 weeks ago", "next", "mo", "2027-03-01", "in 0x2 days", ""])("%j is not a day in words", async (text) => {
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
])("%s in %s is no day", async (day, zone) => {
  expect(await edgeOfDay(day, zone, "start")).toBeNull();
});
