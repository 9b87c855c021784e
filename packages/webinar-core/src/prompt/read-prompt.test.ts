import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PromptContext, readPrompt } from "./read-prompt.ts";

const ZONE = "Europe/Berlin";
/** A Friday, one in the afternoon in Berlin. */
const FRIDAY = Date.UTC(2027, 0, 15, 12);
const MONDAY = Date.UTC(2027, 0, 18, 7);

const read = (kind: PromptContext["kind"], prompt: string, nowMs = FRIDAY) =>
  readPrompt(prompt, { kind, nowMs, zone: async (named) => named ?? ZONE });
const single = (prompt: string, nowMs?: number) => read("single", prompt, nowMs);
const series = (prompt: string, nowMs?: number) => read("series", prompt, nowMs);

describe("a prompt for one webinar", () => {
  it("parity 3 reads the example: its time and its topic", async () => {
    expect(await single("Create a webinar about AI Safety on 2026-12-01T10:00:00", Date.UTC(2026, 10, 23))).toEqual({
      topic: "AI Safety",
      start_time: "2026-12-01T10:00:00",
      timezone: ZONE,
      duration: 60,
      recurrence: null,
      notes: ["No length was named: 60 minutes."],
    });
  });

  it.each([
    ['Schedule "Tides, told slowly" tomorrow at 10:00 for 45 minutes', "Tides, told slowly", "2027-01-16T10:00:00", 45],
    ["Please plan a 90-minute webinar titled Open House on March 1, 2027 at 3 pm", "Open House", "2027-03-01T15:00:00", 90],
    ["create a webinar about cats and dogs next Tuesday at 15:00", "cats and dogs", "2027-01-19T15:00:00", 60],
    ["Set up the AI Safety webinar on 2027-03-01 at 10:00", "AI Safety", "2027-03-01T10:00:00", 60],
    ["a webinar on Tides on Monday from 10:00 to 11:30", "Tides", "2027-01-18T10:00:00", 90],
    ["webinar about the May update on 2027-03-01T10:00", "the May update", "2027-03-01T10:00:00", 60],
    ["Webinar called Launch, in 2 hours, half an hour long", "Launch", "2027-01-15T15:00:00", 30],
    ["I'd like to host a webinar about AI in 2027 on 3 March at noon for an hour and a half", "AI in 2027", "2027-03-03T12:00:00", 90],
    ["Create a webinar about Weekly Review tomorrow at 9:30 am for 1 hour and 15 minutes", "Weekly Review", "2027-01-16T09:30:00", 75],
    ["a walk through the API: create a webinar about Walking through the API tomorrow at 16:00", null, "", 0],
    ["create a webinar about Tides the day after tomorrow at 10:00", "Tides", "2027-01-17T10:00:00", 60],
    ["webinar about Now and Then on Jan 20 at 10:00", "Now and Then", "2027-01-20T10:00:00", 60],
    ["create a webinar about Tides on Monday, March 1, 2027 at 10:00", "Tides", "2027-03-01T10:00:00", 60],
    ["schedule a webinar called Tea Time at 4:30 pm on Jan 20", "Tea Time", "2027-01-20T16:30:00", 60],
    ["create a webinar about Tides on 2027-03-01T10:00:00Z", "Tides", "2027-03-01T10:00:00Z", 60],
  ])("reads: %s", async (prompt, topic, start_time, duration) => {
    if (topic === null)
      await expect(single(prompt)).rejects.toMatchObject({ code: "input_invalid", message: expect.stringContaining("walk through API") });
    else expect(await single(prompt)).toMatchObject({ topic, start_time, duration, recurrence: null });
  });

  it.each([
    ["about Tides tomorrow at 10:00 New York time", "America/New_York", "2027-01-16T10:00:00"],
    ["about Tides on 2027-03-01 at 10:00 America/New_York", "America/New_York", "2027-03-01T10:00:00"],
    ["about Tides on 2027-03-01 at 10:00 UTC", "UTC", "2027-03-01T10:00:00"],
    ["about Tides tomorrow at 01:00 in Asia/Tokyo", "Asia/Tokyo", "2027-01-16T01:00:00"],
    ["about Tides on 2027-03-01 at 10:00 local time", ZONE, "2027-03-01T10:00:00"],
  ])("reads the zone of: %s", async (prompt, timezone, start_time) => {
    expect(await single(`create a webinar ${prompt}`)).toMatchObject({ topic: "Tides", timezone, start_time });
  });

  it('reads "next Tuesday" on a Monday as that of the week after, which is why the reading is shown', async () => {
    expect((await single("webinar about Tides next Tuesday at 10:00", MONDAY)).start_time).toBe("2027-01-26T10:00:00");
    expect((await single("webinar about Tides on Tuesday at 10:00", MONDAY)).start_time).toBe("2027-01-19T10:00:00");
  });

  it.each([
    ["create a webinar about Tides", /on which day/],
    ["create a webinar about Tides tomorrow", /at what time/],
    ["create a webinar about Tides at 10:00", /on which day/],
    ["create a webinar tomorrow at 10:00", /no topic/],
    ["create a webinar about Tides tomorrow at 3", /morning or in the evening/],
    ["create a webinar about Tides tomorrow at 3:30", /morning or in the evening/],
    ["create a webinar about Tides on 3/4/2027 at 10:00", /may be two days/],
    ["create a webinar about Tides on 4.3.2027 at 10:00", /may be two days/],
    ["create a webinar about Tides next week at 10:00", /which day/],
    ["create a webinar about Tides on Friday at midnight", /midnight/],
    ["create a webinar about Tides tomorrow at 10am EST", /which time zone/],
    ["create a webinar about Tides tomorrow at 10:00 UTC+2", /which time zone/],
    ["create a webinar about Tides tomorrow at 10:00 America/NewYork", /not a time zone/],
    ["create a webinar about Tides last Monday at 10:00", /in the past/],
    ["create a webinar about Tides today at 10:00", /in the past/],
    ["create a webinar about Tides on 2027-01-10 at 10:00", /in the past/],
    ["create a webinar about Tides on 2027-02-30 at 10:00", /not a day/],
    ["create a webinar about Tides tomorrow at 10:00 and on Monday at 10:00", /two (days|times)/],
    ["create a webinar about Sunday School next Tuesday at 10:00", /two days/],
    ["create a webinar about Tides day after tomorrow at 10:00", /not understood|two days/],
    ["create a webinar about Tides around 10:00 on Friday", /where the topic "Tides around" ends/],
    ["create a webinar about Tides no later than Friday at 10:00", /where the topic/],
    ["create a webinar about Tides not on Friday at 10:00", /not understood/],
    ["create a webinar about Tides in one week and 3 days before noon", /day|not understood/],
    ["cancel the webinar about Tides on Jan 20 at 10:00", /not understood: "cancel"/],
    ["move my webinar about Tides to Jan 20 at 10:00", /not understood: "move"/],
    ["webinar about Kubernetes 1.30 on Jan 20, 10:00-11:00", /may be in the morning/],
    ["create a webinar about Tides on Tuesday, March 1, 2027 at 10:00", /another weekday/],
    ["create a webinar about Tides on Monday tomorrow at noon", /another weekday|two days/],
    ["create a webinar about it tomorrow at 10:00", /no topic/],
    ["create a webinar about Tides from March 1 to March 3 at 10:00", /more than one date/],
    ["create a webinar about Tides quarter past 10 tomorrow", /morning or|not understood/],
    ["create a webinar about Tides tomorrow at 10:00 for 30 minutes lasting 1 hour", /two lengths/],
    ["create a webinar about Tides tomorrow from 10:00 to 11:00 for 30 minutes", /two lengths/],
    ["create a webinar about Tides tomorrow at 10:00 with 500 seats", /not understood: "500 seats"/],
    ["create a webinar about Tides tomorrow at 10:00 and invite grace@example.com", /not understood: "invite grace example com"/],
    ["create a webinar about Tides every Friday at 10:00", /more than one date/],
    ["delete my webinar tomorrow at 10:00", /no topic|not understood/],
    ['create a webinar "One" or "Two" tomorrow at 10:00', /two quotes/],
    [`create a webinar about ${"x".repeat(201)} tomorrow at 10:00`, /longer than 200/],
    ["", /no topic|on which day/],
  ])("does not guess: %s", async (prompt, message) => {
    await expect(single(prompt)).rejects.toMatchObject({
      code: "input_invalid",
      message: expect.stringMatching(message),
      faults: [{ field: "prompt" }],
      hint: expect.stringMatching(/./),
    });
  });
});

describe("a prompt for a series", () => {
  it.each([
    ["every Friday at 10:00 until June 30", { type: 2, repeat_interval: 1, weekly_days: "6", end_date_time: "2027-06-30" }, "2027-01-22T10:00:00"],
    ["every Friday from March 1 to June 30 at 10:00", { weekly_days: "6", end_date_time: "2027-06-30" }, "2027-03-05T10:00:00"],
    ["every Friday at 15:00 for 6 weeks", { type: 2, weekly_days: "6", end_date_time: "2027-02-25" }, "2027-01-15T15:00:00"],
    ["on Tuesday and Thursday at 10:00 until 2027-03-31", { type: 2, weekly_days: "3,5", end_date_time: "2027-03-31" }, "2027-01-19T10:00:00"],
    ["every Tuesday and Thursday at 10:00, 8 times", { weekly_days: "3,5", end_times: 8 }, "2027-01-19T10:00:00"],
    ["on Mondays, Wednesdays and Fridays at 10:00 for six weeks", { weekly_days: "2,4,6", end_date_time: "2027-02-28" }, "2027-01-18T10:00:00"],
    ["each Tuesday at 10:00 from Feb 2 until the end of March", { weekly_days: "3", end_date_time: "2027-03-31" }, "2027-02-02T10:00:00"],
    ["every Friday at 10:00 until 2027-06-30T10:00:00Z", { weekly_days: "6", end_date_time: "2027-06-30T10:00:00Z" }, "2027-01-22T10:00:00"],
    ["every other Friday at 10:00 until June 30", { repeat_interval: 2, weekly_days: "6" }, "2027-01-22T10:00:00"],
    ["every 2 weeks on Monday at 10:00, 5 times", { repeat_interval: 2, weekly_days: "2", end_times: 5 }, "2027-01-18T10:00:00"],
    ["every weekday at 10:00 for 2 weeks", { weekly_days: "2,3,4,5,6", end_date_time: "2027-01-31" }, "2027-01-18T10:00:00"],
    ["every day at 10:00 for 10 days", { type: 1, repeat_interval: 1, end_date_time: "2027-01-25" }, "2027-01-16T10:00:00"],
    ["every 3 days at 10:00 starting March 1, 4 times", { type: 1, repeat_interval: 3, end_times: 4 }, "2027-03-01T10:00:00"],
    [
      "monthly on the first Monday at 10:00 for 6 months",
      { type: 3, monthly_week: 1, monthly_week_day: 2, end_date_time: "2027-07-31" },
      "2027-02-01T10:00:00",
    ],
    ["the last Friday of every month at 10:00, 6 times", { type: 3, monthly_week: -1, monthly_week_day: 6, end_times: 6 }, "2027-01-29T10:00:00"],
    ["every first Monday of the month at 10:00, 3 times", { type: 3, monthly_week: 1, monthly_week_day: 2 }, "2027-02-01T10:00:00"],
    ["the second Friday of each month at 10:00, 3 times", { type: 3, monthly_week: 2, monthly_week_day: 6 }, "2027-02-12T10:00:00"],
    ["on the 15th of every month at 10:00, 3 times", { type: 3, monthly_day: 15 }, "2027-02-15T10:00:00"],
    ["monthly on the 31st at 10:00, 3 times", { type: 3, monthly_day: 31 }, "2027-01-31T10:00:00"],
    ["every quarter at 10:00 starting 2027-02-01, 3 times", { type: 3, repeat_interval: 3 }, "2027-02-01T10:00:00"],
    ["weekly at 10:00 starting on 2027-03-03 until April 30", { type: 2, repeat_interval: 1, end_date_time: "2027-04-30" }, "2027-03-03T10:00:00"],
    ["every Friday at 10:00 starting 2027-03-02 until April 30", { weekly_days: "6" }, "2027-03-05T10:00:00"],
    ["weekly on Friday from 10:00 to 11:00 through March 26", { weekly_days: "6", end_date_time: "2027-03-26" }, "2027-01-22T10:00:00"],
  ])("reads: %s", async (prompt, recurrence, start_time) => {
    expect(await series(`Create a webinar about Drills ${prompt}`)).toMatchObject({ topic: "Drills", start_time, recurrence });
  });

  it("reads what stands before the word webinar, and a quoted topic that sounds like a rhythm", async () => {
    expect(await series("schedule a weekly Drills webinar on Friday at 14:00 for 4 weeks")).toMatchObject({
      topic: "Drills",
      recurrence: { type: 2, repeat_interval: 1 },
    });
    expect(await series('plan "Every Friday until June" every Monday at 10:00, 3 times')).toMatchObject({
      topic: "Every Friday until June",
      recurrence: { weekly_days: "2" },
    });
  });

  it("says what it filled in", async () => {
    expect((await series("webinar about Drills every Friday at 10:00, 3 times")).notes).toEqual([
      "No length was named: 60 minutes.",
      "No first day was named: 2027-01-22, the first that fits.",
    ]);
  });

  it.each([
    ["every Friday at 10:00", /when it ends/],
    ["every Friday until June 30", /at what time/],
    ["on Friday at 10:00 until June 30", /how often/],
    ["weekly at 10:00, 6 times", /on which day/],
    ["monthly at 10:00, 6 times", /on which day/],
    ["every Friday at 10:00 until summer", /not followed by a day/],
    ["every Friday at 10:00 until March", /not followed by a day/],
    ["every Friday at 10:00 for 6 weeks until June 30", /two ends/],
    ["biweekly at 10:00, 6 times", /which days/],
    ["twice a week at 10:00, 6 times", /which days/],
    ["every second Friday at 10:00, 6 times", /every other week or the second/],
    ["the fifth Friday of every month at 10:00, 6 times", /no "fifth" week/],
    ["daily and every Friday at 10:00, 6 times", /contradicts/],
    ["every 5 Fridays at 10:00, 3 times", /where the topic/],
    ["on the first and third Monday of each month at 10:00, 3 times", /where the topic/],
    ["every day except Sunday at 10:00, 4 times", /not understood/],
    ["every Friday at 10:00 and 15:00, 3 times", /two times/],
    ["every Friday at 10:00 except April 2, 6 times", /two days|not understood/],
    ["every Friday at 10:00, 6 times, in Klingon", /not understood: "Klingon"/],
    ["every Friday at 2027-03-05T10:00:00Z, 6 times", /wall time/],
  ])("does not guess: %s", async (prompt, message) => {
    await expect(series(`Create a webinar about Drills ${prompt}`)).rejects.toMatchObject({
      code: "input_invalid",
      message: expect.stringMatching(message),
      faults: [{ field: "prompt" }],
    });
  });

  it("T11 reads a long and senseless prompt in no time", async () => {
    for (const prompt of [
      "every ".repeat(330),
      "10:00 ".repeat(330),
      "a".repeat(2000),
      "Monday and ".repeat(180),
      '"'.repeat(2000),
      "about about ".repeat(160),
      "in 1 in 1 ".repeat(190),
      `${"New York ".repeat(220)}time`,
    ]) {
      const before = performance.now();
      await expect(series(prompt)).rejects.toMatchObject({ code: "input_invalid" });
      expect(performance.now() - before, prompt.slice(0, 20)).toBeLessThan(500);
    }
  });
});

describe("any sentence of these words", () => {
  const words = fc.constantFrom(
    ..."create schedule a the webinar about titled Tides AI on at for from to until every each other weekly monthly daily first second last Friday Tuesdays and or 3,5 10:00 3 pm noon tomorrow next 2027-03-01 2027-03-01T10:00:00Z March 1 June 30 6 weeks times 45 minutes an hour in New York time UTC EST 3/4 midnight not before starting month".split(
      " ",
    ),
    '"Quoted topic"',
    ",",
    ".",
  );
  it.each(["single", "series"] as const)("is read (%s) to a start that is to come, or refused as an input; nothing else", async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 16 }), async (said) => {
        const outcome = await read(kind, said.join(" ")).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toMatchObject({ code: "input_invalid", faults: [{ message: expect.stringMatching(/./) }] });
        else {
          expect(outcome).toMatchObject({ topic: expect.stringMatching(/\S/), start_time: expect.stringMatching(/^2027-\d\d-\d\dT\d\d:\d\d:\d\d/) });
          expect(outcome).toHaveProperty("recurrence", kind === "single" ? null : expect.objectContaining({ type: expect.any(Number) }));
        }
      }),
      { numRuns: 250, seed: 20270115 },
    );
  });
});
