import { describe, expect, it } from "vitest";
import { generatedWebinar } from "../../test/attendance/generated-webinar.ts";
import { at, instanceOf, joined, webinarOf } from "../../test/attendance/small-webinar.ts";
import type { JoiningRow } from "./input.ts";
import { toReport } from "./report.ts";
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

describe("a series of one date", () => {
  it("has the attendees of that date's report, those who stayed longest first", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const input = generatedWebinar(seed);
      const { people, dates, webinar, complete } = toSeriesReport([input]);
      const report = toReport(input);
      const attendees = report.people
        .filter(({ status, joins }) => (joins ?? 0) > 0 && status !== "host" && status !== "panelist")
        .map(({ name, email, registrant_id, seconds, minutes }) => ({ name, email, registrant_id, dates_came: 1, seconds, minutes }));
      const keyOf = (person: object) => JSON.stringify(person);
      expect({ seed, people: people.map(({ visits: _visits, ...person }) => keyOf(person)).sort() }).toEqual({
        seed,
        people: attendees.map(keyOf).sort(),
      });
      expect(people.map(({ seconds }) => seconds)).toEqual(people.map(({ seconds }) => seconds).toSorted((one, other) => other - one));
      const { webinar: own, ...rest } = report;
      expect({ webinar, dates, complete }).toEqual({ webinar: own, dates: [rest], complete: report.complete });
      // Also if the times of two instances overlap, because one is known from its joinings alone.
      for (const { minutes, visits } of people) expect(visits).toEqual([{ start_time: own.start_time, minutes }]);
    }
  });
});

describe("who is no attendee of a series", () => {
  const panelists = [{ email: OTTO, name: "Otto" }];
  const names = (...inputs: Parameters<typeof toSeriesReport>[0]) => toSeriesReport(inputs).people.map(({ name }) => name);

  it("is a host or panelist, by the lists or by the rows of a file", () => {
    const rows = [
      joined("ada@example.com", "15:00", "16:00"),
      joined(OTTO, "15:00", "16:00"),
      joined("third@example.org", "15:00", "16:00", { role: "host" }),
      joined("fourth@example.org", "15:00", "16:00", { role: "panelist" }),
      joined("fifth@example.org", "15:00", "16:00", { role: "attendee" }),
    ];
    expect(names(dateOn(1, rows, { panelists }))).toEqual(["fifth"]);
    expect(toSeriesReport([dateOn(1, rows, { panelists }), dateOn(2, [joined(OTTO, "15:00", "16:00")], { panelists })]).retention[0]?.share).toBe(0);
  });

  it("is nobody of a webinar without panelists", () => {
    expect(names(dateOn(1, [joined("first@example.org", "15:00", "16:00")], { panelists: null, registrants: null, hosts: [] }))).toEqual(["first"]);
  });
});

describe("a date of a series that was ended and opened again", () => {
  it("counts once, and its visits add up", () => {
    const again = instanceOf([joined(ROSA, "17:00", "17:20"), joined("late@example.org", "17:00", "17:10")], {
      uuid: "again",
      details: { start_time: at("17:00"), end_time: at("17:30") },
    });
    const first = instanceOf([joined(ROSA, "15:00", "15:10")]);
    const { people, retention, webinar } = toSeriesReport([
      webinarOf([], { instances: [first, again] }),
      dateOn(2, [joined(ROSA, "15:00", "15:05")]),
    ]);
    expect(people.map(({ dates_came, visits }) => [dates_came, visits?.map(({ minutes }) => minutes)])).toEqual([
      [2, [30, 5]],
      [1, [10]],
    ]);
    expect(retention.map(({ share }) => share)).toEqual([1 / 2]);
    expect(webinar).toMatchObject({ start_time: at("15:00"), uuid: "day 2", length_minutes: 150 + 60 });
  });
});

describe("somebody of a series", () => {
  it("who registered for one date is the same person on the others", () => {
    const registered = { registrants: [{ id: "r-1", email: "Rosa@Example.com", first_name: "Rosa", last_name: "R.", status: "approved" }] };
    const { people } = toSeriesReport([
      dateOn(1, [joined("rosa@example.com", "15:00", "15:10", { name: "iPhone" })], { registrants: [] }),
      dateOn(2, [joined("", "15:00", "15:20", { name: "Rosa at work", registrant_id: "r-1" })], registered),
    ]);
    expect(people).toMatchObject([{ name: "Rosa R.", email: "rosa@example.com", registrant_id: "r-1", dates_came: 2, minutes: 30 }]);
  });

  it("without a registration has the name and address of their first joining, and the id that is in no list", () => {
    const rows = [joined("x@example.org", "15:00", "15:10", { name: "X", registrant_id: "gone" }), joined("", "15:20", "15:30", { name: "Guest" })];
    expect(toSeriesReport([dateOn(1, rows)]).people).toMatchObject([
      { name: "Guest", email: null, registrant_id: null },
      { name: "X", email: "x@example.org", registrant_id: "gone" },
    ]);
  });

  it("comes before others by dates, then by time, then by address, then by name", () => {
    const guest = (name: string, from: string, to: string) => joined("", from, to, { name });
    const dates = [
      dateOn(1, [
        joined("z@example.org", "15:00", "15:05"),
        guest("c", "15:00", "15:10"),
        guest("b", "15:00", "15:10"),
        joined("a@example.org", "15:00", "15:10"),
        guest("", "15:00", "15:10"),
        guest("long", "15:00", "15:50"),
      ]),
      dateOn(2, [joined("z@example.org", "15:00", "15:05")]),
    ];
    expect(toSeriesReport(dates).people.map(({ email, name }) => email ?? name)).toEqual(["z@example.org", "long", null, "a@example.org", "b", "c"]);
    expect(toSeriesReport([dateOn(1, [guest("b", "15:00", "15:10"), guest("a", "15:00", "15:10")])]).people.map(({ name }) => name)).toEqual([
      "a",
      "b",
    ]);
  });
});

describe("a series of which several dates are not complete", () => {
  it("says how many", () => {
    const { complete, notes } = toSeriesReport([dateOn(1, [], { complete: false }), dateOn(2, []), dateOn(3, [], { complete: false })]);
    expect([complete, notes]).toEqual([false, ["2 of 3 dates are not complete; their own notes say why."]]);
  });

  it("knows no share from a date whose joinings could not be read, nor to one", () => {
    const rosa = [joined(ROSA, "15:00", "15:10")];
    expect(toSeriesReport([dateOn(1, rosa), dateOn(2, null), dateOn(3, rosa), dateOn(4, rosa)]).retention.map(({ share }) => share)).toEqual([
      null,
      null,
      1,
    ]);
  });

  it("adds up lengths to a tenth of a minute", () => {
    const long = (seconds: string) => webinarOf([], { instances: [instanceOf([], { details: { start_time: at("15:00"), end_time: at(seconds) } })] });
    expect(toSeriesReport([long("15:00:06"), long("15:00:12")]).webinar.length_minutes).toBe(0.3);
  });
});
