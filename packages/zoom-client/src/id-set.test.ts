import * as fc from "fast-check";
import { expect, it } from "vitest";
import { idSet } from "./id-set.ts";

it("R10 takes each id once, as a Set would, whatever it looks like", () => {
  const id = fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.constantFrom("", "a", "aa", "b", "constructor", "__proto__"));
  fc.assert(
    fc.property(fc.array(id, { maxLength: 200 }), (ids) => {
      const ours = idSet();
      const set = new Set<string>();
      const asASet = (one: string) => set.size < set.add(one).size;
      expect(ids.map(ours.add)).toEqual(ids.map(asASet));
    }),
    { numRuns: 50 },
  );
});

it("R10 keeps fifty thousand apart and knows each of them again", () => {
  const set = idSet();
  const ids = Array.from({ length: 50_000 }, (_, at) => `id-${at * 7919}`);
  expect(ids.every(set.add)).toBe(true);
  expect(ids.some(set.add)).toBe(false);
});

it("R10 tells ids of one hash apart", () => {
  const set = idSet();
  // The 32-bit FNV-1a of both words is the same.
  expect(["costarring", "liquid", "costarring", "liquid"].map(set.add)).toEqual([true, true, false, false]);
});
