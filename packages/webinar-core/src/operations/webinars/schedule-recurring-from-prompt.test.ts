import { emulated, HOST } from "@zoom-webinar/testing/emulated";
import { describe, expect, it } from "vitest";
import { scheduleRecurringWebinarFromPrompt } from "./schedule-recurring-from-prompt.ts";

const schedule = async (prompt: string) => {
  const zoom = emulated();
  const made = await zoom.run(scheduleRecurringWebinarFromPrompt, { prompt, user_selection: HOST });
  return { made, body: zoom.seen().at(-1)?.body };
};

describe("webinars.scheduleRecurringFromPrompt", () => {
  it('reads "every Friday" as Friday', async () => {
    const { made, body } = await schedule("Create a webinar about Drills every Friday at 10:00, 3 times");
    expect(body).toMatchObject({ type: 9, recurrence: { type: 2, weekly_days: "6", end_times: 3 } });
    expect(made.dates.map(({ utc }) => new Date(utc).getUTCDay())).toEqual([5, 5, 5]);
    expect(made).toMatchObject({ rhythm: "every week on Friday, 3 times", as_expected: true });
  });

  it('reads "Tuesday and Thursday" as 3,5, and honours "until"', async () => {
    const { made, body } = await schedule("Create a webinar about Drills on Tuesday and Thursday at 10:00 until 2027-02-04");
    expect(body).toMatchObject({ start_time: "2027-01-19T10:00:00", recurrence: { weekly_days: "3,5", end_date_time: "2027-02-04T22:59:59Z" } });
    expect(made.dates.map(({ utc }) => utc)).toEqual(
      ["19", "21", "26", "28"].map((day) => `2027-01-${day}T09:00:00Z`).concat("2027-02-02T09:00:00Z", "2027-02-04T09:00:00Z"),
    );
  });

  it("reads weeks as weeks, and the first Monday of the month as that", async () => {
    expect((await schedule("webinar about Drills every Monday at 10:00 for 6 weeks")).made.dates).toHaveLength(6);
    const { made } = await schedule("webinar about Drills monthly on the first Monday at 10:00, 3 times");
    expect(made.dates.map(({ utc }) => utc.slice(0, 10))).toEqual(["2027-02-01", "2027-03-01", "2027-04-05"]);
  });

  it("shows every date before anything is created", async () => {
    const { run, refusal, seen } = emulated({ session: { safety: "confirm" } });
    const input = { prompt: "webinar about Drills every Monday at 10:00, 13 times", user_selection: "first" };
    const asked = await refusal(scheduleRecurringWebinarFromPrompt, input);
    const dates = Array.from({ length: 13 }, (_, at) => `${new Date(Date.UTC(2027, 0, 18 + 7 * at)).toISOString().slice(0, 10)} 10:00`);
    expect(asked.message).toContain(`\n- repeats: every week on Monday, 13 times\n- dates:\n    ${dates.join("\n    ")}\n`);
    expect(seen().every(({ method }) => method === "GET")).toBe(true);
    expect(await run(scheduleRecurringWebinarFromPrompt, input, { confirmToken: asked.details.confirm_token as string })).toMatchObject({
      dates: { length: 13 },
    });
  });

  it.each([
    ["webinar about Drills every Friday at 10:00", /when the series ends/],
    ["webinar about Drills on Friday at 10:00", /asks for several dates\b.*not how often|one webinar, 2027/],
    ["webinar about Drills every Friday at 10:00 until 2027-01-16", /no date before it ends/],
    ["webinar about Drills every 13 weeks on Friday at 10:00, 2 times", /1 to 12 weeks/],
    ["webinar about Drills every day at 10:00, 61 times", /1 to 60/],
  ])("does not guess: %s", async (prompt, message) => {
    const { refusal, seen } = emulated();
    expect(await refusal(scheduleRecurringWebinarFromPrompt, { prompt, user_selection: HOST })).toMatchObject({
      code: "input_invalid",
      message: expect.stringMatching(message),
    });
    expect(seen().every(({ method }) => method === "GET")).toBe(true);
  });
});
