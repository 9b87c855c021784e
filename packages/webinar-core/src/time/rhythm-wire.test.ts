import { describe, expect, it } from "vitest";
import { readRecurrence } from "./recurrence.ts";
import { describeRule, type RuleInput } from "./recurrence-rule.ts";
import { readStartTime } from "./start-time.ts";

const NOBODY = { hostZone: async () => null, operatorZone: null };
const read = async (rule: RuleInput, local = "2027-03-01T10:00", zone = "UTC") =>
  readRecurrence(rule, (await readStartTime(local, zone, NOBODY)).reading);
const messageOf = (rule: RuleInput) =>
  read(rule).then(
    () => "fine",
    (error: Error) => error.message,
  );

describe("a rhythm as it goes to Zoom", () => {
  it.each<[RuleInput, object]>([
    [
      { type: 1, end_times: 2 },
      { type: 1, repeat_interval: 1, end_times: 2 },
    ],
    [
      { type: 1, repeat_interval: 90, end_times: 1 },
      { type: 1, repeat_interval: 90, end_times: 1 },
    ],
    [
      { type: 2, end_times: 2 },
      { type: 2, repeat_interval: 1, weekly_days: "2", end_times: 2 },
    ],
    [
      { type: 3, end_times: 2 },
      { type: 3, repeat_interval: 1, monthly_day: 1, end_times: 2 },
    ],
    [
      { type: 3, monthly_day: 31, end_times: 1 },
      { type: 3, repeat_interval: 1, monthly_day: 31, end_times: 1 },
    ],
    [
      { type: 3, monthly_week: 2, monthly_week_day: 3, end_date_time: "2027-06-30" },
      { type: 3, repeat_interval: 1, monthly_week: 2, monthly_week_day: 3, end_date_time: "2027-06-30T23:59:59Z" },
    ],
  ])("%j", async (rule, wire) => {
    expect((await read(rule)).wire).toEqual(wire);
  });

  it.each([
    ["2027-03-05", "2027-03-05T23:59:59Z"],
    [" 2027-03-05 18:00 ", "2027-03-05T18:00:00Z"],
    ["2027-03-05T18:00:30", "2027-03-05T18:00:30Z"],
    ["2027-03-05T18:00:30.750Z", "2027-03-05T18:00:30Z"],
    ["2027-03-05T18:00+02:00", "2027-03-05T16:00:00Z"],
  ])("ends at %s, as %s", async (end_date_time, wire) => {
    expect((await read({ type: 1, end_date_time })).wire.end_date_time).toBe(wire);
  });

  it("counts days in the zone of the webinar: Sunday is the first of the week", async () => {
    expect((await read({ type: 2, end_times: 1 }, "2027-03-07T10:00")).wire.weekly_days).toBe("1");
    expect((await read({ type: 2, end_times: 1 }, "2027-03-06T10:00")).wire.weekly_days).toBe("7");
  });
});

describe("what is filled in or left out is said", () => {
  it.each<[RuleInput, readonly unknown[]]>([
    [{ type: 2, end_times: 1 }, ["No weekly_days were given: it is the weekday of the start, Monday."]],
    [{ type: 3, end_times: 1 }, ["No day of the month was given: it is that of the start, 1."]],
    [{ type: 3, monthly_day: 28, end_times: 1 }, [expect.stringContaining("The first date is")]],
    [{ type: 3, monthly_day: 29, end_times: 1 }, ["A month without a day 29 has no date.", expect.stringContaining("The first date is")]],
    [{ type: 3, monthly_day: 1, end_times: 1 }, []],
  ])("%j", async (rule, notes) => {
    expect((await read(rule)).notes).toEqual(notes);
  });
});

it.each<[RuleInput, string]>([
  [{ type: 1, end_times: 0 }, "recurrence.end_times: expected 1 to 60, got 0"],
  [{ type: 1, end_times: 1.5 }, "recurrence.end_times: expected 1 to 60, got 1.5"],
  [{ type: 1, end_times: 61 }, "recurrence.end_times: expected 1 to 60, got 61"],
  [{ type: 1 }, "recurrence.end_times: an end is required: end_times or end_date_time"],
  [{ type: 1, end_times: 2, end_date_time: "2027-04-01" }, "recurrence.end_date_time: cannot be combined with end_times"],
  [{ type: 2, repeat_interval: 13, end_times: 1 }, "recurrence.repeat_interval: expected 1 to 12 weeks, got 13"],
  [{ type: 3, monthly_day: 32, end_times: 1 }, "recurrence.monthly_day: expected 1 to 31, got 32"],
  [{ type: 1, end_date_time: "2027-03-01T25:00" }, "recurrence.end_date_time: is not a day or time that exists"],
])("%j is refused: %s", async (rule, message) => {
  expect(await messageOf(rule)).toBe(message);
});

it.each<[RuleInput, string]>([
  [{ type: 2, weekly_days: "3", end_times: 2 }, "every week on Tuesday, 2 times"],
  [{ type: 2, weekly_days: "3,5", repeat_interval: 2, end_times: 1 }, "every 2 weeks on Tuesday and Thursday, 1 time"],
  [{ type: 2, weekly_days: "1,3,7", end_times: 3 }, "every week on Sunday, Tuesday and Saturday, 3 times"],
  [{ type: 3, monthly_week: 4, monthly_week_day: 1, end_times: 2 }, "every month on the fourth Sunday, 2 times"],
])("%j in words: %s", async (rule, words) => {
  expect(describeRule((await read(rule)).rule)).toBe(words);
});
