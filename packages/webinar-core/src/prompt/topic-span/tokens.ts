import type { Found } from "../facts.ts";
import { findAll } from "../pattern.ts";
import type { Sentence } from "../sentence.ts";

/** A word, a number, a mark or a break between lines, with what it was understood as. */
export interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** "weekday", "time", "intro2" (a word that introduces a topic), "quote", "letter" (greeting and signature); null: not understood as anything. */
  readonly role: string | null;
}

interface Part {
  readonly from: number;
  readonly to: number;
}

const TOKEN = /\n+|[\p{L}\p{M}]+(?:['’]\p{L}+)*|\d+(?:[.:,/h]\d+)*|[^\s\p{L}\d]/gu;
const meets = (one: Part, other: Part): boolean => one.from < other.to && one.to > other.from;

/** The tokens of a sentence, each with the role that it has in what was understood. */
export const tokensOf = ({ text, letterParts, quotes }: Sentence, found: readonly Found[]): Token[] => {
  const roles = found.filter(({ fact }) => fact.kind !== "name");
  const roleAt = (at: Part): string | null => {
    if (quotes.some((quote) => meets(quote, at))) return "quote";
    const fact = roles.findLast((one) => meets(one, at))?.fact;
    if (fact !== undefined) return fact.kind === "intro" ? `intro${fact.rank}` : fact.kind;
    return letterParts.some((part) => meets(part, at)) ? "letter" : null;
  };
  return findAll(text, TOKEN).map(([said], index, all) => {
    const from = all[index]?.index ?? 0;
    const at = { from, to: from + said.length };
    return { text: said, ...at, role: roleAt(at) };
  });
};
