import { expect, test } from "vitest";
import { planWebinar, probe, refusalOf } from "../test/probe.ts";

type Dates = { start_time: string; occurrence_id: string; status: string }[];

const plan = async (start_time: string, timezone: string, recurrence: Record<string, unknown>, options = {}): Promise<string[]> => {
  const { call } = await probe(options);
  const body = await planWebinar(call, { type: 9, start_time, timezone, recurrence });
  const dates: Dates = body.occurrences;
  for (const date of dates) expect(date).toEqual({ ...date, occurrence_id: String(Date.parse(date.start_time)), duration: 60, status: "available" });
  expect(body.start_time).toBe(dates[0]?.start_time);
  return dates.map((date) => date.start_time.replace(":00Z", ""));
};

test("daily, every second day, across the start of summer time: the wall time stays", async () => {
  const dates = await plan("2027-03-26T09:00:00", "Europe/Berlin", { type: 1, repeat_interval: 2, end_times: 3 });
  expect(dates).toEqual(["2027-03-26T08:00", "2027-03-28T07:00", "2027-03-30T07:00"]);
});

test("weekly on Tuesday and Thursday, across the end of summer time in New York", async () => {
  const dates = await plan("2027-11-01T10:00:00", "America/New_York", { type: 2, weekly_days: "5,3", end_times: 4 });
  expect(dates).toEqual(["2027-11-02T14:00", "2027-11-04T14:00", "2027-11-09T15:00", "2027-11-11T15:00"]);
});

test("weekly without days means the weekday of the start; weeks begin on Sunday", async () => {
  expect(await plan("2027-02-03T10:00:00Z", "UTC", { type: 2, end_times: 2 })).toEqual(["2027-02-03T10:00", "2027-02-10T10:00"]);
  const fortnightly = await plan("2027-02-03T10:00:00Z", "UTC", { type: 2, repeat_interval: 2, weekly_days: "1,7", end_times: 3 });
  expect(fortnightly).toEqual(["2027-02-06T10:00", "2027-02-14T10:00", "2027-02-20T10:00"]);
});

test("monthly on a day skips months without it", async () => {
  const dates = await plan("2027-01-31T10:00:00Z", "UTC", { type: 3, monthly_day: 31, end_times: 3 });
  expect(dates).toEqual(["2027-01-31T10:00", "2027-03-31T10:00", "2027-05-31T10:00"]);
});

test("monthly on the second Tuesday, and on the last Friday", async () => {
  const second = await plan("2027-02-01T10:00:00Z", "UTC", { type: 3, monthly_week: 2, monthly_week_day: 3, end_times: 2 });
  expect(second).toEqual(["2027-02-09T10:00", "2027-03-09T10:00"]);
  const last = await plan("2027-02-01T10:00:00Z", "UTC", { type: 3, repeat_interval: 3, monthly_week: -1, monthly_week_day: 6, end_times: 2 });
  expect(last).toEqual(["2027-02-26T10:00", "2027-05-28T10:00"]);
});

test("a wall time that a date lacks moves on, as a clock does", async () => {
  const dates = await plan("2027-03-27T02:30:00", "Europe/Berlin", { type: 1, end_times: 3 });
  expect(dates).toEqual(["2027-03-27T01:30", "2027-03-28T01:30", "2027-03-29T00:30"]);
});

test("a wall time that comes twice on a date means the first", async () => {
  const dates = await plan("2027-10-30T02:30:00", "Europe/Berlin", { type: 1, end_times: 3 });
  expect(dates).toEqual(["2027-10-30T00:30", "2027-10-31T00:30", "2027-11-01T01:30"]);
});

test("ends at a date, both included, or after one if neither is given", async () => {
  expect(await plan("2027-02-01T10:00:00Z", "UTC", { type: 1, end_date_time: "2027-02-03T10:00:00Z" })).toHaveLength(3);
  expect(await plan("2027-02-01T10:00:00Z", "UTC", { type: 1, end_date_time: "2027-02-03T09:59:59Z" })).toHaveLength(2);
  expect(await plan("2027-02-01T10:00:00Z", "UTC", { type: 1 })).toHaveLength(1);
});

test("keeps fifty dates, or sixty by switch", async () => {
  expect(await plan("2027-02-01T10:00:00Z", "UTC", { type: 1, end_times: 60 })).toHaveLength(50);
  expect(await plan("2027-02-01T10:00:00Z", "UTC", { type: 1, end_times: 60 }, { switches: { occurrenceCap: 60 } })).toHaveLength(60);
  expect(await plan("2027-02-01T10:00:00Z", "UTC", { type: 1, end_date_time: "2027-12-31T10:00:00Z" })).toHaveLength(50);
});

test.each([
  [{}, "recurrence.type"],
  [{ type: 4 }, "recurrence.type"],
  [{ type: 1, repeat_interval: 91 }, "recurrence.repeat_interval"],
  [{ type: 2, repeat_interval: 13 }, "recurrence.repeat_interval"],
  [{ type: 3, repeat_interval: 4 }, "recurrence.repeat_interval"],
  [{ type: 2, weekly_days: "0" }, "recurrence.weekly_days"],
  [{ type: 2, weekly_days: "Monday" }, "recurrence.weekly_days"],
  [{ type: 3, monthly_day: 32 }, "recurrence.monthly_day"],
  [{ type: 3, monthly_week: 5, monthly_week_day: 1 }, "recurrence.monthly_week"],
  [{ type: 3, monthly_week: 2 }, "recurrence.monthly_week"],
  [{ type: 1, end_times: 61 }, "recurrence.end_times"],
  [{ type: 1, end_times: 2, end_date_time: "2027-03-01T10:00:00Z" }, "recurrence.end_date_time"],
  [{ type: 1, end_date_time: "2027-03-01" }, "recurrence.end_date_time"],
  [{ type: 1, end_date_time: "2027-01-01T10:00:00Z" }, "recurrence.end_date_time"],
])("refuses %j naming the field", async (recurrence, field) => {
  const { call } = await probe();
  const answer = await call("POST", "/users/grace@example.com/webinars", { type: 9, start_time: "2027-02-01T10:00:00Z", recurrence });
  expect(refusalOf(answer)).toBe(`400/300 Validation Failed. [${field}]`);
});
