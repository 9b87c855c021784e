import { describe, expect, it } from "vitest";
import { clockOf } from "./clock.ts";

describe("the clock of a page", () => {
  it("writes the day and the time of its zone", () => {
    const clock = clockOf("Asia/Kolkata");
    expect(clock.time("2026-11-24T18:45:59Z")).toBe("00:15");
    expect(clock.day("2026-11-24T18:45:59Z")).toBe("Wednesday 25 November 2026");
    expect(clock.shortDay("2026-11-24T18:29:59Z")).toBe("24 Nov 2026");
  });

  it.each([
    ["Europe/Berlin", "2026-11-24T22:30:00Z", "2026-11-24T23:10:00Z", "00:10 +1"],
    ["Europe/Berlin", "2026-11-24T23:30:00Z", "2026-11-24T23:40:00Z", "00:40"],
    ["Europe/Berlin", "2026-10-24T21:30:00Z", "2026-10-25T23:30:00Z", "00:30 +2"],
    ["UTC", "2026-12-31T23:00:00Z", "2027-01-01T00:00:00Z", "00:00 +1"],
  ])("in %s says how many days after %s %s is", (zone, from, instant, text) => expect(clockOf(zone).timeAfter(instant, from)).toBe(text));

  it.each([null, "Mars/Base", ""])("takes UTC for %j", (zone) => expect(clockOf(zone)).toMatchObject({ zone: "UTC" }));
});
