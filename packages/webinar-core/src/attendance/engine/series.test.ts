import { describe, expect, it } from "vitest";
import { instanceOf, joined, webinarOf } from "../../test/attendance/small-webinar.ts";
import type { JoiningRow } from "./input.ts";
import { toSeriesReport } from "./series.ts";

/** A date of the series: the small webinar, held on that day of February. */
const dateOn = (day: number, rows: readonly JoiningRow[] | null, more: Parameters<typeof webinarOf>[1] = {}) => {
  const moved = (time: string | number | undefined) => (typeof time === "string" ? time.replace("2027-02-01", `2027-02-0${day}`) : undefined);
  const instance = instanceOf(rows?.map((row) => ({ ...row, join_time: moved(row.join_time), leave_time: moved(row.leave_time) })) ?? null, {
    uuid: `day ${day}`,
  });
  const { start_time, end_time } = instance.details ?? {};
  return webinarOf(null, { instances: [{ ...instance, details: { start_time: moved(start_time), end_time: moved(end_time) } }], ...more });
};

const ROSA = "rosa@example.com";
const OTTO = "otto@example.com";
const GUEST = "guest@example.org";

describe("a series", () => {
  const inputs = [
    dateOn(1, [joined(ROSA, "15:00", "15:30"), joined(OTTO, "15:00", "16:00"), joined("ada@example.com", "15:00", "16:00")]),
    dateOn(2, [joined(ROSA, "15:00", "16:00"), joined(GUEST, "15:00", "15:10")]),
    dateOn(3, [joined(ROSA, "15:00", "15:20"), joined(GUEST, "15:00", "15:10"), joined(OTTO, "15:30", "15:40")]),
  ];
  const series = toSeriesReport(inputs);

  it("says who came to how many dates and for how long, those who came most often first, without the host", () => {
    expect(series.people.map(({ email, dates_came, minutes }) => [email, dates_came, minutes])).toEqual([
      [ROSA, 3, 110],
      [OTTO, 2, 70],
      [GUEST, 2, 20],
    ]);
    expect(series.people.map(({ registrant_id }) => registrant_id)).toEqual(["r-rosa", "r-otto", null]);
    expect(series.people.map(({ name }) => name)).toEqual(["rosa", "otto", "guest"]);
  });

  it("says of each person how long they stayed on each date that they came to", () => {
    const visits = series.people.map((person) => person.visits?.map(({ start_time, minutes }) => [start_time, minutes]));
    expect(visits).toEqual([
      [
        ["2027-02-01T15:00:00Z", 30],
        ["2027-02-02T15:00:00Z", 60],
        ["2027-02-03T15:00:00Z", 20],
      ],
      [
        ["2027-02-01T15:00:00Z", 60],
        ["2027-02-03T15:00:00Z", 10],
      ],
      [
        ["2027-02-02T15:00:00Z", 10],
        ["2027-02-03T15:00:00Z", 10],
      ],
    ]);
  });

  it("says how many of one date came to the next", () => {
    expect(series.retention).toEqual([
      { from: "2027-02-01T15:00:00Z", to: "2027-02-02T15:00:00Z", share: 1 / 2 },
      { from: "2027-02-02T15:00:00Z", to: "2027-02-03T15:00:00Z", share: 1 },
    ]);
  });

  it("is as long as its dates together, from the first start to the last end, and has the report of each date", () => {
    expect(series.webinar).toEqual({
      id: "95312345678",
      uuid: "day 3",
      topic: "Tides",
      host_email: "ada@example.com",
      timezone: "UTC",
      start_time: "2027-02-01T15:00:00Z",
      end_time: "2027-02-03T16:00:00Z",
      length_minutes: 180,
    });
    expect(series.dates.map(({ totals }) => totals.attendees)).toEqual([2, 2, 3]);
    expect([series.complete, series.notes]).toEqual([true, []]);
    expect(series.dates[0]?.people.some((person) => "joinings" in person)).toBe(false);
    expect(toSeriesReport(inputs, { withJoinings: true }).dates[0]?.people.every((person) => "joinings" in person)).toBe(true);
  });

  it("puts people who came as often and as long in the order of their addresses", () => {
    const rows = ["b@example.org", "c@example.org", "a@example.org"].map((email) => joined(email, "15:00", "15:10"));
    expect(toSeriesReport([dateOn(1, rows)]).people.map(({ email }) => email)).toEqual(["a@example.org", "b@example.org", "c@example.org"]);
    expect(toSeriesReport([dateOn(1, [joined("b@example.org", "15:00", "15:10"), joined("a@example.org", "15:00", "15:20")])]).people[0]?.email).toBe(
      "a@example.org",
    );
  });
});

describe("a series of which a date is not known", () => {
  it("has no share from it or to it, and says that it is not complete", () => {
    const { retention, complete, notes } = toSeriesReport([
      dateOn(1, [joined(ROSA, "15:00", "16:00")]),
      dateOn(2, null, { complete: false }),
      dateOn(3, []),
    ]);
    expect(retention.map(({ share }) => share)).toEqual([null, null]);
    expect([complete, notes]).toEqual([false, ["1 of 3 dates are not complete; their own notes say why."]]);
  });

  it("has no share of a date to which nobody came, and one of nought if nobody came again", () => {
    expect(toSeriesReport([dateOn(1, []), dateOn(2, [joined(ROSA, "15:00", "16:00")])]).retention[0]?.share).toBeNull();
    expect(toSeriesReport([dateOn(1, [joined(ROSA, "15:00", "16:00")]), dateOn(2, [])]).retention[0]?.share).toBe(0);
  });

  it("is nothing without dates, and of no known length if one runs", () => {
    expect(toSeriesReport([])).toMatchObject({
      webinar: { id: null, uuid: null, topic: null, start_time: null, end_time: null },
      dates: [],
      people: [],
      retention: [],
    });
    const running = webinarOf([], { instances: [instanceOf([], { details: { start_time: "2027-02-04T15:00:00Z" } })] });
    expect(toSeriesReport([dateOn(1, []), running]).webinar).toMatchObject({ length_minutes: null, end_time: null });
  });
});
