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

/** FNV-1a. */
const hashOf = (text: string): number => {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash;
};
const mix = (hash: number, part: number): number => {
  const mixed = Math.imul(hash ^ part, 0x2c1b3c6d);
  return mixed ^ (mixed >>> 15);
};
/** The number of a kind of feature with what was seen, each as its hash. */
const numberOf = (kind: number, one: number, two = 0, three = 0, four = 0): number =>
  (mix(mix(mix(mix(mix(kind, one), two), three), four), 0x297a2d39) >>> 0) % WEIGHTS;

const BEFORE = ["^^^", "^^", "^"];
const BEHIND = ["$", "$$", "$$$"];

/** The features of each token, by the words and shapes around it. */
export const featuresOf = (tokens: readonly Token[]): Features => {
  const words = tokens.map(wordOf);
  const around = (list: readonly string[]) => [...BEFORE, ...list, ...BEHIND].map(hashOf);
  // what was understood counts by what it was understood as
  const seen = around(tokens.map(({ role }, at) => (role === null ? (words[at] ?? "") : `<${role}>`)));
  const shapes = around(tokens.map(shapeOf));
  const capitals = tokens.some(({ text }) => /^\p{Lu}/u.test(text)) ? 1 : 2;
  const features = { inside: [] as number[][], first: [] as number[][], last: [] as number[][] };
  for (const [index, raw] of words.entries()) {
    const at = index + BEFORE.length;
    const [w3 = 0, w2 = 0, w1 = 0, word = 0, n1 = 0, n2 = 0, n3 = 0] = seen.slice(at - 3, at + 4);
    const [s2 = 0, s1 = 0, shape = 0, t1 = 0, t2 = 0] = shapes.slice(at - 2, at + 3);
    features.inside.push([
      numberOf(1, word),
      numberOf(2, hashOf(raw)),
      numberOf(3, hashOf(raw.slice(-3)), shape),
      numberOf(4, shape, capitals),
      numberOf(5, w1, word),
      numberOf(6, shape, word),
      numberOf(7, w2, w1, word),
    ]);
    features.first.push([
      numberOf(11, w1),
      numberOf(12, word),
      numberOf(13, w1, word),
      numberOf(14, w2, w1),
      numberOf(15, w2, w1, shape),
      numberOf(16, w1, shape),
      numberOf(17, s1, shape, t1, capitals),
      numberOf(18, word, n1),
      numberOf(19, shape, word),
      numberOf(20, w3, w2, w1),
      numberOf(21, s2, s1, shape, t1),
    ]);
    features.last.push([
      numberOf(31, word),
      numberOf(32, n1),
      numberOf(33, word, n1),
      numberOf(34, n1, n2),
      numberOf(35, shape, n1, n2),
      numberOf(36, shape, n1),
      numberOf(37, shape, t1, t2, capitals),
      numberOf(38, w1, word),
      numberOf(39, shape, word),
      numberOf(40, n1, n2, n3),
      numberOf(41, s1, shape, t1, t2),
    ]);
  }
  return features;
};
