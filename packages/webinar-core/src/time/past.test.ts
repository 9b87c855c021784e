import { describe, expect, it, vi } from "vitest";
import { assertNotPast } from "./past.ts";
import type { Reading } from "./start-time.ts";

const NOW = Date.UTC(2027, 2, 1, 15, 0, 40);
const startAt = (utc: string): Reading => ({ utc, local: "2027-03-01T10:00:00", timezone: "America/New_York", zone_from: "input" });
const said = (utc: string, more: Partial<Parameters<typeof assertNotPast>[1]> = {}) =>
  assertNotPast(startAt(utc), { now: async () => NOW, allowPast: undefined, ...more }).then(
    () => "fine",
    (error: unknown) => error,
  );

describe("a start", () => {
  it.each(["2027-03-01T15:00:00Z", "2027-03-01T15:01:00Z", "2028-01-01T00:00:00Z"])("in this minute or later is fine: %s", async (utc) => {
    expect(await said(utc)).toBe("fine");
  });

  it("before this minute is refused, with today's date and time in its zone and the way out", async () => {
    expect(await said("2027-03-01T14:59:00Z")).toMatchObject({
      code: "input_invalid",
      message: "start_time: 2027-03-01 10:00 America/New_York (14:59 UTC) is in the past: today is 2027-03-01, and it is 10:00 there",
      hint: expect.stringContaining("allow_past: true"),
      faults: [{ field: "start_time" }],
    });
  });

  it("names the field that the caller gave it in", async () => {
    expect(await said("2027-03-01T14:59:00Z", { field: "dates" })).toMatchObject({ faults: [{ field: "dates" }] });
  });

  it("in the past is fine if the caller means it, and the clock is not asked", async () => {
    const now = vi.fn(async () => NOW);
    expect(await said("2020-01-01T00:00:00Z", { allowPast: true, now })).toBe("fine");
    expect(now).not.toHaveBeenCalled();
    expect(await said("2020-01-01T00:00:00Z", { allowPast: false })).toMatchObject({ code: "input_invalid" });
  });

  it("in the past is fine if the webinar has it already, in any spelling, and asked for only then", async () => {
    const present = vi.fn(async () => "2027-03-01T14:00:00.000Z");
    expect(await said("2027-03-01T14:00:00Z", { present })).toBe("fine");
    expect(await said("2027-03-01T14:01:00Z", { present })).toMatchObject({ code: "input_invalid" });
    expect(present).toHaveBeenCalledTimes(2);
    expect(await said("2027-03-01T16:00:00Z", { present })).toBe("fine");
    expect(present).toHaveBeenCalledTimes(2);
    expect(await said("2027-03-01T14:00:00Z", { present: async () => null })).toMatchObject({ code: "input_invalid" });
  });
});
