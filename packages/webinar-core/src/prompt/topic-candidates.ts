import type { Found } from "./facts.ts";
import type { Piece } from "./left-out.ts";
import { findAll } from "./pattern.ts";
import { isTime } from "./sentence.ts";

/** Where one piece of a topic ends and another begins. */
const BETWEEN = /\s*[,;:|]\s+|\s+[-–—|/]\s+|\n/gu;
const NO_LETTER = /^[^\p{L}\p{N}]*$/u;
/** An acronym as first word: "3pm CBAM reporting". */
const ACRONYM = /^([A-Z]{2,5}) (?=\S)/u;
const MOST = 2;

const isBeside = (facts: readonly Found[], masked: string, from: number, to: number): { before: Found | undefined; behind: Found | undefined } => ({
  before: facts.find((one) => one.to <= from && !masked.slice(one.to, from).includes("\n") && NO_LETTER.test(masked.slice(one.to, from))),
  behind: facts.find((one) => one.from >= to && !masked.slice(to, one.from).includes("\n") && NO_LETTER.test(masked.slice(to, one.from))),
});

/**
 * Shorter topics that may be meant: if a topic has several pieces, the one beside what was understood may belong to that ("3pm Ontario zone, bees").
 * `facts` are what was understood.
 */
export const findShorterTopics = ({ from, to, text }: Piece, facts: readonly Found[], masked: string): string[] => {
  const { before, behind } = isBeside(facts, masked, from, to);
  const marks = findAll(text, BETWEEN);
  const [first, last] = [marks[0], marks.at(-1)];
  const others: string[] = [];
  const isShort = first !== undefined && text.slice(0, first.index).split(" ").length <= 2;
  const isColon = first?.[0].trimStart().startsWith(":") === true && marks.length === 1;
  if ((before !== undefined || (behind !== undefined && isShort) || isColon) && first !== undefined)
    others.push(text.slice(first.index + first[0].length));
  if (behind !== undefined && last !== undefined) others.push(text.slice(0, last.index));
  const acronym = before !== undefined && isTime(before) && / $/.test(masked.slice(before.to, from)) ? ACRONYM.exec(text)?.[0] : undefined;
  if (acronym !== undefined && first === undefined) others.push(text.slice(acronym.length));
  return others.map((other) => other.trim()).filter((other) => other !== "");
};

/** Other lines or sentences of a mail that may be the topic as well. */
export const findOtherLines = (topic: Piece, leftOut: readonly Piece[], whole: string): string[] =>
  leftOut
    .filter(({ from, to, text }) => {
      const between = to <= topic.from ? whole.slice(to, topic.from) : whole.slice(topic.to, from);
      return /\n|[.!?](?:\s|$)/.test(between) && text.includes(" ") && /\p{L}{3}/u.test(text);
    })
    .sort((a, b) => b.text.length - a.text.length)
    .slice(0, MOST)
    .map(({ text }) => text);
