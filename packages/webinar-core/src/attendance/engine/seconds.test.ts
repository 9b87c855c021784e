import { describe, expect, it } from "vitest";
import { toInstant, toMinutes, toSecond } from "./seconds.ts";

const iso = (second: number): string => new Date(second * 1000).toISOString().slice(0, 19);
const secondOf = (text: string): number => Date.parse(text) / 1000;

/** Seconds of many days, the last and first ones of a day, a year and a leap day among them. */
const SECONDS = [
  0,
  secondOf("1969-12-31T23:59:59Z"),
  secondOf("2024-02-29T00:00:00Z"),
  secondOf("2024-02-29T23:59:59Z"),
  secondOf("2026-12-31T23:59:59Z"),
  secondOf("2027-01-01T00:00:00Z"),
  secondOf("2027-02-01T09:09:09Z"),
  ...Array.from({ length: 300 }, (_, nth) => nth * 13_245_671 + nth),
];

describe("a time of Zoom's", () => {
  it.each<[form: string, write: (second: number) => string]>([
    ["in UTC", (second) => `${iso(second)}Z`],
    ["without a zone, which is UTC too", iso],
    ["with a space in it", (second) => `${iso(second).replace("T", " ")}Z`],
    ["with parts of a second, which are cut off", (second) => `${iso(second)}.999Z`],
    ["with an offset to the east", (second) => `${iso(second + 5 * 3600 + 45 * 60)}+05:45`],
    ["with an offset to the west", (second) => `${iso(second - 3 * 3600 - 30 * 60)}-03:30`],
    ["with an offset without a colon", (second) => `${iso(second + 3600)}+0100`],
    ["with parts of a second and an offset", (second) => `${iso(second - 8 * 3600)}.5-08:00`],
  ])("%s is read as its second, whatever was read before", (_form, write) => {
    for (const second of SECONDS) expect([write(second), toSecond(write(second))]).toEqual([write(second), second]);
    for (const second of SECONDS.toReversed()) expect([toSecond(write(second)), toSecond(write(second))]).toEqual([second, second]);
  });

  it("that is read already stays as it is", () => {
    expect([toSecond(0), toSecond(1_800_000_000)]).toEqual([0, 1_800_000_000]);
  });
});

describe("what is no time", () => {
  const GOOD = "2027-02-28T15:00:00Z";
  it.each([
    undefined,
    null,
    "",
    "yesterday",
    "2027-02-28",
    "2027-02-28T15:00Z",
    "2027-02-28T24:00:00Z",
    "2027-02-28T15:60:00Z",
    "2027-02-28T15:00:60Z",
    "2027-02-28T15:00:00z",
    "2027-02-28T15:00:00.Z",
    "2027-02-28T15:00:00ZZ",
    " 2027-02-28T15:00:00Z",
    "2027-02-28T15:00x00Z",
    "2027-02-28T15x00:00Z",
    "2027-02-28x15:00:00Z",
    "2027-02-28T0::00:00Z",
    "2027-02-28T15:0/:00Z",
    "2027-02-28T15:00:0:Z",
    "2027-02-28T1 :00:00Z",
    "2027-02-28T15:00:00+5:30",
    "2027-02-28T15:00:00+05:3",
    "2027-02-30T15:00:00Z",
    "2027-02-31T15:00:00Z",
    "2027-13-01T15:00:00Z",
    "2027-02-00T15:00:00Z",
  ])("is nothing, also after a time of the same day: %s", (text) => {
    toSecond("2026-01-01T00:00:00Z");
    expect(toSecond(text)).toBeNull();
    expect(toSecond(GOOD)).toBe(secondOf(GOOD));
    expect(toSecond(text)).toBeNull();
    expect(toSecond(GOOD)).toBe(secondOf(GOOD));
  });
});

describe("a second", () => {
  it("is written as an instant in UTC, and read as the same second", () => {
    for (const second of SECONDS) {
      expect(toInstant(second)).toBe(`${iso(second)}Z`);
      expect(toSecond(toInstant(second))).toBe(second);
    }
  });

  it("is written the same after many others", () => {
    const start = secondOf("2027-02-01T15:00:00Z");
    for (let more = 0; more < 25_000; more += 1) toInstant(start + more);
    for (const more of [0, 1, 19_999, 20_000, 24_999]) expect(toInstant(start + more)).toBe(`${iso(start + more)}Z`);
  });
});

it.each([
  [0, 0],
  [2, 0],
  [3, 0.1],
  [8, 0.1],
  [9, 0.2],
  [60, 1],
  [3599, 60],
  [3600, 60],
  [5433, 90.6],
])("%i seconds are %f minutes, to one decimal, halves up", (seconds, minutes) => {
  expect(toMinutes(seconds)).toBe(minutes);
});
