import type { Found, Language, Phrase } from "./facts.ts";
import { findAll } from "./pattern.ts";
import { foldText, mayBegin, Prefilter } from "./prefilter.ts";

/**
 * Every fact of a sentence with its place, in order. If readings overlap, the longest counts: "every first Monday of the month" before "Monday".
 */
export const findFacts = (text: string, { phrases, tongue }: Pick<Language, "phrases" | "tongue">): Found[] => {
  const candidates: (Found & { order: number })[] = [];
  const lower = text.toLowerCase();
  const folded = foldText(text);
  const needed = new Map<readonly string[], boolean>();
  const hasOne = (parts: readonly string[]): boolean => {
    const known = needed.get(parts);
    if (known !== undefined) return known;
    const has = parts.some((part) => lower.includes(part));
    needed.set(parts, has);
    return has;
  };
  const prefilter = prefilterOf(phrases, tongue);
  const places = findStarts(text).map((start) => ({ start, fitting: prefilter.fitting(folded, start) }));
  for (const entry of prefilter.select(folded)) {
    const { item, order } = entry;
    if (item.needs !== null && !hasOne(item.needs)) continue;
    let end = 0;
    for (const { start, fitting } of places) {
      if (start < end || !mayBegin(entry, fitting)) continue;
      const { pattern, weak } = item;
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      if (match === null || match[0] === "") continue;
      const [said, ...groups] = match;
      const facts = item.read(groups, said.trim());
      // what it says nothing about may begin within it
      if (facts === null) continue;
      end = start + said.length;
      const from = start + (said.length - said.trimStart().length);
      const to = start + said.trimEnd().length;
      for (const fact of Array.isArray(facts) ? facts : [facts]) candidates.push({ fact, from, to, said: said.trim(), weak, order });
    }
  }
  candidates.sort((a, b) => b.to - b.from - (a.to - a.from) || Number(a.weak) - Number(b.weak) || a.order - b.order);
  const taken: Found[] = [];
  const spans = new Spans();
  const winners: number[] = [];
  for (const { order, ...found } of candidates) {
    // one phrase may say several things
    const isSame = taken.some((other, at) => other.from === found.from && other.to === found.to && winners[at] === order);
    if (!isSame && spans.overlaps(found.from, found.to)) continue;
    spans.add(found.from, found.to);
    winners.push(order);
    taken.push(found);
  }
  return taken.sort((a, b) => a.from - b.from);
};

const prefilters = new WeakMap<Language["phrases"], Prefilter<Phrase>>();
/** That of a list of phrases, made once. */
const prefilterOf = (phrases: Language["phrases"], tongue: Language["tongue"]): Prefilter<Phrase> => {
  const made = prefilters.get(phrases) ?? new Prefilter(tongue, phrases);
  prefilters.set(phrases, made);
  return made;
};

/** Where a phrase may begin: at the edge of a word, and neither within a number, as before the 5 of "1,5", nor behind the sign of "Q&A"; at the end none does. */
const START = /(?!$)(?<![\p{L}\p{N}])(?<!(?<!\p{L})\p{L}&(?=\p{L}(?!\p{L})))(?<!(?:\d[.:/]|(?<!\d)\d,)(?=\d))/gu;
const findStarts = (text: string): number[] => findAll(text, START).map(({ index }) => index);

/** Places that are taken, by character. */
class Spans {
  readonly #taken = new Set<number>();

  add(from: number, to: number): void {
    for (let at = from; at < to; at += 1) this.#taken.add(at);
  }

  overlaps(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) if (this.#taken.has(at)) return true;
    return false;
  }
}
