import fc from "fast-check";
import { expect, it } from "vitest";
import { Pieces } from "./pieces.ts";

const text = (minLength: number, maxLength: number) => fc.string({ unit: fc.constantFrom(..."ab 0é–"), minLength, maxLength });

it("marks the patterns of the pieces that stand in a text, and no others", () => {
  const lists = fc.dictionary(text(2, 7), fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 3 }), { maxKeys: 40 });
  fc.assert(
    fc.property(lists, text(0, 60), (patternsOf, said) => {
      const marks = new Uint8Array(41);
      new Pieces(new Map(Object.entries(patternsOf))).mark(said, marks);
      const meant = new Set(Object.entries(patternsOf).flatMap(([piece, patterns]) => (said.includes(piece) ? patterns : [])));
      expect([...marks.keys()].filter((pattern) => marks[pattern] === 1)).toEqual([...meant].sort((a, b) => a - b));
    }),
    { numRuns: 500 },
  );
});

it("tells pieces apart that begin with the same, also at the end of a text", () => {
  const pieces = new Pieces(
    new Map([
      ["for ", [0]],
      ["for the", [1]],
      ["fo", [2]],
      ["the", [0, 3]],
    ]),
  );
  const marked = (said: string): number[] => {
    const marks = new Uint8Array(4);
    pieces.mark(said, marks);
    return [...marks];
  };
  expect(marked("for the")).toEqual([1, 1, 1, 1]);
  expect(marked("for th")).toEqual([1, 0, 1, 0]);
  expect(marked("a fo")).toEqual([0, 0, 1, 0]);
  expect(marked("f")).toEqual([0, 0, 0, 0]);
});
