import type { Language } from "./facts.ts";
import type { Piece } from "./left-out.ts";
import { bare, isSmall, isTalk, withoutTalk } from "./talk-edges.ts";

const isCapital = (word: string): boolean => /^[("'‘“[]*\p{Lu}/u.test(word);
/** Small words that begin or end a name in capitals as well: "the Irish Sign Language taster", "into the Wild". */
const JOINS =
  /^(?:an?|the|our|your|my|his|her|their|of|in|on|at|for|to|and|or|with|from|by|as|vs?|via|into|without|over|under|up|out|off|about|is|are|how|what|why|who|when|where|which|de|du|des|la|le|les|l'.*|d'.*|et|à|en|au|aux|une?|sur|pour|dans|par|avec|sans)$/u;

/** Behind the first mark or before the last one, a word or two that call or thank somebody: "Lads, the fire drill", "Kiln care, sweet". */
const CALLS = /^(\p{Lu}\p{Ll}+), ((?:the|our|an?) .+)$/u;
const ENDS_SHORT = /^(.+?)(?:,| [–—/-]+) (\p{Ll}[\p{Ll}'’]*(?: \p{Ll}[\p{Ll}'’]*)?)[.!?]*$/u;
const BEGINS_WITH_LABEL = /^(?:\p{L}{2,10} ?= ?|[=:] ?|(?:series|name|nom|title|titel|titre|topic|thema|sujet) ?: )(.+)$/iu;

/** "record Syringe Drivers to the cloud": what stands in capitals in the midst of small words. */
const inCapitals = (all: readonly string[]): readonly string[] => {
  const capitals = all.flatMap((word, at) => (isCapital(word) ? [at] : []));
  const [from = 0] = capitals;
  const to = capitals.at(-1) ?? 0;
  if (capitals.length < 2 || all.slice(from, to).some((word) => isSmall(word) && !JOINS.test(bare(word)))) return all;
  const around = [...all.slice(0, from), ...all.slice(to + 1)];
  return around.some((word) => isSmall(word) && !JOINS.test(bare(word))) ? all.slice(from, to + 1) : all;
};

/** No name begins with these in small letters. */
const BEGINS_WITHIN = /^(?:of|for|to|and|or|are|is|by|de|du|des|et|ou|und|oder)(?!\p{L})/u;
const trim = (text: string): string => text.replace(/^[\s,;:–—/-]+|[\s,;:–—/-]+$/gu, "");

/** Other readings of a topic that is not in quotes and whose words look as if somebody talks: for the preview. `leftOut` is what else was not understood. */
export const findOddShapes = (topic: string, leftOut: readonly Piece[], { hasPlainNouns, tongue }: Language): string[] => {
  const all = topic.split(/\s+/);
  const others = [...withoutTalk(topic, tongue), BEGINS_WITH_LABEL.exec(topic)?.[1] ?? topic];
  if (hasPlainNouns) {
    others.push(CALLS.exec(topic)?.[2] ?? topic, inCapitals(all).join(" "));
    const [, name = topic, end = ""] = ENDS_SHORT.exec(topic) ?? [];
    if (!/ (?:and|or|et|ou|und|oder) |[,–—] .*[,–—]/u.test(topic) && !/^(?:and|or|et|ou|und|oder) /u.test(end)) others.push(name);
  }
  // "Vorsorgevollmacht, richtest": German nouns have capitals, so what stands in small letters behind a comma is no part of the name
  if (!hasPlainNouns) others.push(/^(.*\p{Lu}.*\S), \p{Ll}\S*(?: \p{Ll}\S*){0,2}$/u.exec(topic)?.[1] ?? topic);
  // "tachograph rules (drivers have been asking)", "bees, totally forgot, sorry"
  others.push(/^(\S.*\S) ?\((?=\p{Ll})[^()]*\)?$/u.exec(topic)?.[1] ?? topic);
  const longest = leftOut.map(({ text }) => text).toSorted((a, b) => b.length - a.length)[0];
  if (longest !== undefined && ((all.length === 1 && isSmall(topic)) || isTalk(topic, tongue)) && longest.length > 4) others.push(longest);
  return [...new Set(others.map(trim))].filter((other) => other !== trim(topic) && /\p{L}{3}/u.test(other) && !BEGINS_WITHIN.test(other));
};
