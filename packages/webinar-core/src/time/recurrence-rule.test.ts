import { describe, expect, it } from "vitest";
import { readRecurrence } from "./recurrence.ts";
import { describeRule, type RuleFields } from "./recurrence-rule.ts";
import type { Reading } from "./start-time.ts";

/** A Monday. */
const START: Reading = { utc: "2027-03-01T10:00:00Z", local: "2027-03-01T10:00:00", timezone: "UTC", zone_from: "input" };
const read = (rule: Record<string, unknown>, start: Reading = START, fields?: RuleFields) => readRecurrence(rule, start, fields);
const on = (day: string): Reading => ({ ...START, utc: `${day}T10:00:00Z`, local: `${day}T10:00:00` });
const daysOf = async (rule: Record<string, unknown>, start?: Reading) => (await read(rule, start)).dates.map(({ local }) => local.slice(0, 10));

describe("the longest of everything is fine", () => {
  it.each([
    [{ type: 1, repeat_interval: 90, end_times: 1 }, { repeat_interval: 90 }],
    [
      { type: 2, repeat_interval: 12, end_times: 1 },
      { repeat_interval: 12, weekly_days: "2" },
    ],
    [
      { type: 3, repeat_interval: 3, end_times: 1 },
      { repeat_interval: 3, monthly_day: 1 },
    ],
    [
      { type: 1, repeat_interval: "2", end_times: 60 },
      { repeat_interval: 2, end_times: 60 },
    ],
    [
      { type: 1, repeat_interval: null, end_times: 1, end_date_time: null },
      { repeat_interval: 1, end_times: 1 },
    ],
    [{ type: 2, weekly_days: "1,7", end_times: 1 }, { weekly_days: "1,7" }],
    [{ type: 3, monthly_day: 31, end_times: 1 }, { monthly_day: 31 }],
    [{ type: 3, monthly_day: 1, end_times: 1 }, { monthly_day: 1 }],
    [
      { type: 3, monthly_week: 4, monthly_week_day: 7, end_times: 1 },
      { monthly_week: 4, monthly_week_day: 7 },
    ],
  ])("%j", async (rule, wire) => {
    expect((await read(rule)).wire).toMatchObject(wire);
  });

  it("and nothing that was not asked for goes to Zoom", async () => {
    expect((await read({ type: 1, end_times: 2 })).wire).toEqual({ type: 1, repeat_interval: 1, end_times: 2 });
    expect((await read({ type: 3, monthly_week: 1, monthly_week_day: 2, end_date_time: "2027-04-01" })).wire).toEqual({
      type: 3,
      repeat_interval: 1,
      monthly_week: 1,
      monthly_week_day: 2,
      end_date_time: "2027-04-01T23:59:59Z",
    });
  });
});

describe("an end", () => {
  it.each([
    ["2027-03-31", "2027-03-31T23:59:59Z"],
    [" 2027-03-31 ", "2027-03-31T23:59:59Z"],
    ["2027-03-31T18:00", "2027-03-31T18:00:00Z"],
    ["31.3.2027", "2027-03-31T23:59:59Z"],
    ["31.3.2027 18:00", "2027-03-31T18:00:00Z"],
    ["2027-03-31 18:00:30", "2027-03-31T18:00:30Z"],
    ["2027-03-31T18:00:00.5Z", "2027-03-31T18:00:00Z"],
    ["2027-03-31T18:00+02:00", "2027-03-31T16:00:00Z"],
    ["2027-03-31 18:00z", "2027-03-31T18:00:00Z"],
  ])("%j is %s", async (end_date_time, until) => {
    expect((await read({ type: 1, end_date_time })).wire.end_date_time).toBe(until);
  });

  it.each([
    "x2027-03-31",
    "2027-03-31x",
    "2027-03-31T18",
    "2027-03-31T18:00x",
    "x2027-03-31T18:00",
    "x2027-03-31T18:00Z",
    "2027-03-31T18:00Zx",
    "2027-03-31T25:00",
    "2027-03-31T25:00Z",
  ])("%s is no end, and is refused", async (end_date_time) => {
    await expect(read({ type: 1, end_date_time })).rejects.toMatchObject({ message: "recurrence.end_date_time: is not a day or time that exists" });
  });

  it("counts a date that starts in its last second, and none after it", async () => {
    expect(await daysOf({ type: 1, end_date_time: "2027-03-02T10:00:00Z" })).toEqual(["2027-03-01", "2027-03-02"]);
    expect(await daysOf({ type: 1, end_date_time: "2027-03-02T09:59:59Z" })).toEqual(["2027-03-01"]);
  });

  it("before the first date leaves none, which is refused in the field of the end", async () => {
    await expect(read({ type: 1, end_date_time: "2027-02-28" })).rejects.toMatchObject({
      message: "recurrence.end_date_time: the rule has no date before it ends",
      hint: "The start is 2027-03-01 10:00 UTC; put the end after it.",
    });
  });
});

describe("what is said of a rhythm", () => {
  it.each<[rule: Record<string, unknown>, notes: string[]]>([
    [{ type: 1, end_times: 1 }, []],
    [{ type: 2, end_times: 1 }, ["No weekly_days were given: it is the weekday of the start, Monday."]],
    [{ type: 2, weekly_days: "2", end_times: 1 }, []],
    [{ type: 3, end_times: 1 }, ["No day of the month was given: it is that of the start, 1."]],
    [{ type: 3, monthly_day: 1, end_times: 1 }, []],
    [{ type: 3, monthly_day: 28, end_times: 1 }, ["The first date is 2027-03-28 10:00: the start itself is not a date of the rule."]],
    [
      { type: 3, monthly_day: 29, end_times: 1 },
      ["A month without a day 29 has no date.", "The first date is 2027-03-29 10:00: the start itself is not a date of the rule."],
    ],
    [{ type: 1, end_date_time: "2027-04-19" }, []],
    [{ type: 1, end_date_time: "2027-04-20" }, ["The rule makes 51 dates; Zoom is reported to keep at most 50."]],
    [{ type: 1, end_date_time: "2027-04-29" }, ["The rule makes 60 dates; Zoom is reported to keep at most 50."]],
    [{ type: 1, end_date_time: "2027-04-30" }, ["The rule makes more than 60 dates; Zoom is reported to keep at most 50."]],
  ])("%j", async (rule, notes) => {
    expect((await read(rule)).notes).toEqual(notes);
  });

  it.each<[rule: Record<string, unknown>, words: string]>([
    [{ type: 1, repeat_interval: 2, end_times: 2 }, "every 2 days, 2 times"],
    [{ type: 2, weekly_days: "1", end_times: 2 }, "every week on Sunday, 2 times"],
    [{ type: 2, weekly_days: "7,3", repeat_interval: 2, end_times: 2 }, "every 2 weeks on Tuesday and Saturday, 2 times"],
    [{ type: 3, monthly_week: 1, monthly_week_day: 2, end_times: 2 }, "every month on the first Monday, 2 times"],
    [{ type: 3, monthly_week: 2, monthly_week_day: 4, end_times: 2 }, "every month on the second Wednesday, 2 times"],
    [{ type: 3, monthly_week: 3, monthly_week_day: 5, end_times: 2 }, "every month on the third Thursday, 2 times"],
    [{ type: 3, monthly_week: 4, monthly_week_day: 1, end_times: 2 }, "every month on the fourth Sunday, 2 times"],
  ])("%j in words", async (rule, words) => {
    expect(describeRule((await read(rule)).rule)).toBe(words);
  });
});

describe("a field at fault", () => {
  const message = (rule: Record<string, unknown>, fields?: RuleFields) => read(rule, START, fields).then(String, ({ message }: Error) => message);

  it("is named as the caller names it", async () => {
    const fields = { prefix: "", type: "repeat" };
    expect(await message({ type: 5, end_times: 1 }, fields)).toBe("repeat: expected 1 daily, 2 weekly or 3 monthly");
    expect(await message({ type: 1, repeat_interval: 91, end_times: 1 }, fields)).toBe("repeat_interval: expected 1 to 90 days, got 91");
    expect(await message({ type: 1, end_date_time: "2027-02-01" }, fields)).toBe("end_date_time: the rule has no date before it ends");
  });

  it.each<[rule: Record<string, unknown>, message: string]>([
    [{ type: 2, repeat_interval: 0, end_times: 1 }, "repeat_interval: expected 1 to 12 weeks, got 0"],
    [{ type: 3, repeat_interval: 4, end_times: 1 }, "repeat_interval: expected 1 to 3 months, got 4"],
    [{ type: 2, monthly_week: 1, end_times: 1 }, "monthly_week: means nothing in a weekly rhythm"],
    [{ type: 1, monthly_week_day: 1, end_times: 1 }, "monthly_week_day: means nothing in a daily rhythm"],
    [{ type: 3, weekly_days: "1", end_times: 1 }, "weekly_days: means nothing in a monthly rhythm"],
    [{ type: 3, monthly_week: 0, monthly_week_day: 1, end_times: 1 }, "monthly_week: expected 1 to 4, or -1 for the last"],
    [{ type: 3, monthly_week: 1, monthly_week_day: 8, end_times: 1 }, "monthly_week_day: expected 1 (Sunday) to 7 (Saturday)"],
    [{ type: 3, monthly_week_day: 1, monthly_day: 1, end_times: 1 }, "monthly_day: cannot be combined with monthly_week"],
    [{ type: 3, monthly_day: 32, end_times: 1 }, "monthly_day: expected 1 to 31, got 32"],
    [{ type: 1, end_times: 0 }, "end_times: expected 1 to 60, got 0"],
    [{ type: 1, end_times: 1.5 }, "end_times: expected 1 to 60, got 1.5"],
    [{ type: 1 }, "end_times: an end is required: end_times or end_date_time"],
  ])("%j", async (rule, expected) => {
    expect(await message(rule)).toBe(`recurrence.${expected}`);
  });
});

describe("dates", () => {
  it.each<[what: string, rule: Record<string, unknown>, start: string, days: string[]]>([
    ["every third day", { type: 1, repeat_interval: 3, end_times: 3 }, "2027-02-26", ["2027-02-26", "2027-03-01", "2027-03-04"]],
    [
      "every second week, whose first day is Sunday",
      { type: 2, weekly_days: "1,7", repeat_interval: 2, end_times: 3 },
      "2027-03-06",
      ["2027-03-06", "2027-03-14", "2027-03-20"],
    ],
    ["every second month", { type: 3, monthly_day: 15, repeat_interval: 2, end_times: 3 }, "2027-11-15", ["2027-11-15", "2028-01-15", "2028-03-15"]],
    [
      "the second Tuesday, also of a month that begins with one",
      { type: 3, monthly_week: 2, monthly_week_day: 3, end_times: 3 },
      "2027-05-01",
      ["2027-05-11", "2027-06-08", "2027-07-13"],
    ],
    [
      "the last Sunday, also of a month that ends with one",
      { type: 3, monthly_week: -1, monthly_week_day: 1, end_times: 3 },
      "2027-01-01",
      ["2027-01-31", "2027-02-28", "2027-03-28"],
    ],
    ["the leap day", { type: 3, monthly_day: 29, end_times: 3 }, "2028-01-29", ["2028-01-29", "2028-02-29", "2028-03-29"]],
    [
      "the 31st of every third month that has one",
      { type: 3, monthly_day: 31, repeat_interval: 3, end_times: 3 },
      "2027-02-01",
      ["2027-05-31", "2027-08-31", "2028-05-31"],
    ],
    ["not before the start", { type: 3, monthly_day: 3, end_times: 2 }, "2027-03-04", ["2027-04-03", "2027-05-03"]],
  ])("%s", async (_what, rule, start, days) => {
    expect(await daysOf(rule, on(start))).toEqual(days);
  });
});
