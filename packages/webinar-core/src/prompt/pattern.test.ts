import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findAll, toPattern } from "./pattern.ts";

/** All characters of the basic plane that are letters of a script. */
const lettersOf = (script: string): string[] => {
  const letter = new RegExp(`^(?=\\p{L})\\p{Script=${script}}$`, "u");
  return Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).filter((char) => letter.test(char));
};

describe("a letter in a pattern", () => {
  it.each(["Greek", "Cyrillic", "Hebrew", "Arabic", "Devanagari", "Tamil", "Thai", "Georgian", "Hiragana", "Katakana", "Han", "Hangul"])(
    "is one of the script %s",
    (script) => {
      const letters = lettersOf(script);
      const letter = toPattern("^\\p{L}$");
      expect(letters.length).toBeGreaterThan(20);
      // extensions of a script in which no name of today is written
      const rare = /[\u03f7-\u03ff\u0870-\u08ff\u10a0-\u10ff\u1c80-\u1cbf\u2c00-\u2dff\u2e80-\u303b\ua640-\ua69f]/u;
      expect(letters.filter((char) => !rare.test(char)).filter((char) => char.replace(letter, "") !== "")).toEqual([]);
    },
  );

  it("is every letter of Latin names, and neither a digit, a mark nor a space", () => {
    const all = lettersOf("Latin").filter((char) => char < "\u02b0");
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter((char) => char.replace(toPattern("^\\p{L}$"), "") !== "")).toEqual([]);
    expect([..." \n0.,;:!?-–—'’\"“”„()/@+×÷"].filter((char) => char.replace(toPattern("\\p{L}"), "") === "")).toEqual([]);
  });

  it("stands in a class as it stands alone", () => {
    expect("Šárka Łoś-Żuk, Ωμέγα".match(toPattern("[\\p{L}-]+"))).toEqual(["Šárka", "Łoś-Żuk", "Ωμέγα"]);
    expect("a]b".match(toPattern("[\\p{L}\\]]+"))).toEqual(["a]b"]);
    expect("10a b".match(toPattern("(?<!\\p{L})b(?!\\p{L})"))).toEqual(["b"]);
  });
});

describe("every match", () => {
  it.each([/a+/g, /(?<![ab])/gu, /(?<![ab])/g, /$/g, /b|(?=🙂)/gu, /\p{L}*/gu, /x/g])("of %s is found as matchAll finds it", (pattern) => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "b", " ", "🙂", "é") }), (text) => {
        const seen = (matches: Iterable<RegExpExecArray>) => [...matches].map(({ 0: said, index }) => [said, index]);
        expect(seen(findAll(text, pattern))).toEqual(seen(text.matchAll(pattern)));
        expect(pattern.lastIndex).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it.each([/a/, /a/y])("needs the flag g, which %s has not", (pattern) => {
    expect(() => findAll("banana", pattern)).toThrow(TypeError);
  });
});
