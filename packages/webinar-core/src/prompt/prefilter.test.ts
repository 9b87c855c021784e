import { readdirSync } from "node:fs";
import { join } from "node:path";
import { dataFile } from "@zoom-webinar/testing/data-file";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadSentences } from "../test/judge-sentences.ts";
import { english } from "./english/english.ts";
import { french } from "./french/french.ts";
import { german } from "./german/german.ts";
import { foldText, mayBegin, Prefilter, type PrefilteredList } from "./prefilter.ts";
import { TALK } from "./small-talk.ts";
import { HASTY } from "./write-out.ts";

type Patterns = readonly { readonly source: string; readonly pattern: RegExp }[];

const { firstCharacters, requiredPieces } = (await import(join(import.meta.dirname, "../../../../scripts/pattern-parts.mjs"))) as {
  firstCharacters(pattern: RegExp): string;
  requiredPieces(pattern: RegExp, fold: (text: string) => string): string[] | null;
};

const LISTS: readonly [PrefilteredList, Patterns][] = [
  ["english", english.phrases],
  ["german", german.phrases],
  ["french", french.phrases],
  ["talk", TALK],
  ["hasty", HASTY],
];
/** The places in the list of those that are worth a try. */
const selectOrders = (list: PrefilteredList, patterns: readonly { source: string }[], text: string): number[] =>
  new Prefilter(list, patterns).select(text).map(({ order }) => order);

/** Every fortieth sentence of all tables. */
const SENTENCES = readdirSync(dataFile("sentences/"))
  .filter((name) => name.endsWith(".jsonl"))
  .flatMap((name) => loadSentences(dataFile(`sentences/${name}`).pathname))
  .filter((_, at) => at % 40 === 0)
  .map(({ sentence }) => sentence);
const WORDS = [...new Set(SENTENCES.flatMap((sentence) => sentence.split(" ")))];

/** Where a pattern is found although the prefilter calls it hopeless. */
const findOverlooked = (text: string, list: PrefilteredList, patterns: Patterns): string[] => {
  const chosen = new Map(new Prefilter(list, patterns).select(text).map((entry) => [entry.order, entry]));
  return patterns.flatMap(({ pattern }, order) => {
    const entry = chosen.get(order);
    const found = new RegExp(pattern.source, pattern.flags.replace("y", "g"));
    return [...text.matchAll(found)]
      .filter(({ 0: said, index }) => said !== "" && (entry === undefined || !mayBegin(entry, text.charAt(index))))
      .map(([said]) => `${list} ${order} "${said}" in "${text}"`);
  });
};

describe("the prefilter", { timeout: 120_000 }, () => {
  it.each(LISTS)("overlooks no match of a pattern of %s in a sentence that people wrote", (list, patterns) => {
    expect(SENTENCES.length).toBeGreaterThan(150);
    expect(SENTENCES.flatMap((text) => findOverlooked(text, list, patterns))).toEqual([]);
  });

  it.each(LISTS)("overlooks no match of a pattern of %s among words in any order", (list, patterns) => {
    const texts = fc.array(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 30 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(texts, (text) => findOverlooked(text, list, patterns).length === 0),
      { numRuns: 40 },
    );
  });

  it.each(LISTS)("leaves out at least three of four patterns of %s, on average", (list, patterns) => {
    const prefilter = new Prefilter(list, patterns);
    const tried = SENTENCES.map((text) => prefilter.select(text).length).reduce((sum, count) => sum + count, 0);
    expect(tried / SENTENCES.length).toBeLessThan(patterns.length / 4);
  });

  it.each(LISTS)("has a row for each pattern of %s", (list, patterns) => {
    // what the table does not know is tried on every text
    expect(selectOrders(list, patterns, "").length).toBe(patterns.filter(({ pattern }) => requiredPieces(pattern, foldText) === null).length);
  });

  it("tries what it has no row for, or the row of another pattern", () => {
    const sources = english.phrases.map(({ source }, order) => ({ source: order === 3 ? `${source}x` : source }));
    const changed = [...sources, { source: "new" }];
    expect(selectOrders("english", changed, "")).toEqual(
      [...new Set([...selectOrders("english", english.phrases, ""), 3, sources.length])].sort((a, b) => a - b),
    );
    const [third] = new Prefilter("english", changed).select("").filter(({ order }) => order === 3);
    expect(third !== undefined && mayBegin(third, "?")).toBe(true);
  });
});

describe("what a pattern asks of a text", () => {
  it.each<[RegExp, string[] | null]>([
    [/monday|friday/i, ["frida", "monda"]],
    [/Mon|mon(?:day|th)/, ["mon"]],
    [/\d{1,2}:\d{2}/, ["0:00"]],
    [/(?:at )?\d{1,2} ?pm/i, ["0 pm", "0pm"]],
    [/[ap]\.?m\b/, ["a.m", "am", "p.m", "pm"]],
    [/[1-4]th/, ["0th"]],
    [/\p{L}+ of [a-z]+/u, [" of "]],
    [/\p{L}+ (?=time)/u, ["time"]],
    [/(?<=at )\d+/, ["at "]],
    [/(?!never)x{2,}/, null],
    [/(?:ab)?c/, null],
    [/(?:ab|\p{L}+)/u, null],
    [/(?:ab)+/, ["ab"]],
    [/ab*cd/, ["cd"]],
    [/(x)y\1z/, ["xy"]],
    [/[^a]bc./, ["bc"]],
    [/“[a-e]”/u, ["“a”", "“b”", "“c”", "“d”", "“e”"]],
    [/^$/, null],
  ])("%s: %j", (pattern, pieces) => {
    expect(requiredPieces(pattern, foldText)).toEqual(pieces);
  });

  it.each<[RegExp, string]>([
    [/monday|friday/i, "FMfm"],
    [/(?:at )?\d/, "0123456789a"],
    [/(?<=x)(?=y)[bc]/, "bc"],
    [/(?:a|b*)c/, "abc"],
    [/\s?-/, "\t\n\u000b\f\r -"],
    [/é/i, ""],
  ])("%s: begins with %j", (pattern, first) => {
    expect(firstCharacters(pattern)).toBe(first);
  });
});
