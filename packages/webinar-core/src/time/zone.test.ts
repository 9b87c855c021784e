import { describe, expect, it } from "vitest";
import { assertZone, zoneName } from "./zone.ts";

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
