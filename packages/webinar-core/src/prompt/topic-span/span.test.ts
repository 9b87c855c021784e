import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Features } from "./features.ts";
import { findBest, scoreOf, scoresOf } from "./span.ts";

const COUNT = 12;
const weights = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: COUNT, maxLength: COUNT });
const numbers = fc.array(fc.nat({ max: COUNT - 1 }), { maxLength: 3 });
const features = fc.integer({ min: 1, max: 8 }).chain((tokens) => {
  const each = fc.array(numbers, { minLength: tokens, maxLength: tokens });
  return fc.record({ inside: each, first: each, last: each });
});

const everySpan = ({ inside }: Features) => inside.flatMap((_, first) => inside.slice(first).map((__, more) => ({ first, last: first + more })));

describe("the run of tokens that does best", () => {
  it("does as well as the best of all that there are", () => {
    fc.assert(
      fc.property(weights, features, (by, seen) => {
        const scores = scoresOf(by, seen);
        const found = findBest(scores);
        const best = Math.max(...everySpan(seen).map((span) => scoreOf(scores, span)));
        expect(found?.score).toBeCloseTo(best);
        expect(found && scoreOf(scores, found)).toBeCloseTo(best);
      }),
    );
  });

  it("is null without tokens", () => {
    expect(findBest(scoresOf([1], { inside: [], first: [], last: [] }))).toBeNull();
  });
});
