import type { Language } from "./facts.ts";
import type { Piece } from "./left-out.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
/** In small letters, words of who talks and not of a name; at its beginning. */
const TALKS_FIRST = words(
  "ok okay so oh uh um er erm hmm hey hi hello lads folks guys well pls please plz thx sorry lol also its it's i'm i'd i've i we we're we'd you u ya they he she me us him them got gonna wanna need needs want wants would could should let lets let's put pop stick schedule give conduct repeat plenty prob probably obvs maybe another thing svp merci bitte schnell noch mal halt eben also uns mir dir ihr wir ich ca ça c'est je j'ai tu nous pis alors donc voilà bref",
);
/** Those that begin a sentence, and so have a capital. */
const TALKS_FIRST_OF_ALL = words(
  "ok okay so oh hey hi hello lads folks guys right well also its it's i'm i'd i've we're we'd alors donc voilà bref also moin hoi",
);
const TALKS_LAST = words(
  "ta cheers thx thanks pls please plz sorry lol obvs tho though yeah yep innit you me us them it sitting explain put go book svp merci danke lg vg bitte mal noch là",
);
/** Anywhere in a part behind a comma, these belong to who talks. */
const TALKS = words(
  "sorry forgot totally lol tbh thanks thank thx cheers please pls hope hoping haha honestly literally obviously apologies désolé désolée merci oublié sorry danke bitte vergessen leider hoffe hoffentlich gott i i'm i've we're my",
);
const bare = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^[("'‘“[]+|[)\].,:;!?"'”…]+$/gu, "")
    .replace(/^(merc|than|sorr|thx|pl)(.)\2{2,}$/u, "$1$2");
const isSmall = (word: string): boolean => /^[("'‘“[]*\p{Ll}/u.test(word);
const isCapital = (word: string): boolean => /^[("'‘“[]*\p{Lu}/u.test(word);
/** Small words that begin or end a name in capitals as well: "the Irish Sign Language taster", "into the Wild". */
const JOINS =
  /^(?:an?|the|our|your|my|his|her|their|of|in|on|at|for|to|and|or|with|from|by|as|vs?|via|into|without|over|under|up|out|off|about|is|are|how|what|why|who|when|where|which|de|du|des|la|le|les|l'.*|d'.*|et|à|en|au|aux|une?|sur|pour|dans|par|avec|sans)$/u;

/** Behind the first mark or before the last one, a word or two that call or thank somebody: "Lads, the fire drill", "Kiln care, sweet". */
const CALLS = /^(\p{Lu}\p{Ll}+), ((?:the|our|an?) .+)$/u;
const ENDS_SHORT = /^(.+?)(?:,| [–—/-]+) (\p{Ll}[\p{Ll}'’]*(?: \p{Ll}[\p{Ll}'’]*)?)[.!?]*$/u;
const BEGINS_WITH_LABEL = /^(?:\p{L}{2,10} ?= ?|[=:] ?|(?:series|name|nom|title|titel|titre|topic|thema|sujet) ?: )(.+)$/iu;

const withoutTalkFirst = (all: readonly string[]): readonly string[] => {
  const [first = "", second = ""] = all;
  const talks = isSmall(first) ? TALKS_FIRST.has(bare(first)) : TALKS_FIRST_OF_ALL.has(bare(first)) && (isSmall(second) || /[,!]$/.test(first));
  return all.length > 1 && talks ? withoutTalkFirst(all.slice(1)) : all;
};
const withoutTalkLast = (all: readonly string[]): readonly string[] => {
  const last = all.at(-1) ?? "";
  return all.length > 1 && isSmall(last) && TALKS_LAST.has(bare(last)) ? withoutTalkLast(all.slice(0, -1)) : all;
};

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
export const findOddShapes = (topic: string, leftOut: readonly Piece[], { hasPlainNouns }: Language): string[] => {
  const all = topic.split(/\s+/);
  const others = [withoutTalkLast(withoutTalkFirst(all)).join(" "), BEGINS_WITH_LABEL.exec(topic)?.[1] ?? topic];
  if (hasPlainNouns) {
    others.push(CALLS.exec(topic)?.[2] ?? topic, inCapitals(all).join(" "));
    const [, name = topic, end = ""] = ENDS_SHORT.exec(topic) ?? [];
    if (!/ (?:and|or|et|ou|und|oder) |[,–—] .*[,–—]/u.test(topic) && !/^(?:and|or|et|ou|und|oder) /u.test(end)) others.push(name);
  }
  // "Vorsorgevollmacht, richtest": German nouns have capitals, so what stands in small letters behind a comma is no part of the name
  if (!hasPlainNouns) others.push(/^(.*\p{Lu}.*\S), \p{Ll}\S*(?: \p{Ll}\S*){0,2}$/u.exec(topic)?.[1] ?? topic);
  // "tachograph rules (drivers have been asking)", "bees, totally forgot, sorry"
  others.push(/^(\S.*\S) ?\((?=\p{Ll})[^()]*\)?$/u.exec(topic)?.[1] ?? topic);
  const [, head = topic, tail = ""] = /^(.*\S), ([^,]+)$/u.exec(topic) ?? [];
  if (tail.split(" ").some((word) => TALKS.has(bare(word)))) others.push(head);
  const longest = leftOut.map(({ text }) => text).toSorted((a, b) => b.length - a.length)[0];
  if (longest !== undefined && all.length === 1 && isSmall(topic) && longest.length > 4) others.push(longest);
  return [...new Set(others.map(trim))].filter((other) => other !== trim(topic) && /\p{L}{3}/u.test(other) && !BEGINS_WITHIN.test(other));
};
