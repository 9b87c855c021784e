import { expect, it } from "vitest";
import { toVisits, withoutOverlaps } from "./visits.ts";

const window = (start: number, end: number) => ({ start, end });
const minutesOf = (spans: number[], ...windows: { start: number; end: number }[]) =>
  toVisits(spans, [{ startTime: null, windows: withoutOverlaps(windows) }]).map(({ minutes }) => minutes);

it.each([
  ["the whole stay within the time", [60, 120, 180, 240], [window(0, 600)], 2],
  ["only what lies within it", [0, 120, 540, 900], [window(60, 600)], 2],
  ["nothing outside", [0, 60, 600, 660], [window(60, 600)], 0],
  ["each time that the webinar was open", [0, 660], [window(60, 120), window(600, 660)], 2],
  ["a second that two times share once", [0, 660], [window(0, 180), window(120, 240)], 4],
  ["a second that two times share once, in whatever order they stand", [0, 660], [window(120, 240), window(0, 180)], 4],
  ["a time within another once", [0, 660], [window(0, 240), window(60, 120), window(180, 300)], 5],
])("a visit is %s", (_what, spans, windows, minutes) => {
  expect(minutesOf(spans, ...windows)).toEqual([minutes]);
});

it("each date has a visit of its own, with its start", () => {
  const dates = [0, 600].map((start) => ({ startTime: `at ${start}`, windows: [window(start, start + 300)] }));
  expect(toVisits([0, 60, 600, 720], dates)).toEqual([
    { start_time: "at 0", minutes: 1 },
    { start_time: "at 600", minutes: 2 },
  ]);
});
