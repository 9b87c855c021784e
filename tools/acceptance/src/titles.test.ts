import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./doors.ts";

/** A letter with a number, such as a list of requirements has; sizes of paper are words. */
const CODE = /(?<![\w-])(?!A4\b)(?:[A-Z]\d{1,2}|parity \d+)(?![\w-])/;
/** What follows `it(`, `test(` or `describe(`, also if a table stands between. */
const TITLE = /\b(?:it|test|describe)(?:\.\w+(?:\([^()\n]*\))?)*\(\s*(["`])((?:(?!\1).)*)\1/g;
/** A title in the row of a table, or behind one: it begins with its code. */
const BEGINS = /(["`])([A-Z]\d{1,2}(?:,? [A-Z]\d{1,2})*[:,]? [a-z%][^"`\n]*)\1/g;

const codedTitles = (text: string): string[] => {
  const titles = [...text.matchAll(TITLE)].map(([, , title = ""]) => title).filter((title) => CODE.test(title));
  const begun = [...text.matchAll(BEGINS)].map(([, , title = ""]) => title).filter((title) => CODE.test(title));
  return [...new Set([...titles, ...begun])];
};

it("titles say what holds, in words: none holds a code of a list that is not here", () => {
  const files = execFileSync("git", ["ls-files", "*.test.ts", "*.test.mjs", "*.browser.ts"], { cwd: ROOT, encoding: "utf8" }).trim().split("\n");
  expect(files.length).toBeGreaterThan(250);
  const coded = files.flatMap((file) => codedTitles(readFileSync(join(ROOT, file), "utf8")).map((title) => `${file}: ${title}`));
  expect(coded).toEqual([]);
});

// Put together here, so that this file has no such title itself.
const code = `R${7}`;
it.each([
  `it("${code} repeats nothing", () => {});`,
  `test("repeats nothing, ${code} and mails nobody", () => {});`,
  `describe.each(ROWS)("${code}: %s", () => {});`,
  `it.each([\n  ["a", 1],\n])(\n  "${code} %s repeats nothing",\n  () => {},\n);`,
  `const ROWS = [["${code} T${2} repeats nothing", 1]];`,
])("finds a planted code: %s", (planted) => {
  expect(codedTitles(planted)).toHaveLength(1);
  expect(codedTitles(planted.replaceAll(/[RT]\d:? /g, ""))).toEqual([]);
});
