import { describe, expect, it } from "vitest";
import { readPrompt } from "./read-prompt.ts";
import { readSentence } from "./read-sentence.ts";

const ZONE = "Europe/Berlin";
/** A Friday, one in the afternoon in Berlin. */
const FRIDAY = Date.UTC(2027, 0, 15, 12);

const read = (prompt: string, { nowMs = FRIDAY, hostZone = ZONE } = {}) => readPrompt(prompt, { nowMs, hostZone });

describe("a sentence for one webinar", () => {
  it("is read with its time and its topic, and says what it did not name", async () => {
    expect(await read("Create a webinar about AI Safety on 2026-12-01T10:00:00", { nowMs: Date.UTC(2026, 10, 23) })).toMatchObject({
      topic: "AI Safety",
      starts: { local: "2026-12-01T10:00:00", utc: "2026-12-01T09:00:00Z", timezone: ZONE },
      duration: 60,
      recurrence: null,
      series: null,
      unused: [],
      assumed: ["No length was named: 60 minutes."],
    });
  });

  it.each([
    ["on 16/12/2027 at 14h30", "2027-12-16T14:30:00"],
    ["on 10.12.2027 at 8.30am", "2027-12-10T08:30:00"],
    ["thurs 4 feb, half past two", "2027-02-04T14:30:00"],
    ["on the 20th at 10:00", "2027-01-20T10:00:00"],
    ["Friday week at 10:00", "2027-01-29T10:00:00"],
    ["in two weeks, Monday, 10:00", "2027-01-25T10:00:00"],
    ["on Friday at 15:00", "2027-01-15T15:00:00"],
    ["on Friday at 11:00", "2027-01-22T11:00:00"],
    ["next Friday, 29 January, 11:00", "2027-01-29T11:00:00"],
    ["on 4/3/2027 at 10:00", "2027-03-04T10:00:00"],
    ["tomorrow at 3", "2027-01-16T15:00:00"],
    ["tomorrow at 9", "2027-01-16T09:00:00"],
    ["the first Monday of March at 10:00", "2027-03-01T10:00:00"],
  ])("reads the day and the time: %s", async (when, local) => {
    expect((await read(`webinar about Tides ${when}`)).starts.local).toBe(local);
  });

  it("says so if the half of the day is a habit", async () => {
    expect((await read('webinar "Tides" tomorrow at 3')).assumed).toContain("The half of the day was not named: 15:00 by daytime habit.");
  });

  it.each([
    ["webinar called Taco Tuesday on Thursday at noon", "Taco Tuesday"],
    ['Book "Top 10 trends at 10" for Thursday at 2pm', "Top 10 trends at 10"],
    ["webinar about Black Friday returns on Thursday at noon", "Black Friday returns"],
    ["webinar about 15 minute meals on Thursday at noon", "15 minute meals"],
    ["webinar titled 24 Hours in A&E, Thursday noon", "24 Hours in A&E"],
    ["webinar on Thursday at noon, Five Past One Club", "Five Past One Club"],
  ])("keeps a day and a number in the topic: %s", async (prompt, topic) => {
    expect(await read(prompt)).toMatchObject({ topic, duration: 60, starts: { local: expect.stringMatching(/2027-01-21T1[24]/) } });
  });

  it.each([
    ["at 10am New York", "America/New_York", "15:00"],
    ["at 10:00 CET", ZONE, "09:00"],
    ["at 10:00 UTC+1", ZONE, "09:00"],
    ["at 10am PST", "America/Los_Angeles", "18:00"],
    ["at 10am ET", "America/New_York", "15:00"],
  ])("reads the zone: %s", async (when, timezone, utc) => {
    expect((await read(`webinar "Tides" on 20 January ${when}`)).starts).toMatchObject({
      timezone,
      utc: `2027-01-20T${utc}:00Z`,
      zone_from: "input",
    });
  });

  it("lists what it did not use, and loses nothing", async () => {
    const { topic, unused } = await read('Hi Sam, please book "Tides" on Monday at 10:00 in the blue room.\n\nThanks,\nMonica Friday');
    expect({ topic, unused }).toEqual({ topic: "Tides", unused: ["blue room", "Thanks, Monica Friday"] });
  });

  it("takes over settings, the host and people", async () => {
    const sentence =
      'webinar "Tides" on Monday 10:00 hosted by Grace Hopper, passcode tide7, registration with manual approval, cloud recording, practice session, no Q&A, alternative host kim@example.com, panelists Mia Chen <mia@example.com> and leo@example.com';
    expect(await read(sentence)).toMatchObject({
      host: "Grace Hopper",
      settings: {
        passcode: "tide7",
        registration: "manual",
        recording: "cloud",
        practice_session: true,
        qa: false,
        alternative_hosts: ["kim@example.com"],
        panelists: [{ email: "mia@example.com", name: "Mia Chen" }, { email: "leo@example.com" }],
      },
      unused: [],
    });
  });

  it.each([
    ['webinar "Tides" on 3/4/2027 at 10:00', { hostZone: "UTC" }, /3 April or 4 March/],
    ['webinar "Tides" next Friday at 10:00', { nowMs: Date.UTC(2027, 0, 18, 7) }, /22 January 2027 or 29 January 2027/],
    ['webinar "Tides" end of January at 10:00', {}, /names no day/],
    [
      'webinar "Tides" on 30 February at 10:00',
      {},
      /30 February 2027 does not exist: February has 28 days in that year; it may be 28 February 2027 or 1 March 2027/,
    ],
    ['webinar "Tides" on 2027-03-28 at 02:30', {}, /does not exist in Europe\/Berlin/],
    ['webinar "Tides" on 2027-10-31 at 02:30', {}, /happens twice/],
    ['webinar "Tides" on 20 January and 22 January at 10:00', {}, /two days, 20 January 2027 and 22 January 2027/],
    ['webinar "Tides" on Tuesday, 20 January at 10:00', {}, /is a Wednesday, not a Tuesday/],
    ['webinar "Tides" on 20 July at 10am EST', {}, /does not hold in New York/],
    ['webinar "Tides" on 20 January at 10am IST', {}, /Kolkata \(04:30 UTC\), Jerusalem \(08:00 UTC\)/],
    ['webinar "Tides" on 20 January at midnight', {}, /beginning or the end of a day/],
    ['webinar "Tides" on 20 January around 10:00', {}, /no exact day and time/],
    ['webinar "Tides" on 20 January at 9am and 4pm', {}, /two times/],
    ['webinar "Tides" on 10 January 2027 at 10:00', {}, /in the past/],
    ['webinar "One" or "Two" tomorrow at 10:00', {}, /two quotes/],
    ["webinar on brake pads tomorrow at 10:00 ada@example.com", {}, /ada@example\.com/],
    ["cancel the webinar about Tides tomorrow at 10:00", {}, /new webinar/],
    ["Per favore organizza un webinar sui vini martedì 8 dicembre alle 15", {}, /language is not read/],
    ["вебинар о приливах завтра в 10:00", {}, /language is not read/],
    [`webinar about ${"x".repeat(201)} tomorrow at 10:00`, {}, /longer than 200/],
    ["", {}, /no topic/],
  ])("refuses what has two readings or none: %s", async (prompt, context, message) => {
    await expect(read(prompt, context)).rejects.toMatchObject({
      code: "input_invalid",
      message: expect.stringMatching(message),
      faults: expect.arrayContaining([{ field: "prompt", message: expect.stringMatching(/./) }]),
      hint: expect.stringMatching(/./),
    });
  });

  it("tells every fault at once, with the sentence marked", async () => {
    await expect(read('webinar "Tides" on 3/4/2027 around 10:00, 45 minutes, one hour', { hostZone: "UTC" })).rejects.toMatchObject({
      message: expect.stringMatching(/may be 3 April or 4 March.*In: webinar "Tides" \[on 3\/4\/2027\] around \[10:00\], 45 minutes, \[one hour\]/s),
      faults: { length: 3 },
    });
  });
});

describe("a sentence for a series", () => {
  it.each([
    ["every Friday at 10:00 until 26 March", { type: 2, repeat_interval: 1, weekly_days: "6", end_date_time: "2027-03-26" }, "2027-01-22"],
    ["on Tuesday and Thursday at 10:00 until 2027-03-31", { type: 2, weekly_days: "3,5", end_date_time: "2027-03-31" }, "2027-01-19"],
    ["every other Wednesday at 10:00, 5 sessions", { type: 2, repeat_interval: 2, weekly_days: "4", end_times: 5 }, "2027-01-20"],
    ["weekdays at 10:00 for a week starting 18 January", { weekly_days: "2,3,4,5,6", end_date_time: "2027-01-24" }, "2027-01-18"],
    ["the first Monday of each month at 10:00, 3 times", { type: 3, monthly_week: 1, monthly_week_day: 2, end_times: 3 }, "2027-02-01"],
    ["monthly on the third Thursday at 10:00, 3 times", { type: 3, monthly_week: 3, monthly_week_day: 5 }, "2027-01-21"],
    ["the last Friday of every month at 10:00, 3 times", { type: 3, monthly_week: -1, monthly_week_day: 6 }, "2027-01-29"],
    ["daily at 10:00 from 18 January to 22 January", { type: 1, end_date_time: "2027-01-22" }, "2027-01-18"],
    ["on the 31st of every month at 10:00, 3 times", { type: 3, monthly_day: 31, end_times: 3 }, "2027-01-31"],
  ])("is read: %s", async (when, recurrence, first) => {
    const said = await read(`Create a webinar about Drills ${when}`);
    expect(said).toMatchObject({ topic: "Drills", recurrence, starts: { local: `${first}T10:00:00` } });
    expect(said.series?.dates[0]?.local).toBe(`${first}T10:00:00`);
  });

  it.each([
    ["every Friday at 10:00", /when the series ends/],
    ["on Friday at 10:00, 6 times", /not how often/],
    ["every first and third Monday of the month at 10:00, 6 times", /two weeks of a month/],
    ["on the 1st and 15th of each month at 10:00, 6 times", /two days of a month/],
    ["on the fifth Friday of each month at 10:00, 6 times", /not on the fifth/],
    ["every Friday at 10:00 except 5 February, 6 times", /leave a date out/],
    ["every year on 5 February at 10:00, 6 times", /by the year/],
    ["twice a day at 10:00, 6 times", /one time of day/],
    ["every second Friday at 10:00, 6 times", /every second \(or third\) week, or the second \(or third\) one of each month/],
    ["every weekday at 10:00 for six months", /more than 60/],
    ["every Friday at 10:00 for 6 weeks until June 30", /two ends/],
    ["every Friday at 10:00 until June", /no last day/],
    ["every 13 weeks on Friday at 10:00, 2 times", /1 to 12 weeks/],
  ])("is refused if Zoom cannot express it, or it has two readings: %s", async (when, message) => {
    await expect(read(`Create a webinar about Drills ${when}`)).rejects.toMatchObject({
      code: "input_invalid",
      message: expect.stringMatching(message),
    });
  });
});

it("reads a long and senseless text in no time", () => {
  const pieces = [
    "every ",
    "10:00 ",
    "a",
    "Monday and ",
    '"',
    "about about ",
    "in 1 in 1 ",
    "New York ",
    "a@b.c, ",
    "A ",
    "1,",
    "host A B ",
    "from 1 to ",
    "zum 1. ",
  ];
  for (const piece of pieces) {
    const text = piece.repeat(5000).slice(0, 5000);
    const before = process.cpuUsage();
    expect(() => readSentence(text, { nowMs: FRIDAY, hostZone: ZONE })).toThrow(/prompt: /);
    const { user } = process.cpuUsage(before);
    expect(user / 1000, piece).toBeLessThan(1500);
  }
});
