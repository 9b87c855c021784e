import { describe, expect, it } from "vitest";
import { at, instanceOf, joined } from "../../test/attendance/small-webinar.ts";
import type { InstanceInput, JoiningRow } from "./input.ts";
import { toJoinings } from "./joinings.ts";
import { toSecond } from "./seconds.ts";

const NOW = Date.parse(at("18:00"));
const ROSA = "rosa@example.com";
const of = (...instances: InstanceInput[]) => toJoinings(instances, NOW);
/** A second of the day as a time of the clock; "never" for what is infinite. */
const clock = (second: number): string => (Number.isFinite(second) ? new Date(second * 1000).toISOString().slice(11, 19) : "never");

describe("an instance lasts", () => {
  const rows = [joined(ROSA, "15:10", "15:30"), joined(ROSA, "15:05", "15:20"), joined(ROSA, "15:40", null)];
  const waiting = joined(ROSA, "14:00", "17:00", { status: "in_waiting_room" });
  const noRow: JoiningRow[] = [];
  const none = { details: null };
  it.each<[what: string, rows: JoiningRow[] | null, more: Partial<InstanceInput>, window: [string, string] | null]>([
    ["as its details say, whoever came when", rows, {}, ["15:00:00", "16:00:00"]],
    ["from the start in the list if there are no details", rows, { ...none, listed_start: at("15:02") }, ["15:02:00", "15:40:00"]],
    ["from the first joining if nothing says when it began", rows, none, ["15:05:00", "15:40:00"]],
    ["to the last leaving if that is after the last joining", rows.slice(0, 2), none, ["15:05:00", "15:30:00"]],
    ["to the last leaving, whatever its place", rows.slice(0, 2).toReversed(), none, ["15:05:00", "15:30:00"]],
    ["without those who only waited", [...rows, waiting], none, ["15:05:00", "15:40:00"]],
    [
      "from the start that its details say to the last leaving if they do not say the end",
      rows,
      { details: { start_time: at("15:01"), end_time: "soon" } },
      ["15:01:00", "15:40:00"],
    ],
    [
      "from the first joining to the end that its details say if they do not say the start",
      rows,
      { details: { end_time: at("15:59") } },
      ["15:05:00", "15:59:00"],
    ],
    ["up to now while it runs", rows, { details: { start_time: at("15:00") } }, ["15:00:00", "18:00:00"]],
    ["no time if it ends before its start", rows, { details: { start_time: at("15:30"), end_time: at("15:00") } }, ["15:30:00", "15:30:00"]],
    ["no time if only its start is known", noRow, { ...none, listed_start: at("15:02") }, ["15:02:00", "15:02:00"]],
    ["no time if there is a joining without an end", [joined(ROSA, "15:20", null)], none, ["15:20:00", "15:20:00"]],
    ["for an unknown time if nothing is known", noRow, none, null],
    ["for an unknown time if only a leaving is known", [{ leave_time: at("15:30") }], none, null],
    ["for an unknown time if its rows could not be read", null, none, null],
  ])("%s", (_what, given, more, expected) => {
    const [window] = of(instanceOf(given, more)).windows;
    expect(window && [clock(window.start), clock(window.end)]).toEqual(expected);
  });

  it("running only if its details have no end", () => {
    const details = [
      { start_time: at("15:00") },
      { start_time: at("15:00"), end_time: "" },
      { start_time: at("15:00"), end_time: at("16:00") },
      null,
    ];
    expect(of(...details.map((each) => instanceOf([], { details: each }))).isRunning).toEqual([true, true, false, false]);
  });
});

describe("a joining", () => {
  const none = { withoutJoin: 0, reversed: 0, withoutLeave: 0, clippedSeconds: 0, outside: 0 };
  const odd = (join_time: string | undefined, leave_time: string | undefined): JoiningRow => ({ user_email: ROSA, join_time, leave_time });
  it.each<[what: string, row: JoiningRow, stay: [string, string], joined: string, oddities: Partial<typeof none>]>([
    ["within the time is counted as it is", joined(ROSA, "15:10", "15:30"), ["15:10:00", "15:30:00"], "15:10:00", {}],
    ["exactly of the whole time too", joined(ROSA, "15:00", "16:00"), ["15:00:00", "16:00:00"], "15:00:00", {}],
    ["before the start is cut there", joined(ROSA, "14:50", "15:30"), ["15:00:00", "15:30:00"], "14:50:00", { clippedSeconds: 600 }],
    ["after the end is cut there", joined(ROSA, "15:30", "16:20"), ["15:30:00", "16:00:00"], "15:30:00", { clippedSeconds: 1200 }],
    ["on both sides is cut on both", joined(ROSA, "14:50", "16:20"), ["15:00:00", "16:00:00"], "14:50:00", { clippedSeconds: 1800 }],
    [
      "wholly before the start has no length",
      joined(ROSA, "14:00", "14:30"),
      ["15:00:00", "15:00:00"],
      "14:00:00",
      { clippedSeconds: 1800, outside: 1 },
    ],
    ["wholly after the end has no length", joined(ROSA, "17:00", "17:10"), ["16:00:00", "16:00:00"], "17:00:00", { clippedSeconds: 600, outside: 1 }],
    ["up to the start has no length", joined(ROSA, "14:59", "15:00"), ["15:00:00", "15:00:00"], "14:59:00", { clippedSeconds: 60, outside: 1 }],
    ["of no length is nothing odd", joined(ROSA, "15:10", "15:10"), ["15:10:00", "15:10:00"], "15:10:00", {}],
    ["of no length outside is nothing odd either", joined(ROSA, "14:10", "14:10"), ["15:00:00", "15:00:00"], "14:10:00", {}],
    ["that is left open lasts to the end", joined(ROSA, "15:10", null), ["15:10:00", "16:00:00"], "15:10:00", { withoutLeave: 1 }],
    ["that is left open after the end has no length", joined(ROSA, "16:10", null), ["16:00:00", "16:00:00"], "16:10:00", { withoutLeave: 1 }],
    ["that ends before it begins has no length", joined(ROSA, "15:10", "15:05"), ["15:00:00", "15:00:00"], "15:10:00", { reversed: 1 }],
    ["without a time of joining has no length", odd(undefined, at("15:30")), ["15:00:00", "15:00:00"], "never", { withoutJoin: 1 }],
    ["without any time has no length", odd("", ""), ["15:00:00", "15:00:00"], "never", { withoutJoin: 1 }],
  ])("%s", (_what, row, stay, joinedAt, oddities) => {
    const { from, to, joined, oddities: seen } = of(instanceOf([row]));
    expect([...from, ...to].map(clock)).toEqual(stay);
    expect([...joined].map(clock)).toEqual([joinedAt]);
    expect(seen).toEqual({ ...none, ...oddities });
  });

  it("that is still open while the webinar runs is nothing odd, and lasts up to now", () => {
    const { to, oddities } = of(instanceOf([joined(ROSA, "15:10", null)], { details: { start_time: at("15:00") } }));
    expect([[...to].map(clock), oddities]).toEqual([["18:00:00"], none]);
  });

  it("belongs to its instance, whose time is its own; who only waited did not join", () => {
    const second = instanceOf([joined(ROSA, "16:20", "16:50"), joined(ROSA, "15:50", "16:40")], {
      details: { start_time: at("16:30"), end_time: at("17:00") },
    });
    const first = instanceOf([
      joined(ROSA, "15:00", "15:10", { status: "in_waiting_room" }),
      joined(ROSA, "15:50", "16:40", { status: "in_meeting" }),
    ]);
    const { rows, instanceOf: numbers, from, to, oddities } = of(first, instanceOf(null), second);
    expect(rows).toHaveLength(3);
    expect([...numbers]).toEqual([0, 2, 2]);
    expect([...from].map(clock)).toEqual(["15:50:00", "16:30:00", "16:30:00"]);
    expect([...to].map(clock)).toEqual(["16:00:00", "16:50:00", "16:40:00"]);
    expect(oddities).toEqual({ ...none, clippedSeconds: 40 * 60 + 10 * 60 + 40 * 60 });
  });
});

describe("what Zoom has of the joinings", () => {
  it("was read if it was for one instance", () => {
    expect([of().wereRead, of(instanceOf(null)).wereRead, of(instanceOf([])).wereRead, of(instanceOf(null), instanceOf([])).wereRead]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  const zero = { duration: 0 };
  it.each<[what: string, rows: JoiningRow[], isNotReady: boolean]>([
    ["not ready if every duration is 0 although somebody stayed", [joined(ROSA, "15:00", "15:10", zero), joined(ROSA, "15:20", "15:20", zero)], true],
    ["ready if one has a duration", [joined(ROSA, "15:00", "15:10", zero), joined(ROSA, "15:20", "15:30")], false],
    ["ready if nobody stayed", [joined(ROSA, "15:00", "15:00", zero)], false],
    ["ready if the durations are not given", [joined(ROSA, "15:00", "15:10", { duration: undefined })], false],
    ["ready if there is no row", [], false],
  ])("is %s", (_what, rows, isNotReady) => {
    expect(of(instanceOf(rows)).hasOnlyZeroDurations).toBe(isNotReady);
  });

  it("may be times that are read already", () => {
    const row: JoiningRow = { join_time: toSecond(at("15:10")) ?? 0, leave_time: toSecond(at("15:20")) ?? 0 };
    const { from, to } = of(instanceOf([row]));
    expect([...from, ...to].map(clock)).toEqual(["15:10:00", "15:20:00"]);
  });
});
