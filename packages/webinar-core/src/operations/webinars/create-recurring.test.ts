import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRecurringWebinar } from "./create-recurring.ts";

const base = { user_id: HOST, topic: "Drills", start_time: "2027-03-02T10:00", timezone: "America/New_York" };

describe("webinars.createRecurring", () => {
  it('sends Tuesday and Thursday as "3,5", and answers the dates that Zoom planned', async () => {
    const { run, seen } = emulated();
    const made = await run(createRecurringWebinar, { ...base, weekly_days: "5, 3", end_times: 4, full: true });
    expect(seen().at(-1)).toMatchObject({
      method: "POST",
      body: {
        type: 9,
        start_time: "2027-03-02T10:00:00",
        timezone: "America/New_York",
        recurrence: { type: 2, repeat_interval: 1, weekly_days: "3,5", end_times: 4 },
      },
    });
    expect(made).toMatchObject({ rhythm: "every week on Tuesday and Thursday, 4 times", as_expected: true, notes: [] });
    expect(made.dates.map(({ utc }) => utc)).toEqual([
      "2027-03-02T15:00:00Z",
      "2027-03-04T15:00:00Z",
      "2027-03-09T15:00:00Z",
      "2027-03-11T15:00:00Z",
    ]);
  });

  it("keeps the wall time over the change of clocks", async () => {
    const { run } = emulated();
    const { dates } = await run(createRecurringWebinar, { ...base, recurrence_type: 1, repeat_interval: 7, end_date_time: "2027-03-16" });
    expect(dates.map(({ utc }) => utc)).toEqual(["2027-03-02T15:00:00Z", "2027-03-09T15:00:00Z", "2027-03-16T14:00:00Z"]);
  });

  it("starts on the first date of the rule, and says that it is another than start_time", async () => {
    const { run, seen } = emulated();
    const { starts, notes } = await run(createRecurringWebinar, { ...base, recurrence_type: 3, monthly_week: 1, monthly_week_day: 2, end_times: 2 });
    expect(seen().at(-1)).toMatchObject({ body: { start_time: "2027-04-05T10:00:00", recurrence: { monthly_week: 1, monthly_week_day: 2 } } });
    expect(starts).toMatchObject({ local: "2027-04-05T10:00:00", utc: "2027-04-05T14:00:00Z" });
    expect(notes).toEqual([expect.stringContaining("first date is 2027-04-05")]);
  });

  it("says if Zoom planned other dates than the rule makes", async () => {
    const { run } = emulated();
    const made = await run(createRecurringWebinar, { ...base, recurrence_type: 1, end_times: 55, full: true });
    expect(made).toMatchObject({ as_expected: false, dates: { length: 50 } });
    expect(made.notes).toEqual([
      expect.stringContaining("at most 50"),
      expect.stringMatching(/other dates than were asked for; not planned: 2027-04-21/),
    ]);
  });

  it.each([[{ end_times: 51 }], [{ end_date_time: "2027-06-30" }]])(
    "asks first if %j makes more dates than Zoom keeps, says from which on, and creates it after a yes",
    async (end) => {
      const { run, refusal, seen } = emulated({ session: { safety: "confirm" } });
      const input = { ...base, recurrence_type: 1 as const, ...end };
      const asked = await refusal(createRecurringWebinar, input);
      expect(asked).toMatchObject({
        code: "confirmation_required",
        message: expect.stringMatching(/Zoom may not plan the dates from 2027-04-21 10:00 on: it is reported to keep 50\./),
      });
      expect(seen().some(({ method }) => method === "POST")).toBe(false);
      const made = await run(createRecurringWebinar, input, { confirmToken: asked.details.confirm_token as string });
      expect(made.dates).toHaveLength(50);
    },
  );

  it.each([[{ end_times: 50 }], [{ end_date_time: "2027-04-20" }]])("asks nobody about %j, of which Zoom keeps each date", async (end) => {
    const { run } = emulated({ session: { safety: "confirm" } });
    expect((await run(createRecurringWebinar, { ...base, recurrence_type: 1, ...end })).dates).toHaveLength(50);
  });

  it.each([
    [{ weekly_days: "3" }, "end_times", /an end is required/],
    [{ end_times: 2, end_date_time: "2027-04-01" }, "end_date_time", /cannot be combined with end_times/],
    [{ recurrence_type: 1, weekly_days: "3", end_times: 2 }, "weekly_days", /nothing in a daily/],
    [{ repeat_interval: 13, end_times: 2 }, "repeat_interval", /1 to 12 weeks/],
    [{ weekly_days: "Tuesday", end_times: 2 }, "weekly_days", /1 \(Sunday\)/],
    [{ end_date_time: "2027-03-01" }, "end_date_time", /no date/],
    [{ recurrence_type: 4, end_times: 2 }, "recurrence_type", /one of 1, 2, 3/],
    [{ end_times: 61 }, "end_times", /at most 60/],
  ])("refuses %j before Zoom is asked, naming %s", async (rule, field, message) => {
    const { refusal, seen } = emulated();
    const error = await refusal(createRecurringWebinar, { ...base, ...rule });
    expect(error).toMatchObject({ code: "input_invalid", message: expect.stringMatching(message), faults: [{ field }] });
    expect(seen()).toEqual([]);
  });

  it("agrees with the emulator, which counts dates by its own means, on any rule, in any zone, at any time of day", async () => {
    const rule = fc.oneof(
      fc.record({ recurrence_type: fc.constant(1 as const), repeat_interval: fc.integer({ min: 1, max: 90 }) }),
      fc.record({
        recurrence_type: fc.constant(2 as const),
        repeat_interval: fc.integer({ min: 1, max: 12 }),
        weekly_days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((days) => days.join(",")),
      }),
      fc.record({
        recurrence_type: fc.constant(3 as const),
        repeat_interval: fc.integer({ min: 1, max: 3 }),
        monthly_day: fc.integer({ min: 1, max: 31 }),
      }),
      fc.record({
        recurrence_type: fc.constant(3 as const),
        monthly_week: fc.constantFrom(-1 as const, 1 as const, 2 as const, 3 as const, 4 as const),
        monthly_week_day: fc.integer({ min: 1, max: 7 }),
      }),
    );
    const zones = fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Chatham");
    const starts = fc
      .integer({ min: 0, max: 365 * 24 * 4 })
      .map((quarters) => new Date(Date.UTC(2027, 1, 1) + quarters * 900_000).toISOString().slice(0, 19));
    const { run, emulator } = emulated();
    await fc.assert(
      fc.asyncProperty(rule, zones, starts, fc.integer({ min: 1, max: 50 }), async (said, timezone, start_time, end_times) => {
        await emulator.controls.reset(); // a host may plan a hundred webinars a day
        const made = await run(createRecurringWebinar, { ...base, ...said, start_time, timezone, end_times, full: true }).catch(
          (error: { code: string }) => {
            expect(error).toMatchObject({ code: "input_invalid", faults: [{ field: "start_time" }] }); // an hour that clocks skip or repeat
          },
        );
        if (made) expect(made).toMatchObject({ as_expected: true, dates: { length: end_times } });
      }),
      { numRuns: 80, seed: 20_270_115 },
    );
  });
});
