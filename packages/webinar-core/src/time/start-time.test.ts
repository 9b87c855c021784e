import { describe, expect, it } from "vitest";
import { readStartTime } from "./start-time.ts";
import { assertZone } from "./zone.ts";

const nowhere = { hostZone: async () => null, operatorZone: null };
const read = (text: string, timezone?: string, fallbacks = nowhere as Parameters<typeof readStartTime>[2]) =>
  readStartTime(text, timezone, fallbacks);

describe("start time", () => {
  it("reads 10:00 in New York as 10:00 in New York, on both sides of a daylight-saving change", async () => {
    expect(await read("2027-03-01T10:00", "America/New_York")).toEqual({
      wire: { start_time: "2027-03-01T10:00:00", timezone: "America/New_York" },
      reading: { utc: "2027-03-01T15:00:00Z", local: "2027-03-01T10:00:00", timezone: "America/New_York", zone_from: "input" },
      note: null,
    });
    expect((await read("2027-03-15 10:00", "America/New_York")).reading.utc).toBe("2027-03-15T14:00:00Z");
  });

  it("takes an instant as it is; a zone then only labels it", async () => {
    expect((await read("2027-03-01T15:00:00Z", "America/New_York")).reading).toMatchObject({
      utc: "2027-03-01T15:00:00Z",
      local: "2027-03-01T10:00:00",
    });
    expect((await read("2027-03-01T10:00:00-05:00")).wire).toEqual({ start_time: "2027-03-01T15:00:00Z", timezone: "UTC" });
  });

  it("takes the zone from the host's profile, else from the operator, else refuses", async () => {
    const both = { hostZone: async () => "Europe/Berlin", operatorZone: "Asia/Tokyo" };
    expect((await read("2027-03-01T10:00", undefined, both)).reading).toMatchObject({ utc: "2027-03-01T09:00:00Z", zone_from: "host profile" });
    expect((await read("2027-03-01T10:00", undefined, { ...both, hostZone: async () => null })).reading).toMatchObject({
      timezone: "Asia/Tokyo",
      zone_from: "operator",
    });
    await expect(read("2027-03-01T10:00")).rejects.toMatchObject({ code: "input_invalid", faults: [{ field: "timezone" }] });
  });

  it.each([
    ["2027-02-30T10:00", "does not", /not a date and time that exists/],
    ["2027-03-14T02:30", "is skipped", /does not exist in America\/New_York: clocks are put forward from 02:00 to 03:00/],
    ["2027-11-07T01:30", "is repeated", /happens twice/],
    ["2027-13-01T10:00", "month 13", /not a date and time that exists/],
    ["2027-03-01T25:00", "hour 25", /not a date and time that exists/],
    ["2027-03-01T25:00:00Z", "hour 25 as an instant", /not a date and time that exists/],
    ["tomorrow", "words", /is not a date and time/],
    ["", "nothing", /is not a date and time/],
  ])("refuses %s (%s), naming the field and the way out", async (text, _why, message) => {
    await expect(read(text, "America/New_York")).rejects.toMatchObject({
      code: "input_invalid",
      message: expect.stringMatching(message),
      hint: expect.stringMatching(/./),
      faults: [{ field: "start_time" }],
    });
  });

  it("offers what to use for an hour that is skipped, and both readings of one that is repeated", async () => {
    await expect(read("2027-03-14T02:30", "America/New_York")).rejects.toMatchObject({ hint: expect.stringContaining("2027-03-14T03:30") });
    await expect(read("2027-11-07T01:30", "America/New_York")).rejects.toMatchObject({
      hint: expect.stringMatching(/05:30:00Z or 2027-11-07T06:30:00Z/),
    });
  });

  it("refuses an unknown zone and offers the near one", () => {
    expect(() => assertZone("America/NewYork")).toThrow(/not a time zone/);
    expect(() => assertZone("berlin")).toThrowError(expect.objectContaining({ hint: expect.stringContaining("Europe/Berlin") }));
  });
});

describe("a start time in words", () => {
  const words: Parameters<typeof readStartTime>[2]["words"] = async (text, hostZone) =>
    text.includes("Tokyo")
      ? { local: "2027-03-02T15:00:00", timezone: "Asia/Tokyo", namesZone: true }
      : { local: "2027-03-02T15:00:00", timezone: hostZone, namesZone: false };
  const atHome = { hostZone: async () => "Europe/Berlin", operatorZone: null, words };

  it("is in the zone that a wall time would be in, and comes with what to tell people", async () => {
    expect(await read("next tuesday 3pm", undefined, atHome)).toEqual({
      wire: { start_time: "2027-03-02T15:00:00", timezone: "Europe/Berlin" },
      reading: { utc: "2027-03-02T14:00:00Z", local: "2027-03-02T15:00:00", timezone: "Europe/Berlin", zone_from: "host profile" },
      note: '"next tuesday 3pm" was read as Tue 2027-03-02 15:00 Europe/Berlin (14:00 UTC).',
    });
    expect((await read("next tuesday 3pm", "Asia/Tokyo", atHome)).reading).toMatchObject({ timezone: "Asia/Tokyo", zone_from: "input" });
    expect((await read("3pm Tokyo time", undefined, atHome)).reading).toMatchObject({ timezone: "Asia/Tokyo", zone_from: "input" });
  });

  it("is refused if it names another zone than timezone", async () => {
    await expect(read("3pm Tokyo time", "Europe/Berlin", atHome)).rejects.toMatchObject({ message: expect.stringContaining("names Asia/Tokyo") });
  });
});
