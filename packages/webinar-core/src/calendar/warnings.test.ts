import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlannedEvent } from "./event.ts";
import { clashesOf, warningsOf } from "./warnings.ts";

const START_MS = Date.parse("2027-03-01T00:00:00Z");
const at = (minutes: number) => new Date(START_MS + minutes * 60_000).toISOString();

const eventOf = (over: Partial<PlannedEvent> & { from?: number; duration?: number }): PlannedEvent => {
  const { from = 0, duration = 60, ...rest } = over;
  return {
    webinar_id: "91234567890",
    occurrence_id: null,
    topic: "Sample",
    host: "ada@example.com",
    start_time: at(from),
    end_time: at(from + duration),
    duration,
    timezone: "UTC",
    status: "planned",
    join_url: null,
    registered: 5,
    seats: 10,
    panelists: 1,
    asksRegistration: true,
    ...rest,
  };
};

describe("clashes", () => {
  it("are the dates of one host that share a minute, whatever the order of the list", () => {
    const events = fc.array(
      fc
        .record({
          from: fc.integer({ min: 0, max: 300 }),
          duration: fc.integer({ min: 0, max: 90 }),
          host: fc.constantFrom("ada@example.com", "grace@example.com"),
          status: fc.constantFrom("planned", "planned", "cancelled"),
        })
        .map((each) => eventOf(each as Parameters<typeof eventOf>[0])),
      { maxLength: 12 },
    );
    const minutesOf = ({ start_time, duration }: PlannedEvent) =>
      new Set(Array.from({ length: duration }, (_minute, index) => Date.parse(start_time) / 60_000 + index));
    fc.assert(
      fc.property(events, (list) => {
        const found = clashesOf(list);
        for (const one of list) {
          const mine = minutesOf(one);
          const others = list.filter(
            (other) =>
              other !== one &&
              [one, other].every(({ status, duration }) => status === "planned" && duration > 0) &&
              other.host === one.host &&
              [...minutesOf(other)].some((minute) => mine.has(minute)),
          );
          const named = (found.get(one) ?? []).filter(({ duration }) => duration > 0 && one.duration > 0);
          expect(new Set(named)).toEqual(new Set(others));
        }
      }),
    );
  });
});

describe("warnings", () => {
  it.each([
    [{}, 0, []],
    [{}, 2, ["clash"]],
    [{ asksRegistration: false, registered: null }, 0, ["no_registration"]],
    [{ registered: 11 }, 0, ["over_capacity"]],
    [{ registered: 10 }, 0, []],
    [{ registered: 11, seats: null }, 0, []],
    [{ registered: 0, panelists: 0 }, 0, ["no_panelists", "nobody_registered"]],
    [{ asksRegistration: null, registered: null, panelists: null, seats: null }, 0, []],
    [{ status: "cancelled" as const, registered: 0, panelists: 0 }, 1, []],
  ])("of %j with %i clashes are %j", (over, clashes, expected) => expect(warningsOf(eventOf(over), clashes)).toEqual(expected));
});
