import fc from "fast-check";
import { expect, test } from "vitest";
import { textSet } from "./text-set.ts";

test("says of each text whether it is new, as a Set does, whatever the texts and the seed are", () => {
  const text = fc.oneof(fc.string({ unit: "binary", maxLength: 12 }), fc.constantFrom("", "a", "b", "aa", "\u0000", "\ud800"));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (texts, seed) => {
      const set = textSet(seed);
      expect(texts.map((one) => set.add(one))).toEqual(texts.map((one, at) => texts.indexOf(one) === at));
    }),
  );
});

test("keeps every text through its growth", () => {
  const set = textSet(7);
  const texts = Array.from({ length: 20_000 }, (_, at) => `registrant ${at}`);
  expect(texts.filter((text) => set.add(text))).toHaveLength(texts.length);
  expect(texts.filter((text) => set.add(text))).toEqual([]);
});

test("tells texts apart whose hashes are the same", () => {
  // Two texts with one hash are found by trying; the seed makes the search the same each time.
  const hashOf = (text: string) => {
    let hash = 7;
    for (const sign of text) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193);
    return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
  };
  const known = new Map<number, string>();
  let pair: [string, string] | undefined;
  for (let at = 0; pair === undefined; at += 1) {
    const text = `text ${at}`;
    const other = known.get(hashOf(text));
    if (other !== undefined) pair = [other, text];
    known.set(hashOf(text), text);
  }
  const set = textSet(7);
  expect([set.add(pair[0]), set.add(pair[1]), set.add(pair[0]), set.add(pair[1])]).toEqual([true, true, false, false]);
});
