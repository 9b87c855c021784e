import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./doors.ts";

const sources = ["packages", "apps"].flatMap((top) =>
  readdirSync(join(ROOT, top)).flatMap((name) =>
    (existsSync(join(ROOT, top, name, "src")) ? readdirSync(join(ROOT, top, name, "src"), { recursive: true }) : [])
      .map((file) => join(top, name, "src", String(file)))
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/(?:test|generated)\//.test(file)),
  ),
);
const isWriter = (text: string): boolean => /["']csv-stringify/.test(text);

/** What is wrong with how a module writes CSV; nothing for one that writes none. */
const csvFaults = (text: string): string[] => {
  const faults: string[] = [];
  // cells.join(",") and a line end: a row of a table, made by hand.
  if (/\.join\(\s*(["'`])[,;]\1\s*\)\s*(?:\}|\+\s*["'`])\s*(?:\\r)?\\n/.test(text)) faults.push("writes a row by hand");
  if (!isWriter(text)) return faults;
  const isImported = /import \{[^}]*\bwithQuote\b[^}]*\} from "@zoom-webinar\/foundation"/.test(text);
  const uses = text.replace(/^import [^;]*;/gm, "").match(/\bwithQuote\b/g) ?? [];
  if (!isImported || uses.length === 0) faults.push("writes cells without withQuote");
  if (!text.includes("quoted_match: LINE_BREAK")) faults.push("leaves line breaks in cells unquoted");
  if (text.includes("escape_formulas")) faults.push("has a rule for formulas of its own");
  return faults;
};

it("every module that writes CSV makes cells safe with the one function for it, and none with a rule of its own", () => {
  const read = sources.map((file) => [file, readFileSync(join(ROOT, file), "utf8")] as const);
  expect(read.filter(([, text]) => isWriter(text)).length).toBeGreaterThan(3);
  expect(read.flatMap(([file, text]) => csvFaults(text).map((fault) => `${file} ${fault}`))).toEqual([]);
});

const SAFE = [
  'import { LINE_BREAK, withQuote } from "@zoom-webinar/foundation";',
  'import { stringify } from "csv-stringify/sync";',
  "export const toCsv = (rows: string[][]) => stringify(rows.map((cells) => cells.map(withQuote)), { quoted_match: LINE_BREAK });",
].join("\n");

it.each([
  ["a formula written as it is", SAFE.replace("cells.map(withQuote)", "cells"), "writes cells without withQuote"],
  ["a function of its own with that name", SAFE.replace("LINE_BREAK, withQuote }", "LINE_BREAK }"), "writes cells without withQuote"],
  ["a line break that ends the row", SAFE.replace("quoted_match: LINE_BREAK", ""), "leaves line breaks in cells unquoted"],
  [
    "the library's own guard, which leaves out wide signs",
    SAFE.replace("quoted_match", "escape_formulas: true, quoted_match"),
    "has a rule for formulas of its own",
  ],
  ["a row put together by hand", 'export const toCsv = (cells: string[]) => cells.join(",") + "\\n";', "writes a row by hand"],
])("finds a planted fault: %s", (_what, planted, fault) => {
  expect(csvFaults(SAFE)).toEqual([]);
  expect(csvFaults(planted)).toEqual([fault]);
});
