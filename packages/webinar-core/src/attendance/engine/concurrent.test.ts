import { expect, it } from "vitest";
import { randomFrom } from "../../test/attendance/generated-webinar.ts";
import { curveOf, dropOffOf, peakOf, presentAt, toPresence } from "./concurrent.ts";
import { toInstant } from "./seconds.ts";

const START = Date.UTC(2027, 1, 1, 15) / 1000;

/** Some people, each with some stays in order, none of which touches the next. */
const generatedSpans = (seed: number): number[][] => {
  const random = randomFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  return Array.from({ length: below(8) }, () => {
    let at = START + below(20);
    return Array.from({ length: below(4) }, () => {
      const from = at + 1 + below(40);
      at = from + 1 + below(60);
      return [from, at];
    }).flat();
  });
};

/** Looks at one second at a time. */
const presentIn = (people: readonly number[][], second: number): number =>
  people.filter((spans) => spans.some((from, place) => place % 2 === 0 && from <= second && second < (spans[place + 1] ?? 0))).length;

it("the peak, the curve and the drop-off are those of somebody who looks at every second", () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const people = generatedSpans(seed);
    const presence = toPresence(people);
    const end = START + 60 + ((seed * 37) % 400);
    const seconds = Array.from({ length: 600 }, (_, nth) => START + nth);
    const counts = seconds.map((second) => presentIn(people, second));
    const most = Math.max(...counts);
    expect({ seed, peak: peakOf(presence) }).toEqual({ seed, peak: { count: most, at: most === 0 ? null : START + counts.indexOf(most) } });
    expect({ seed, counts: presentAt(presence, seconds) }).toEqual({ seed, counts });
    const minutes = seconds.filter((second) => second < end && (second - START) % 60 === 0);
    expect(curveOf(presence, START, end)).toEqual(minutes.map((second) => ({ at: toInstant(second), present: presentIn(people, second) })));
    const share = (percent: number) =>
      people.length === 0 ? null : presentIn(people, START + Math.floor(((end - START) * percent) / 100)) / people.length;
    expect(dropOffOf(presence, START, end)).toEqual({ "25": share(25), "50": share(50), "75": share(75), "95": share(95) });
  }
});

it("has no peak without people, nor of people who stayed for no second", () => {
  expect([peakOf(toPresence([])), peakOf(toPresence([[], []]))]).toEqual([
    { count: 0, at: null },
    { count: 0, at: null },
  ]);
});

it("counts those who come as others leave only once, and all who come together at once", () => {
  const presence = toPresence([
    [START, START + 10],
    [START + 10, START + 20],
    [START + 10, START + 30],
  ]);
  expect(peakOf(presence)).toEqual({ count: 2, at: START + 10 });
  expect(presentAt(presence, [START - 1, START, START + 9, START + 10, START + 20, START + 30])).toEqual([0, 1, 1, 2, 1, 0]);
});

it.each([
  [0, 0],
  [1, 1],
  [60, 1],
  [61, 2],
  [24 * 3600, 1440],
  [24 * 3600 + 1, 1440],
  [48 * 3600, 1440],
])("a webinar of %i seconds has %i points on its curve: one a minute, and none after 24 hours", (length, points) => {
  expect(curveOf(toPresence([]), START, START + length)).toHaveLength(points);
});

it("the drop-off is exact to the second, of any length", () => {
  for (const length of [20, 40, 8160, 86_400]) {
    const second = START + (length * 95) / 100;
    expect(dropOffOf(toPresence([[second, START + length]]), START, START + length)).toEqual({ "25": 0, "50": 0, "75": 0, "95": 1 });
  }
});
