import { talkWords } from "./generated/talk-words.ts";
import type { Tongue } from "./which-language.ts";

const toSet = (list: string): ReadonlySet<string> => new Set(list.split(" "));
/** In small letters, words of who talks and not of a name, that a name may have elsewhere; at its beginning. */
const TALKS_FIRST = toSet(
  "ok okay so oh uh um er erm hmm hey hi hello lads folks guys well pls please plz thx sorry lol also its it's i'm i'd i've i we we're we'd you u ya they he she me us him them got gonna wanna need needs want wants would could should let lets let's put pop stick schedule give conduct repeat plenty prob probably obvs maybe another thing svp merci bitte schnell noch mal halt eben also uns mir dir ihr wir ich ca ça c'est je j'ai tu nous pis alors donc voilà bref",
);
/** Those that begin a sentence, and so have a capital. */
const TALKS_FIRST_OF_ALL = toSet(
  "ok okay so oh hey hi hello lads folks guys right well also its it's i'm i'd i've we're we'd alors donc voilà bref also moin hoi",
);
const TALKS_LAST = toSet(
  "x xx xxx ta cheers thx thanks pls please plz sorry lol obvs tho though yeah yep innit you me us them it sitting explain put go book svp merci danke lg vg bitte mal noch là",
);
/** Anywhere in a part behind a comma, these belong to who talks. */
const TALKS = toSet(
  "sorry forgot totally lol tbh thanks thank thx cheers please pls hope hoping haha honestly literally obviously apologies désolé désolée merci oublié sorry danke bitte vergessen leider hoffe hoffentlich gott i i'm i've we're my",
);
/** What follows these is a part of the name, even if it is the last word: "in the garden", "desalination for interns". */
const LEADS_ON =
  /^(?:for|of|in|to|on|at|by|with|from|and|or|vs|the|an?|our|your|my|de|des|du|en|la|les?|et|ou|à|aux?|pour|dans|une?|sur|nos|vos|von|der|die|das|den|dem|im|für|und|oder|mit|zum?|zur)$/u;
/** A verb or a question may end with these: "how to log in", "what assessors look for". */
const PARTICLE = /^(?:in|on|up|out|off|over|down|for|by|with)$/u;

/** A word as the lists have it: in small letters, without the marks around it, and "merciii" as "merci". */
export const bare = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^[("'‘“[=]+|[)\].,:;!?"'”…]+$/gu, "")
    .replace(/^(merc|than|sorr|thx|pl)(.)\2{2,}$/u, "$1$2");
/** Whether a word begins with a small letter. */
export const isSmall = (word: string): boolean => /^[("'‘“[]*\p{Ll}/u.test(word);
const isMark = (word: string): boolean => /^[=:–—/-]$/u.test(word);

const learned = new Map<Tongue, { never: ReadonlySet<string>; notAtEdge: ReadonlySet<string> }>();
/** The words of talk in a language that were counted in sentences. */
const learnedOf = (tongue: Tongue) => {
  const known = learned.get(tongue);
  if (known !== undefined) return known;
  const { never, notAtEdge } = talkWords[tongue];
  const sets = { never: toSet(never), notAtEdge: toSet(notAtEdge) };
  learned.set(tongue, sets);
  return sets;
};
const isAtNoEdge = (word: string, tongue: Tongue): boolean => {
  const { never, notAtEdge } = learnedOf(tongue);
  return never.has(word) || notAtEdge.has(word);
};

const withoutTalkFirst = (all: readonly string[], tongue: Tongue): readonly string[] => {
  const [first = "", second = ""] = all;
  const word = bare(first);
  const talks = isSmall(first)
    ? TALKS_FIRST.has(word) || (isAtNoEdge(word, tongue) && !LEADS_ON.test(word))
    : TALKS_FIRST_OF_ALL.has(word) && (isSmall(second) || isMark(second) || /[,!]$/.test(first));
  return all.length > 1 && (talks || isMark(first)) ? withoutTalkFirst(all.slice(1), tongue) : all;
};
const withoutTalkLast = (all: readonly string[], tongue: Tongue): readonly string[] => {
  const [before = "", last = ""] = all.slice(-2);
  const word = bare(last);
  const talks = isSmall(last) && (TALKS_LAST.has(word) || (isAtNoEdge(word, tongue) && !PARTICLE.test(word) && !LEADS_ON.test(bare(before))));
  return all.length > 1 && (talks || isMark(last)) ? withoutTalkLast(all.slice(0, -1), tongue) : all;
};

/**
 * A topic without words of talk at its edges, and without a part that talks before its first mark or behind its last: "ok so bees", "bees, totally forgot".
 * Some of them may be the topic itself.
 */
export const withoutTalk = (topic: string, tongue: Tongue): string[] => {
  const { never } = learnedOf(tongue);
  const all = topic.split(/\s+/);
  const talks = (part: string) => part.split(" ").some((word) => isSmall(word) && never.has(bare(word)));
  const [, head = topic, tail = ""] = /^(.*\S)(?:,| [–—-]) (.+)$/u.exec(topic) ?? [];
  const [, lead = "", name = topic] = /^(.+?)(?:[,:]| [–—-]) (.+)$/u.exec(topic) ?? [];
  return [
    withoutTalkLast(withoutTalkFirst(all, tongue), tongue).join(" "),
    tail.split(" ").some((word) => TALKS.has(bare(word))) || talks(tail) ? head : topic,
    talks(lead) ? name : topic,
  ];
};

/** True if each word of a topic is one of talk: "parents never manage". */
export const isTalk = (topic: string, tongue: Tongue): boolean => topic.split(/\s+/).every((word) => isAtNoEdge(bare(word), tongue));
