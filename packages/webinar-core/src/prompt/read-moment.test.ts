import { describe, expect, it } from "vitest";
import { readStartTime, type StartWords } from "../time/start-time.ts";
import { readMoment } from "./read-moment.ts";
import { readSentence } from "./read-sentence.ts";

/** A Friday. */
const NOW = Date.parse("2026-11-20T12:00:00Z");
const read = (text: string, hostZone = "Europe/Berlin") => readMoment(text, { nowMs: NOW, hostZone }, "start_time");

describe("a moment in words", () => {
  it.each([
    ["next tuesday 3pm", "2026-11-24T15:00:00"],
    ["next Tuesday at 3 pm", "2026-11-24T15:00:00"],
    ["tomorrow at noon", "2026-11-21T12:00:00"],
    ["tomorrow 10:00", "2026-11-21T10:00:00"],
    ["march 1 10am", "2027-03-01T10:00:00"],
    ["1 March 2027 10:00", "2027-03-01T10:00:00"],
    ["in two hours", "2026-11-20T15:00:00"],
    ["first Monday of March 2027 at 9:30am", "2027-03-01T09:30:00"],
    ["nächsten Dienstag 15 Uhr", "2026-11-24T15:00:00"],
    ["mardi prochain à 15h", "2026-11-24T15:00:00"],
    ["SAT 28 NOV 3PM", "2026-11-28T15:00:00"],
    ["23/12/2026 15:00", "2026-12-23T15:00:00"],
    ["2027/03/04 15:00", "2027-03-04T15:00:00"],
    ["2027-03-04 9:30", "2027-03-04T09:30:00"],
  ])("%s", (text, local) => {
    expect(read(text)).toEqual({ local, timezone: "Europe/Berlin", namesZone: false });
  });

  it.each([
    ["next tuesday at 3", "2026-11-24T15:00:00", "15:00"],
    ["tomorrow half past two", "2026-11-21T14:30:00", "14:30"],
    ["1 March 2027 at nine", "2027-03-01T09:00:00", "09:00"],
    ["tomorrow quarter to six", "2026-11-21T17:45:00", "17:45"],
  ])("is in the half of the day that is usual, which is said: %s", (text, local, clock) => {
    const notes = [`The half of the day was not named: ${clock} by daytime habit.`];
    expect(read(text)).toEqual({ local, timezone: "Europe/Berlin", namesZone: false, notes });
    const sentence = readSentence(`webinar "Tides" ${text}`, { nowMs: NOW, hostZone: "Europe/Berlin" });
    expect([sentence.local, sentence.assumed]).toEqual([local, expect.arrayContaining(notes)]);
  });

  it("may name its zone", () => {
    expect(read("next tuesday 3pm New York time")).toEqual({ local: "2026-11-24T15:00:00", timezone: "America/New_York", namesZone: true });
  });

  it.each([
    ["America/New_York", "2027-03-04T15:00:00", "4 March"],
    ["Europe/Berlin", "2027-04-03T15:00:00", "3 April"],
  ])("may be in digits alone, which are read as words around them would be, as in %s", (zone, local, day) => {
    const notes = [`03/04/2027 was read as ${day}, as in ${zone}.`];
    for (const text of ["03/04/2027 15:00", "03/04/2027 3 pm"]) expect(read(text, zone)).toEqual({ local, timezone: zone, namesZone: false, notes });
  });

  it("may be in UTC or GMT, which are zones", () => {
    for (const zone of ["UTC", "GMT"]) expect(read(`1 March 2027 10:00 ${zone}`)).toMatchObject({ local: "2027-03-01T10:00:00", namesZone: true });
  });

  it.each([
    ["next tuesday", /it does not say at what time/],
    ["3pm", /it does not say on which day/],
    ["tomorrow 10am or 11am", /two times/],
    ["every tuesday 3pm for 6 weeks", /says how often/],
    ["next tuesday 3pm launch party", /says more than a date and time/],
    ["next tuesday 3pm with registration", /says more than a date and time/],
    ["banana", /is not a date and time/],
    ['next tuesday 3pm "x"', /is not a date and time/],
    ["03/04/2027 10am", /may be 3 April or 4 March/, "Asia/Tokyo"],
    ["2027", /is not a date and time/],
    ["---", /is not a date and time$/],
    ["03/04/2027 15:00", /may be 3 April or 4 March/, "UTC"],
    ["03/04/2027", /it does not say at what time/],
    ["15:00", /it does not say on which day/],
    ["31/02/2027 10:00", /31 February 2027 does not exist/],
    ["03/04/2027 15:00-16:00", /says how long, and only a start is asked for/],
    ["tomorrow 10 to 11", /says how long, and only a start is asked for/],
    ["tomorrow 10:00 for 2 hours", /says how long, and only a start is asked for/],
    ["2027-03-01 10:00 EST", /names the zone by "EST", an abbreviation/],
    ["next tuesday 3pm PT", /names the zone by "PT"/],
    ["1 March 2027 10:00 IST", /names the zone by "IST"/],
    ["tomorrow 10am pdt", /names the zone by "pdt"/],
  ])("refuses %s", (text, message, hostZone?: string) => {
    let error: unknown;
    try {
      read(text, hostZone);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code: "input_invalid", message: expect.stringMatching(message), hint: expect.stringMatching(/./) });
    expect(error).toMatchObject({ faults: [{ field: "start_time" }] });
  });

  it("that a weekday of this week makes ambiguous is refused", () => {
    expect(() => readMoment("next friday 3pm", { nowMs: Date.parse("2026-11-17T12:00:00Z"), hostZone: "UTC" }, "start_time")).toThrow(
      /may be .* or /,
    );
  });

  it("is never refused with a hint whose own examples are refused, whatever the hour of the week", async () => {
    let hint = "";
    try {
      read("banana");
    } catch (error) {
      hint = (error as { hint: string }).hint;
    }
    const [, ...examples] = /^Write it as (.+), as (.+), or in words: (.+)\.$/.exec(hint) ?? [];
    expect(examples).toHaveLength(3);
    const words: StartWords = async (text, hostZone, field) => readMoment(text, { nowMs: now, hostZone }, field);
    const [HOUR_MS, HOURS_A_WEEK, STEP] = [3_600_000, 168, 7];
    let now = 0;
    for (let hour = 0; hour < HOURS_A_WEEK; hour += STEP) {
      now = NOW + hour * HOUR_MS;
      for (const example of examples) {
        const { reading } = await readStartTime(example, undefined, { hostZone: async () => "Europe/Berlin", operatorZone: null, words });
        expect(Date.parse(reading.utc), `${example} at ${new Date(now).toISOString()}`).toBeGreaterThan(now);
      }
    }
  });
});
