import { describe, expect, it } from "vitest";
import { badgesOf } from "./badges.ts";
import { minuteTicks } from "./minute-ticks.ts";

describe("badges of polls", () => {
  it("are in one row if they are apart, and in several if not", () => {
    expect(badgesOf([0.1, 0.5, 0.9]).map(({ lane }) => lane)).toEqual([0, 0, 0]);
    expect(badgesOf([0.1, 0.11, 0.12, 0.5]).map(({ lane }) => lane)).toEqual([0, 1, 2, 0]);
    expect(badgesOf([0, 0, 0, 0])).toHaveLength(4);
  });
});

describe("times under the curve", () => {
  it.each([1, 3, 12, 45, 61, 90, 240, 1440])("of %i minutes are round, in it, and at most thirteen", (minutes) => {
    const from = Date.parse("2026-11-24T15:03:20Z");
    const to = from + minutes * 60_000;
    const ticks = minuteTicks(from, to);
    expect(ticks.length).toBeGreaterThan(0);
    expect(ticks.length).toBeLessThanOrEqual(13);
    for (const { ms } of ticks) {
      expect(ms % 60_000).toBe(0);
      expect(ms).toBeGreaterThanOrEqual(from);
      expect(ms).toBeLessThanOrEqual(to);
    }
  });
});
