import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutQuote, withQuote } from "./spreadsheet-cell.ts";

const SIGNS = ["=", "+", "-", "@", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}", "\u{fe66}", "\u{fe62}", "\u{fe63}", "\u{fe6b}", "\u{2212}"];
const SKIPPED = [" ", "\t", "\u{a0}", "\u{2003}", "\u{3000}", "\u{202f}", "\u{feff}", "\u{200b}", "\u{200e}", "\u{2060}", "\0", "\u{1f}"];

/** What a spreadsheet makes of a cell, without a line of ours: it drops what it skips, widens nothing, and looks at the first character of each line. */
const isFormula = (text: string): boolean =>
  text.split(/\r\n|[\r\n\u{2028}\u{2029}]/u).some((line) => {
    const first = [...line].find((char) => !SKIPPED.includes(char));
    return first !== undefined && SIGNS.includes(first);
  });

const odd = fc.array(
  fc.oneof(fc.constantFrom(...SIGNS, ...SKIPPED, "'", "\r", "\n", "\r\n", "\u{2028}", "a", "1"), fc.string({ unit: "grapheme", maxLength: 3 })),
  {
    maxLength: 8,
  },
);

describe("a text in a cell of a spreadsheet", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["  =HYPERLINK(0)", "'  =HYPERLINK(0)"],
    ["\u{a0}@SUM(A1)", "'\u{a0}@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\u{200b}\u{ff1d}1", "'\u{200b}\u{ff1d}1"],
    ["\u{3000}\u{ff0b}1", "'\u{3000}\u{ff0b}1"],
    ["Hello\r\n=cmd|' /C calc'!A0", "Hello\r\n'=cmd|' /C calc'!A0"],
    ["\r\nplain", "'\r\nplain"],
    ["'=1", "''=1"],
    ["O'Hara", "O'Hara"],
    ["'t Hooft", "'t Hooft"],
    ["a = b", "a = b"],
    ["", ""],
  ])("%j is written as %j", (text, written) => {
    expect(withQuote(text)).toBe(written);
    expect(withoutQuote(written)).toBe(text);
  });

  it("never begins like a formula, after whatever a spreadsheet skips, and comes back as it was (property)", () => {
    fc.assert(
      fc.property(odd, (parts) => {
        const text = parts.join("");
        const written = withQuote(text);
        expect(isFormula(written)).toBe(false);
        expect(withoutQuote(written)).toBe(text);
        if (!isFormula(text) && !/^'*[\t\r\n]/.test(text) && !text.includes("'")) expect(written).toBe(text);
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  it("is looked through in time that grows with its length", () => {
    const took = (length: number) => {
      const text = `${"' \u{a0}".repeat(length)}\n`.repeat(3);
      const from = performance.now();
      withoutQuote(withQuote(text));
      return performance.now() - from;
    };
    took(1000);
    expect(took(100_000)).toBeLessThan(2000);
  });
});
