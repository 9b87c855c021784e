import { describe, expect, it } from "vitest";
import { readStartTime, timeFault } from "./start-time.ts";
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

  it.each(["1.3.2027 10:00", "01.03.2027 10:00", "1. 3. 2027, 10:00", "01.03.2027T10:00:00", "1.3.2027 um 10:00 Uhr", " 1.3.2027 10.00 Uhr "])(
    "reads a day with dots and the whole year as day, month, year: %s",
    async (text) => {
      expect(timeFault(text)).toBeNull();
      const { wire, note } = await read(text, "Europe/Berlin");
      expect({ wire, note }).toEqual({ wire: { start_time: "2027-03-01T10:00:00", timezone: "Europe/Berlin" }, note: null });
    },
  );

  it.each([
    ["03/04/2027 10:00", /is not a date and time$/],
    ["3.4.27 10:00", /is not a date and time$/],
    ["1.3.2027", /is not a date and time$/],
    ["3.13.2027 10:00", /is not a date and time that exists$/],
    ["30.2.2027 10:00", /is not a date and time that exists$/],
    ["1.3.2027 25:00", /is not a date and time that exists$/],
  ])("guesses no order and no year, and makes no day up: %s", async (text, message) => {
    expect(timeFault(text)?.message).toMatch(message);
    await expect(read(text, "Europe/Berlin")).rejects.toThrow(message);
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

  it.each([
    ["2027-03-01T10:00", "2027-03-01T10:00:00"],
    ["2027-03-01 10:00:05", "2027-03-01T10:00:05"],
    ["  2027-03-01T10:00:05.999 ", "2027-03-01T10:00:05"],
    ["2027-12-31T23:59:59", "2027-12-31T23:59:59"],
    ["2028-02-29T00:00", "2028-02-29T00:00:00"],
  ])("reads the wall time %j as %s", async (text, local) => {
    expect((await read(text, "UTC")).reading).toEqual({ utc: `${local}Z`, local, timezone: "UTC", zone_from: "input" });
  });

  it.each([
    ["2027-03-01T15:00Z", "2027-03-01T15:00:00Z"],
    ["2027-03-01T15:00:05z", "2027-03-01T15:00:05Z"],
    [" 2027-03-01 15:00:05.9Z ", "2027-03-01T15:00:05Z"],
    ["2027-03-01T15:00+0530", "2027-03-01T09:30:00Z"],
    ["2027-03-01T15:00:00-08:00", "2027-03-01T23:00:00Z"],
  ])("reads the instant %j as %s", async (text, utc) => {
    expect(await read(text)).toMatchObject({ wire: { start_time: utc, timezone: "UTC" }, reading: { utc, zone_from: "instant" }, note: null });
  });

  it.each([
    "2027-3-01T10:00",
    "2027-03-01T10",
    "2027-03-01",
    "x2027-03-01T10:00",
    "2027-03-01T10:00x",
    "2027-03-01T10:00:00Zx",
    "x2027-03-01T10:00:00Z",
    "2027-03-01T10:00+5",
  ])("%s is no time", async (text) => {
    await expect(read(text, "UTC")).rejects.toMatchObject({
      message: `start_time: "${text}" is not a date and time`,
      faults: [{ field: "start_time" }],
    });
  });

  it("labels an instant without a zone by that of the webinar's dates if there is one", async () => {
    const ofInstant = async () => ({ zone: "Asia/Tokyo", from: "webinar" as const });
    expect((await read("2027-03-01T15:00:00Z", undefined, { ...nowhere, ofInstant })).reading).toEqual({
      utc: "2027-03-01T15:00:00Z",
      local: "2027-03-02T00:00:00",
      timezone: "Asia/Tokyo",
      zone_from: "webinar",
    });
    expect((await read("2027-03-01T15:00:00Z", "UTC", { ...nowhere, ofInstant })).reading).toMatchObject({ timezone: "UTC", zone_from: "input" });
    expect((await read("2027-03-01T15:00:00Z", undefined, { ...nowhere, ofInstant: async () => null })).reading).toMatchObject({
      timezone: "UTC",
      zone_from: "instant",
    });
  });

  it("says whose zone it is that nobody knows", async () => {
    const from = (fallbacks: Parameters<typeof readStartTime>[2]) => read("2027-03-01T10:00", undefined, fallbacks);
    const hostZone = async () => "Mars/Olympus";
    await expect(from({ hostZone, operatorZone: null })).rejects.toMatchObject({ faults: [{ field: "the zone of the host profile" }] });
    await expect(from({ hostZone, hostZoneFrom: "webinar", operatorZone: null })).rejects.toMatchObject({
      faults: [{ field: "the zone of the webinar" }],
    });
    await expect(from({ ...nowhere, operatorZone: "Mars/Olympus" })).rejects.toMatchObject({ faults: [{ field: "zone" }] });
    expect((await from({ hostZone: async () => "Asia/Tokyo", hostZoneFrom: "webinar", operatorZone: null })).reading).toMatchObject({
      zone_from: "webinar",
    });
  });

  it("asks for the host's zone only if it is needed", async () => {
    const hostZone = async () => {
      throw new Error("asked");
    };
    expect((await read("2027-03-01T10:00", "UTC", { hostZone, operatorZone: null })).reading.timezone).toBe("UTC");
    expect((await read("2027-03-01T10:00Z", undefined, { hostZone, operatorZone: null })).reading.timezone).toBe("UTC");
  });

  it.each([
    ["America/New_York", "2027-03-14T02:00", "02:00 to 03:00", "Use 2027-03-14T01:00 or 2027-03-14T03:00, "],
    ["America/New_York", "2027-03-14T02:59", "02:00 to 03:00", "Use 2027-03-14T01:59 or 2027-03-14T03:59, "],
    ["Australia/Lord_Howe", "2027-10-03T02:15", "02:00 to 02:30", "Use 2027-10-03T01:45 or 2027-10-03T02:45, "],
    ["America/Havana", "2027-03-14T00:30", "00:00 to 01:00", "Use 2027-03-13T23:30 or 2027-03-14T01:30, "],
  ])("says in %s of %s that clocks are put forward from %s", async (zone, text, change, hint) => {
    await expect(read(text, zone)).rejects.toMatchObject({
      message: `start_time: ${text.replace("T", " ")} does not exist in ${zone}: clocks are put forward from ${change}`,
      hint: expect.stringContaining(hint),
    });
  });

  it.each([
    ["2027-03-14T01:59", "06:59"],
    ["2027-03-14T03:00", "07:00"],
    ["2027-11-07T00:59", "04:59"],
    ["2027-11-07T02:00", "07:00"],
  ])("reads %s, just before or after a change of the clocks in New York, as %s UTC", async (text, utc) => {
    expect((await read(text, "America/New_York")).reading.utc.slice(11, 16)).toBe(utc);
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

  it("is read only if there are words to read", async () => {
    await expect(read("  ", undefined, atHome)).rejects.toMatchObject({ message: expect.stringContaining("is not a date and time") });
    expect((await read("3pm Tokyo time", "Asia/Tokyo", atHome)).reading).toMatchObject({ timezone: "Asia/Tokyo", zone_from: "input" });
  });

  it("is refused if it names another zone than timezone", async () => {
    await expect(read("3pm Tokyo time", "Europe/Berlin", atHome)).rejects.toMatchObject({ message: expect.stringContaining("names Asia/Tokyo") });
  });
});
