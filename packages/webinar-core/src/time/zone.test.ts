import { describe, expect, it } from "vitest";
import { assertZone, zoneName, zonesMeantBy } from "./zone.ts";

const WHOLE = [
  "UTC",
  "GMT",
  "Etc/UTC",
  "Etc/GMT+5",
  "America/New_York",
  "America/Argentina/Buenos_Aires",
  "US/Pacific",
  "Asia/Kolkata",
  "Asia/Calcutta",
];
const SHORT: readonly [string, string][] = [
  ["PST", "America/Los_Angeles"],
  ["PDT", "America/Los_Angeles"],
  ["PT", "America/Los_Angeles"],
  ["IST", "Asia/Kolkata or Europe/Dublin or Asia/Jerusalem"],
  ["EST", "America/New_York"],
  ["EDT", "America/New_York"],
  ["MST", "America/Denver or America/Phoenix"],
  ["HST", "Pacific/Honolulu"],
  ["EST5EDT", "America/New_York"],
  ["SystemV/PST8PDT", "America/Los_Angeles"],
  ["SystemV/EST5", "America/New_York"],
  ["CEST", "Europe/Berlin"],
  ["AEDT", "Australia/Sydney"],
  ["BST", "Europe/London"],
  ["Zulu", "UTC"],
  ["Japan", "Asia/Tokyo"],
  ["Berlin", "Europe/Berlin"],
];

describe("a time zone", () => {
  it.each(WHOLE)("%s is one", (zone) => {
    expect(assertZone(zone)).toBe(zone);
    expect(zoneName().parse(` ${zone} `)).toBe(zone);
  });

  it("is read as IANA spells it", () => {
    expect(assertZone("america/new_york")).toBe("America/New_York");
    expect(assertZone("utc")).toBe("UTC");
  });

  it.each(SHORT)("%s is not one, and %s is offered", (zone, choices) => {
    expect(() => assertZone(zone)).toThrow(`"${zone}" is `);
    expect(() => assertZone(zone)).toThrow(choices);
    expect(zoneName().safeParse(zone).error?.issues[0]?.message).toContain(choices);
  });

  it.each(["", "Mars/Olympus", "+05:30", "UTC+5", "GMT-3", "Somewhere"])("%j is not one", (zone) => {
    expect(() => assertZone(zone)).toThrow(/not a time zone that we know|old name/);
  });
});

describe("a field that takes a zone", () => {
  const said = (text: string) => {
    const { success, data, error } = zoneName().safeParse(text);
    return success ? data : error.issues.map(({ message }) => message);
  };

  it("gives it as IANA spells it", () => {
    expect([said(" europe/berlin "), said("utc")]).toEqual(["Europe/Berlin", "UTC"]);
  });

  it("says what is wrong with it, once, and which zones may be meant", () => {
    expect(said("PST")).toEqual([expect.stringContaining("choose America/Los_Angeles")]);
    expect(said("Berlin")).toEqual(['"Berlin" is not a time zone that we know; choose Europe/Berlin']);
    expect(said("Nowhere at all")).toEqual([expect.stringContaining("America/New_York, Europe/Berlin or UTC, for instance")]);
  });

  it("looks no further at what is far too long for one", () => {
    expect(said("x".repeat(65))).toHaveLength(1);
    expect(said("x".repeat(65))).not.toEqual([expect.stringContaining("is not a time zone")]);
    expect(said("x".repeat(64))).toEqual([expect.stringContaining("is not a time zone")]);
  });
});

describe("a zone that somebody may mean", () => {
  const choices = (text: string): string => {
    try {
      return `is ${assertZone(text)}`;
    } catch (error) {
      return /choose (.*)$/.exec(error instanceof Error ? error.message : "")?.[1] ?? "";
    }
  };
  const ANY = "America/New_York, Europe/Berlin or UTC, for instance";

  it.each([
    ["los angeles", "America/Los_Angeles"],
    ["New-York", "America/New_York"],
    ["Lond", "Europe/London"],
    ["Lon", ANY],
    ["ondon", ANY],
    ["europe berlin", "Europe/Berlin"],
    ["America/NewYork", "America/New_York"],
    ["Rome", "Europe/Rome"],
    ["Nowhere", ANY],
    ["x UTC", ANY],
    ["UTC x", ANY],
    ["Systemv/PST8", "America/Los_Angeles or America/Tijuana or Asia/Manila"],
    ["x/SystemV/PST8", ANY],
    ["CST6CDT", "America/Chicago or America/Mexico_City or Asia/Shanghai"],
    ["ET", "America/New_York or America/Panama or America/Toronto"],
    ["WEST", "Europe/Lisbon or Atlantic/Canary"],
    ["JST", "Asia/Tokyo"],
    ["NZDT", "Pacific/Auckland"],
    ["Greenwich", "GMT or Europe/London"],
    ["utc", "is UTC"],
    [" asia/tokyo ", "is Asia/Tokyo"],
    ["ETC/GMT+5", "is Etc/GMT+5"],
  ])("by %j: %s", (text, expected) => {
    expect(choices(text)).toBe(expected);
  });

  it.each<[text: string, first: string | null]>([
    ["PST", "America/Los_Angeles"],
    ["PDT", "America/Los_Angeles"],
    ["ET", "America/New_York"],
    ["CEST", "Europe/Berlin"],
    ["AKST", "America/Anchorage"],
    ["GREENWICH", null],
    ["Z", null],
    ["UTC", null],
    ["GMT", null],
    ["SAT", null],
    ["SAST", "Africa/Johannesburg"],
    ["pdt", "America/Los_Angeles"],
    ["est", null],
    ["ist", null],
    ["edt", "America/New_York"],
    ["bst", "Europe/London"],
    ["et", null],
    ["cet", null],
    ["xpdt", null],
    ["pdtx", null],
    ["Pdt", null],
    ["PST8", null],
    ["xPST", null],
    ["ABC", null],
    ["", null],
  ])("in a sentence %j is read as %s", (text, first) => {
    expect(zonesMeantBy(text)?.[0] ?? null).toBe(first);
  });

  it.each(["PST", "Japan"])("%s is called an abbreviation or an old name", (text) => {
    expect(() => assertZone(text)).toThrow(`"${text}" is an abbreviation or an old name, not an IANA time zone; choose `);
  });
});
