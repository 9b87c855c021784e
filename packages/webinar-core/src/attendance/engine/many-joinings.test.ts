import { describe, expect, it } from "vitest";
import { at, joined, webinarOf } from "../../test/attendance/small-webinar.ts";
import { toReport } from "./report.ts";

const ROSA = "rosa@example.com";
const SHARED = "Joined under different names at the same time: two people may share one join link. They count as one.";
const clock = (minute: number): string => `15:${String(minute).padStart(2, "0")}`;
const rosaOf = (rows: Parameters<typeof webinarOf>[0], withJoinings = false) =>
  toReport(webinarOf(rows), { withJoinings }).people.find(({ email }) => email === ROSA);

describe("somebody whose connection drops again and again", () => {
  // more joinings than are sorted by hand, and given in no order
  const minutes = Array.from({ length: 20 }, (_, nth) => ((nth * 7) % 20) * 3);
  const rows = minutes.map((minute) => joined(ROSA, clock(minute), clock(minute + 2)));

  it.each([rows, rows.toReversed(), rows.slice(0, 16), rows.slice(0, 17)])("counts each stay once, in order of time", (...given) => {
    const rosa = rosaOf(given, true);
    const inOrder = given
      .map(({ join_time, leave_time }) => ({ from: join_time, to: leave_time }))
      .sort((a, b) => (String(a.from) < String(b.from) ? -1 : 1));
    expect(rosa).toMatchObject({ joins: given.length, seconds: given.length * 120 });
    expect(rosa?.joinings).toEqual(inOrder);
    expect(rosa?.intervals).toEqual(inOrder);
  });
});

describe("stays that touch or overlap", () => {
  it.each([
    ["one that begins when the other ends makes one", ["15:00", "15:10", "15:10", "15:20"], [["15:00", "15:20"]], 1200],
    ["one within the other adds nothing", ["15:00", "15:30", "15:10", "15:20"], [["15:00", "15:30"]], 1800],
    ["one that ends with the other adds nothing", ["15:00", "15:30", "15:10", "15:30"], [["15:00", "15:30"]], 1800],
    [
      "a gap of a minute makes two",
      ["15:00", "15:10", "15:11", "15:20"],
      [
        ["15:00", "15:10"],
        ["15:11", "15:20"],
      ],
      1140,
    ],
    ["one without length adds nothing", ["15:00", "15:10", "15:20", "15:20"], [["15:00", "15:10"]], 600],
  ] as const)("%s", (_what, [a, b, c, d], intervals, seconds) => {
    const rosa = rosaOf([joined(ROSA, a, b), joined(ROSA, c, d)]);
    expect(rosa).toMatchObject({ joins: 2, seconds });
    expect(rosa?.intervals).toEqual(intervals.map(([from, to]) => ({ from: at(from), to: at(to) })));
  });
});

describe("two names on one registration", () => {
  const as = (name: string, from: string, to: string, id: string | undefined = "r-rosa") =>
    joined(ROSA, from, to, { name, ...(id === undefined ? {} : { registrant_id: id }) });
  it.each<[what: string, rows: Parameters<typeof webinarOf>[0], isNoted: boolean]>([
    ["at the same time: noted", [as("Rosa", "15:00", "15:30"), as("Kim", "15:10", "15:20")], true],
    ["one after the other: not noted", [as("Rosa", "15:00", "15:30"), as("Kim", "15:30", "15:40")], false],
    ["the same name on two devices: not noted", [as("Rosa", "15:00", "15:30"), as("rosa ", "15:10", "15:20")], false],
    ["against the one that lasts longest", [as("Rosa", "15:00", "15:50"), as("Rosa", "15:05", "15:10"), as("Kim", "15:20", "15:30")], true],
    ["against the one that holds the seat now", [as("Kim", "15:00", "15:10"), as("Rosa", "15:05", "15:50"), as("Rosa", "15:20", "15:30")], true],
  ])("%s", (_what, rows, isNoted) => {
    expect(rosaOf(rows)?.notes).toEqual(isNoted ? [SHARED] : []);
  });
});

describe("a person's name and address", () => {
  const guest = (name: string, from: string, email = "") => joined(email, from, "15:50", { name, id: "account-1" });
  it("are those of the first joining that has one, in order of time", () => {
    const { people } = toReport(
      webinarOf([guest("Later", "15:20", "later@example.org"), guest("", "15:00"), guest("First", "15:10", "first@example.org")]),
    );
    expect(people.filter(({ joins }) => joins === 3)).toMatchObject([{ name: "First", email: "first@example.org" }]);
  });
});
