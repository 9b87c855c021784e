import type { Language } from "./facts.ts";

const EDGE = "(?![\\p{L}\\p{N}@'’-])";
/** What somebody says while thinking, in small letters or at the beginning: "uh", "äh", "euh". In German, "um" is a word. */
const SOUNDS = "uh+|uhm+|erm+|ehm+|hm{2,}|ähm?|öhm?|euh+|heu";
const sounds = (list: string): RegExp => new RegExp(`(, ?| ?)(?<![\\p{L}\\p{N}@.'’-])(?:${list})${EDGE}(,|…|\\.{2,3})?`, "gu");
const IN_GERMAN = sounds(SOUNDS);
const ELSEWHERE = sounds(`${SOUNDS}|um+`);
/** Words that end a clause in a chat and say nothing. */
const PARTICLES = new RegExp(
  `,? (?:lah|lor|leh|obvs|lol|haha+|hehe|tbh|imho|innit|gäll|gell|odr|yeah(?=,|$| (?:on |at )?\\d))${EDGE}(?! (?:and|or|&) )`,
  "gu",
);
/** "um so the budget": what begins with a sound goes on with "so". */
const BEGINS_SO = /^\s*(?:(?:um+|uh+|uhm+|erm+|hm{2,}|ok(?:ay)?|oh|yeah),? so(?= \p{Ll})|(?:ok(?:ay)?|oh),? so,)/iu;
/** Behind these, something has to follow. */
const LEADS = /(?:^|[\s,])(?:on|about|for|called|titled|the|an?|at|of|in|with|to|um|am|zu|zum|über|für|sur|à|le|la|pour|de)$/iu;

const CAPITAL = /^(?:Uh|Uhm|Um|Erm|Ehm|Hmm|Äh|Ähm|Öhm|Euh|Heu)(?![\p{L}-])/u;

/** A text without the sounds and words of speech and chat that mean nothing: "uh", "lah". */
export const withoutHesitation = (text: string, { hasPlainNouns }: Pick<Language, "hasPlainNouns">): string =>
  text
    .replace(BEGINS_SO, "")
    .replace(CAPITAL, (first) => first.toLowerCase())
    .replace(hasPlainNouns ? ELSEWHERE : IN_GERMAN, (_, before: string, behind: string | undefined, at: number) => {
      const isBetween = before.startsWith(",") && behind === ",";
      return isBetween && !LEADS.test(text.slice(0, at)) ? "," : "";
    })
    .replace(PARTICLES, "")
    .replace(/^[^\S\n]+/u, (space) => (text.startsWith(space) ? space : ""));
