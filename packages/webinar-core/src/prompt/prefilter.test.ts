import { readdirSync } from "node:fs";
import { join } from "node:path";
import { dataFile } from "@zoom-webinar/testing/data-file";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadSentences } from "../test/judge-sentences.ts";
import { Beginnings, writeBeginnings } from "./beginnings.ts";
import { english } from "./english/english.ts";
import { french } from "./french/french.ts";
import { german } from "./german/german.ts";
import { foldText, mayBegin, Prefilter, type PrefilteredList } from "./prefilter.ts";
import { TALK } from "./small-talk.ts";
import { HASTY } from "./write-out.ts";

type Patterns = readonly { readonly source: string; readonly pattern: RegExp }[];

const { beginningsOf, requiredPieces } = (await import(join(import.meta.dirname, "../../../../scripts/pattern-parts.mjs"))) as {
  beginningsOf(pattern: RegExp, fold: (text: string) => string): string[] | null;
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
  new Prefilter(list, patterns).select(foldText(text)).map(({ order }) => order);

/** Every fortieth sentence of all tables. */
const SENTENCES = readdirSync(dataFile("sentences/"))
  .filter((name) => name.endsWith(".jsonl"))
  .flatMap((name) => loadSentences(dataFile(`sentences/${name}`).pathname))
  .filter((_, at) => at % 40 === 0)
  .map(({ sentence }) => sentence);
const WORDS = [...new Set(SENTENCES.flatMap((sentence) => sentence.split(" ")))];

/** Where a pattern is found although the prefilter calls it hopeless. */
const findOverlooked = (text: string, list: PrefilteredList, patterns: Patterns): string[] => {
  const prefilter = new Prefilter(list, patterns);
  const folded = foldText(text);
  const chosen = new Map(prefilter.select(folded).map((entry) => [entry.order, entry]));
  return patterns.flatMap(({ pattern }, order) => {
    const entry = chosen.get(order);
    const found = new RegExp(pattern.source, pattern.flags.replace("y", "g"));
    return [...text.matchAll(found)]
      .filter(({ 0: said, index }) => said !== "" && (entry === undefined || !mayBegin(entry, prefilter.fitting(folded, index))))
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
    const tried = SENTENCES.map((text) => prefilter.select(foldText(text)).length).reduce((sum, count) => sum + count, 0);
    expect(tried / SENTENCES.length).toBeLessThan(patterns.length / 4);
  });

  it.each(LISTS)("has a row for each pattern of %s", (list, patterns) => {
    // what the table does not know is tried on every text
    expect(selectOrders(list, patterns, "").length).toBe(patterns.filter(({ pattern }) => requiredPieces(pattern, foldText) === null).length);
  });

  it.each(LISTS)("knows all that a pattern of %s can begin with", (list, patterns) => {
    const prefilter = new Prefilter(list, patterns);
    const overlooked = patterns.flatMap(({ pattern }, order) => {
      const [piece = ""] = requiredPieces(pattern, foldText) ?? [];
      const entry = prefilter.select(piece).find((one) => one.order === order);
      const begins = beginningsOf(pattern, foldText) ?? [];
      return begins.filter((text) => entry === undefined || !mayBegin(entry, prefilter.fitting(text, 0))).map((text) => [order, text]);
    });
    expect(overlooked).toEqual([]);
  });

  it("tries what it has no row for, or the row of another pattern", () => {
    const sources = english.phrases.map(({ source }, order) => ({ source: order === 3 ? `${source}x` : source }));
    const changed = [...sources, { source: "new" }];
    expect(selectOrders("english", changed, "")).toEqual(
      [...new Set([...selectOrders("english", english.phrases, ""), 3, sources.length])].sort((a, b) => a - b),
    );
    const prefilter = new Prefilter("english", changed);
    const [third] = prefilter.select("").filter(({ order }) => order === 3);
    expect(third !== undefined && mayBegin(third, prefilter.fitting("?", 0))).toBe(true);
  });

  it.each([english, german, french])("overlooks no request at any word of a sentence, in $tongue", ({ tongue, frames }) => {
    const prefilter = new Prefilter(`${tongue} frames`, [frames]);
    const places = SENTENCES.flatMap((text) => [...text.matchAll(/(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])/gu)].map(({ index }) => text.slice(index)));
    const [asking, others] = [true, false].map((asks) => places.filter((text) => (new RegExp(frames.source, "u").exec(text) !== null) === asks));
    const mayAsk = (text: string) => prefilter.select(foldText(text)).every((entry) => mayBegin(entry, prefilter.fitting(foldText(text), 0)));
    expect(asking?.length).toBeGreaterThan(10);
    expect(asking?.filter((text) => !mayAsk(text))).toEqual([]);
    expect(others?.filter(mayAsk).length).toBeLessThan((others?.length ?? 0) / 2);
  });
});

describe("a folded text", () => {
  it.each(["İstanbul Friday 10:30", "STRAßE ſo 10", "Ǆ 3 ﬁne", "𝐁ees 5"])("keeps each character of %s in its place", (text) => {
    const folded = foldText(text);
    expect(folded.length).toBe(text.length);
    expect([...folded.matchAll(/0/g)].map(({ index }) => index)).toEqual([...text.matchAll(/\d/g)].map(({ index }) => index));
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

  it.each<[RegExp, string[] | null]>([
    [/monday|friday/i, ["fri", "mon"]],
    [/Mon|mo(?:day)?/, ["mo"]],
    [/(?:at )?\d/, ["0", "at "]],
    [/(?<=x)(?=y)[bc]/, ["b", "c"]],
    [/(?:a|b*)c/, ["ac", "bbb", "bbc", "bc", "c"]],
    [/\s?-/, ["\t-", "\n-", "\u000b-", "\f-", "\r-", " -", "-"]],
    [/a[a-z]b|be\p{L}/u, ["a", "be"]],
    [/dé|de|é/i, ["d"]],
    [/(x)\1y/, ["x"]],
    [/a{5}b/, ["aaa"]],
    [/é/i, []],
    [/(?:a|(?!)|b(?!c))d/, ["ad", "bd"]],
    [/a?/, null],
    [/(?:a|b?)*/, null],
  ])("%s: begins with %j", (pattern, beginnings) => {
    expect(beginningsOf(pattern, foldText)).toEqual(beginnings);
  });

  it.each([[[]], [["fri", "mon", "mot"]], [["0", "at ", "at0"]], [["j", "ka", "lab", "lac"]]])("%j is written and read as it is", (beginnings) => {
    const written = writeBeginnings(beginnings);
    const lists = new Beginnings([written, "zzz"]);
    for (const one of [...beginnings, "fox", "atx", "zzz", "kab"])
      expect([one, lists.at(`${one}zz`, 0)[0]]).toEqual([one, beginnings.some((begins) => `${one}zz`.startsWith(begins)) ? 1 : 0]);
  });

  it("tries what begins beyond ASCII, or ends too early to tell", () => {
    const lists = new Beginnings(["fri", "mon"]);
    expect([...lists.at("élan", 0)]).toEqual([1, 1]);
    expect([...lists.at("fébrile", 0)]).toEqual([1, 0]);
    expect([...lists.at("mo", 0)]).toEqual([0, 1]);
    expect([...lists.at(foldText("MON"), 0)]).toEqual([0, 1]);
  });
});
