import fc from "fast-check";
import { DateTime, Info } from "luxon";
import { describe, expect, it } from "vitest";
import { readRecurrence } from "./recurrence.ts";
import { describeRule } from "./recurrence-rule.ts";
import type { Reading } from "./start-time.ts";

const startsAt = (wall: string, zone: string): Reading => {
  const moment = DateTime.fromISO(wall, { zone });
  return {
    utc: moment.toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'"),
    local: moment.toFormat("yyyy-MM-dd'T'HH:mm:ss"),
    timezone: zone,
    zone_from: "input",
  };
};
const read = (wall: string, zone: string, rule: Record<string, unknown>) => readRecurrence(rule, startsAt(wall, zone));
const localsOf = async (wall: string, zone: string, rule: Record<string, unknown>) =>
  (await read(wall, zone, rule)).dates.map(({ local }) => local.slice(0, 16));

describe("recurrence", () => {
  it("keeps 10:00 in New York at 10:00 over both daylight-saving changes", async () => {
    const { dates, wire } = await read("2027-03-08T10:00:00", "America/New_York", { type: 2, weekly_days: "2", end_times: 3 });
    expect(dates.map(({ utc }) => utc)).toEqual(["2027-03-08T15:00:00Z", "2027-03-15T14:00:00Z", "2027-03-22T14:00:00Z"]);
    expect(wire).toEqual({ type: 2, repeat_interval: 1, weekly_days: "2", end_times: 3 });
  });

  it("sends Tuesday and Thursday as 3,5 whatever the order and the spaces", async () => {
    const { wire, dates } = await read("2027-03-01T10:00:00", "UTC", { type: 2, weekly_days: " 5, 3,5", end_times: 4 });
    expect(wire.weekly_days).toBe("3,5");
    expect(dates.map(({ local }) => local.slice(0, 10))).toEqual(["2027-03-02", "2027-03-04", "2027-03-09", "2027-03-11"]);
  });

  it("counts monthly dates by day, skipping months without it, and by week, from the front and the back", async () => {
    expect(await localsOf("2027-01-31T10:00", "UTC", { type: 3, end_times: 3 })).toEqual([
      "2027-01-31T10:00",
      "2027-03-31T10:00",
      "2027-05-31T10:00",
    ]);
    expect(await localsOf("2027-01-01T10:00", "UTC", { type: 3, monthly_week: 1, monthly_week_day: 2, end_times: 2 })).toEqual([
      "2027-01-04T10:00",
      "2027-02-01T10:00",
    ]);
    expect(await localsOf("2027-01-01T10:00", "UTC", { type: 3, monthly_week: -1, monthly_week_day: 6, repeat_interval: 2, end_times: 2 })).toEqual([
      "2027-01-29T10:00",
      "2027-03-26T10:00",
    ]);
  });

  it("says what it filled in, and that the start is not a date of the rule", async () => {
    expect((await read("2027-03-03T10:00", "UTC", { type: 2, end_times: 1 })).notes).toEqual([expect.stringContaining("Wednesday")]);
    expect((await read("2027-01-31T10:00", "UTC", { type: 3, end_times: 2 })).notes.join()).toMatch(/that of the start, 31.*without a day 31/);
    expect((await read("2027-03-03T10:00", "UTC", { type: 2, weekly_days: "6", end_times: 1 })).notes).toEqual([
      expect.stringContaining("first date is 2027-03-05 10:00"),
    ]);
  });

  it("says where clocks skip or repeat the hour of a date", async () => {
    const skipped = await read("2027-03-27T02:30", "Europe/Berlin", { type: 1, end_times: 2 });
    expect(skipped.dates[1]).toEqual({ utc: "2027-03-28T01:30:00Z", local: "2027-03-28T03:30:00" });
    expect(skipped.notes).toEqual(["There is no 2027-03-28 02:30 in Europe/Berlin: clocks go forward over it. Expected at 03:30."]);
    const repeated = await read("2027-10-30T02:30", "Europe/Berlin", { type: 1, end_times: 2 });
    expect(repeated.dates[1]?.utc).toBe("2027-10-31T00:30:00Z");
    expect(repeated.notes).toEqual([expect.stringContaining("happens twice")]);
  });

  it("ends with the last day in the webinar's own zone, that day included", async () => {
    const { wire, dates } = await read("2027-03-01T20:00", "America/Los_Angeles", { type: 1, end_date_time: "2027-03-03" });
    expect(wire.end_date_time).toBe("2027-03-04T07:59:59Z");
    expect(dates).toHaveLength(3);
    expect((await read("2027-03-01T20:00", "UTC", { type: 1, end_date_time: "2027-03-03T20:00:00Z" })).dates).toHaveLength(3);
    expect((await read("2027-03-01T20:00", "UTC", { type: 1, end_date_time: "2027-03-03T19:59" })).dates).toHaveLength(2);
  });

  it("says that Zoom keeps fifty dates if the rule makes more", async () => {
    expect((await read("2027-03-01T10:00", "UTC", { type: 1, end_times: 50 })).notes).toEqual([]);
    expect((await read("2027-03-01T10:00", "UTC", { type: 1, end_times: 60 })).notes).toEqual([expect.stringMatching(/makes 60 dates.*at most 50/)]);
    const long = await read("2027-03-01T10:00", "UTC", { type: 1, end_date_time: "2028-03-01" });
    expect(long.dates).toHaveLength(60);
    expect(long.notes).toEqual([expect.stringMatching(/more than 60 dates/)]);
  });

  it.each([
    [{ type: 4, end_times: 1 }, "type"],
    [{ type: 1, repeat_interval: 91, end_times: 1 }, "repeat_interval"],
    [{ type: 1, repeat_interval: 0, end_times: 1 }, "repeat_interval"],
    [{ type: 1, repeat_interval: 1.5, end_times: 1 }, "repeat_interval"],
    [{ type: 3, monthly_day: 0, end_times: 1 }, "monthly_day"],
    [{ type: 3, monthly_day: 1.5, end_times: 1 }, "monthly_day"],
    [{ type: 2, weekly_days: "3,8", end_times: 1 }, "weekly_days"],
    [{ type: 2, weekly_days: "13", end_times: 1 }, "weekly_days"],
    [{ type: 2, repeat_interval: 13, end_times: 1 }, "repeat_interval"],
    [{ type: 3, repeat_interval: 4, end_times: 1 }, "repeat_interval"],
    [{ type: 1, weekly_days: "3", end_times: 1 }, "weekly_days"],
    [{ type: 2, monthly_day: 3, end_times: 1 }, "monthly_day"],
    [{ type: 2, weekly_days: "0", end_times: 1 }, "weekly_days"],
    [{ type: 2, weekly_days: "Tuesday", end_times: 1 }, "weekly_days"],
    [{ type: 3, monthly_week: 1, end_times: 1 }, "monthly_week_day"],
    [{ type: 3, monthly_week_day: 1, end_times: 1 }, "monthly_week"],
    [{ type: 3, monthly_week: 5, monthly_week_day: 1, end_times: 1 }, "monthly_week"],
    [{ type: 3, monthly_day: 1, monthly_week: 1, monthly_week_day: 1, end_times: 1 }, "monthly_day"],
    [{ type: 3, monthly_day: 32, end_times: 1 }, "monthly_day"],
    [{ type: 1 }, "end_times"],
    [{ type: 1, end_times: 61 }, "end_times"],
    [{ type: 1, end_times: 2, end_date_time: "2027-04-01" }, "end_date_time"],
    [{ type: 1, end_date_time: "2027-02-30" }, "end_date_time"],
    [{ type: 1, end_date_time: "in June" }, "end_date_time"],
    [{ type: 1, end_date_time: "2027-02-01" }, "end_date_time"],
  ])("refuses %j, naming %s", async (rule, field) => {
    await expect(read("2027-03-01T10:00", "UTC", rule)).rejects.toMatchObject({
      code: "input_invalid",
      faults: [{ field: `recurrence.${field}` }],
      hint: expect.stringMatching(/./),
    });
  });

  it.each([
    [{ type: 1, end_times: 1 }, "every day, 1 time"],
    [{ type: 2, weekly_days: "2,4,6", end_times: 5 }, "every week on Monday, Wednesday and Friday, 5 times"],
    [
      { type: 3, monthly_week: -1, monthly_week_day: 6, repeat_interval: 3, end_date_time: "2027-12-31" },
      "every 3 months on the last Friday, until 2027-12-31",
    ],
    [{ type: 1, end_date_time: "2027-03-05T18:00" }, "every day, until 2027-03-05 18:00"],
    [{ type: 3, monthly_day: 15, end_times: 2 }, "every month on day 15, 2 times"],
  ])("puts %j into words", async (rule, words) => {
    expect(describeRule((await read("2027-03-01T10:00", "UTC", rule)).rule)).toBe(words);
  });
});

// The other implementation goes through the calendar day by day and asks of each whether it belongs to the rule; luxon does the zones.
const SCHEDULES = Number(process.env.GENERATED_SCHEDULES ?? 150);
const ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "America/St_Johns",
  "Africa/Casablanca",
  "Asia/Tehran",
  "Pacific/Apia",
  "America/Sao_Paulo",
  "Pacific/Kiritimati",
];

interface Rule {
  type: 1 | 2 | 3;
  repeat_interval: number;
  weekly_days?: string;
  monthly_day?: number;
  monthly_week?: number;
  monthly_week_day?: number;
}
const belongs = (day: DateTime, first: DateTime, rule: Rule): boolean => {
  const days = Math.round(day.diff(first, "days").days);
  if (rule.type === 1) return days % rule.repeat_interval === 0;
  const zoomDay = (day.weekday % 7) + 1;
  if (rule.type === 2) {
    const week = Math.floor((days + (first.weekday % 7)) / 7);
    return week % rule.repeat_interval === 0 && (rule.weekly_days ?? "").split(",").includes(String(zoomDay));
  }
  if ((day.year * 12 + day.month - first.year * 12 - first.month) % rule.repeat_interval !== 0) return false;
  if (rule.monthly_day !== undefined) return day.day === rule.monthly_day;
  if (zoomDay !== rule.monthly_week_day) return false;
  return rule.monthly_week === -1 ? day.plus({ days: 7 }).month !== day.month : Math.ceil(day.day / 7) === rule.monthly_week;
};

const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((days) => days.join(","));
const rules: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ type: fc.constant(1 as const), repeat_interval: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ type: fc.constant(2 as const), repeat_interval: fc.integer({ min: 1, max: 12 }), weekly_days: weekdays }),
  fc.record({ type: fc.constant(3 as const), repeat_interval: fc.integer({ min: 1, max: 3 }), monthly_day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({
    type: fc.constant(3 as const),
    repeat_interval: fc.integer({ min: 1, max: 3 }),
    monthly_week: fc.constantFrom(-1, 1, 2, 3, 4),
    monthly_week_day: fc.integer({ min: 1, max: 7 }),
  }),
);
const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
const days = fc.integer({ min: 0, max: 1500 });

describe("recurrence against an independent implementation", () => {
  it("has zones that the machine knows", () => {
    for (const zone of ZONES) expect(Info.isValidIANAZone(zone), zone).toBe(true);
  });

  it("finds the same dates, in zones with odd offsets, over daylight-saving changes", async () => {
    await fc.assert(
      fc.asyncProperty(
        rules,
        fc.constantFrom(...ZONES),
        days,
        minutes,
        fc.integer({ min: 1, max: 20 }),
        async (rule, zone, day, minute, end_times) => {
          const first = DateTime.utc(2026, 6, 1).plus({ days: day });
          const wall = (on: DateTime) =>
            DateTime.fromObject({ year: on.year, month: on.month, day: on.day, hour: Math.floor(minute / 60), minute: minute % 60 }, { zone });
          fc.pre(wall(first).hour * 60 + wall(first).minute === minute); // a start that does not exist is refused before
          const starts = startsAt(wall(first).toFormat("yyyy-MM-dd'T'HH:mm:ss"), zone);
          const expected: string[] = [];
          for (let at = first; expected.length < end_times; at = at.plus({ days: 1 })) {
            if (belongs(at, first, rule)) expected.push(wall(at).toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'"));
          }
          const { dates, notes } = await readRecurrence({ ...rule, end_times }, starts);
          const repeated = notes.some((note) => note.includes("twice"));
          // If an hour happens twice, luxon takes either; ours is always the first.
          if (repeated) expect(dates.length).toBe(expected.length);
          else expect(dates.map(({ utc }) => utc)).toEqual(expected);
        },
      ),
      { numRuns: SCHEDULES, seed: 20270115 },
    );
  });

  it("gives with an end date exactly the dates of the same rule up to it", async () => {
    await fc.assert(
      fc.asyncProperty(rules, fc.constantFrom(...ZONES), days, fc.integer({ min: 0, max: 800 }), async (rule, zone, day, length) => {
        const first = DateTime.utc(2026, 6, 1).plus({ days: day });
        const starts = startsAt(`${first.toISODate()}T12:00:00`, zone);
        const last = first.plus({ days: length }).toISODate() as string;
        const all = (await readRecurrence({ ...rule, end_times: 60 }, starts)).dates.filter(({ local }) => local.slice(0, 10) <= last);
        if (all.length === 0) await expect(readRecurrence({ ...rule, end_date_time: last }, starts)).rejects.toMatchObject({ code: "input_invalid" });
        else expect((await readRecurrence({ ...rule, end_date_time: last }, starts)).dates).toEqual(all);
      }),
      { numRuns: Math.ceil(SCHEDULES / 2), seed: 20270116 },
    );
  });
});
