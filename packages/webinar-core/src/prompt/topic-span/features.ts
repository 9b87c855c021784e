import type { Token } from "./tokens.ts";

/** What can be seen of each token: as one within the topic, as its first, as its last. Each is the number of a weight. */
export interface Features {
  readonly inside: readonly (readonly number[])[];
  readonly first: readonly (readonly number[])[];
  readonly last: readonly (readonly number[])[];
}

/** So many weights there are; several features may share one. */
export const WEIGHTS = 2 ** 18;

const MONTH =
  /^(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|févr(?:ier)?|mar(?:ch)?|märz|mars|apr(?:il)?|avril|may|mai|june?|juni|juin|july?|juli|juillet|aug(?:ust)?|août|sept?(?:ember|embre)?|oct(?:ober|obre)?|okt(?:ober)?|nov(?:ember|embre)?|dec(?:ember)?|dez(?:ember)?|déc(?:embre)?)$/;
const DAY =
  /^(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?s?|(?:mon|diens|donners|frei|sams)tags?|mittwochs?|sonn(?:abend|tag)s?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|tomorrow|today|tonight|morgen|heute|übermorgen|demain|aujourd'hui)$/;
const BREAK = "¶";

/** A word as it counts: in small letters; months, days and numbers count alike. */
const wordOf = ({ text }: Token): string => {
  if (text.startsWith("\n")) return BREAK;
  if (/^\d/.test(text)) return "<number>";
  const word = text.toLowerCase().replaceAll("’", "'");
  return MONTH.test(word) ? "<month>" : DAY.test(word) ? "<day>" : word;
};

/** "C" for a capital, "A" for more than one, "l" for small letters, "0" for a number, "p" for a mark, "u" for what was understood. */
const shapeOf = ({ text, role }: Token): string => {
  if (role !== null) return "u";
  if (/^\p{Lu}{2}/u.test(text)) return "A";
  if (/^\p{Lu}/u.test(text)) return "C";
  if (/^\p{Ll}/u.test(text)) return "l";
  if (/^\d/.test(text)) return "0";
  return text.startsWith("\n") ? BREAK : "p";
};

/** FNV-1a, mixed once more. */
const numberOf = (name: string): number => {
  let hash = 2166136261;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 12)) >>> 0) % WEIGHTS;
};

const BEFORE = ["^^^", "^^", "^"];
const BEHIND = ["$", "$$", "$$$"];

/** The features of each token, by the words and shapes around it. */
export const featuresOf = (tokens: readonly Token[]): Features => {
  const words = tokens.map(wordOf);
  const around = (list: readonly string[]) => [...BEFORE, ...list, ...BEHIND];
  // what was understood counts by what it was understood as
  const seen = around(tokens.map(({ role }, at) => (role === null ? (words[at] ?? "") : `<${role}>`)));
  const shapes = around(tokens.map(shapeOf));
  const capitals = tokens.some(({ text }) => /^\p{Lu}/u.test(text)) ? "y" : "n";
  const number = (names: readonly string[]) => names.map(numberOf);
  const features = { inside: [] as number[][], first: [] as number[][], last: [] as number[][] };
  for (const [index, raw] of words.entries()) {
    const at = index + BEFORE.length;
    const [w3, w2, w1, word, n1, n2, n3] = seen.slice(at - 3, at + 4);
    const [s2, s1, shape, t1, t2] = shapes.slice(at - 2, at + 3);
    const ending = raw.slice(-3);
    features.inside.push(
      number([
        `i ${word}`,
        `ir ${raw}`,
        `ie ${ending} ${shape}`,
        `is ${shape} ${capitals}`,
        `ib ${w1} ${word}`,
        `iw ${shape} ${word}`,
        `it ${w2} ${w1} ${word}`,
      ]),
    );
    features.first.push(
      number([
        `f1 ${w1}`,
        `f ${word}`,
        `fb ${w1} ${word}`,
        `f2 ${w2} ${w1}`,
        `f2s ${w2} ${w1} ${shape}`,
        `f1s ${w1} ${shape}`,
        `fss ${s1} ${shape} ${t1} ${capitals}`,
        `fn ${word} ${n1}`,
        `fs ${shape} ${word}`,
        `f3 ${w3} ${w2} ${w1}`,
        `fsss ${s2} ${s1} ${shape} ${t1}`,
      ]),
    );
    features.last.push(
      number([
        `l ${word}`,
        `l1 ${n1}`,
        `lb ${word} ${n1}`,
        `l2 ${n1} ${n2}`,
        `l2s ${shape} ${n1} ${n2}`,
        `l1s ${shape} ${n1}`,
        `lss ${shape} ${t1} ${t2} ${capitals}`,
        `lp ${w1} ${word}`,
        `ls ${shape} ${word}`,
        `l3 ${n1} ${n2} ${n3}`,
        `lsss ${s1} ${shape} ${t1} ${t2}`,
      ]),
    );
  }
  return features;
};
