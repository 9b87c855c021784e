import { InputError } from "@zoom-webinar/foundation";

/** Stands where something was understood and taken out, so that what was before and behind it does not run together. */
export const MARK = "\u0001";

/** A text that is taken apart: what was understood is cut out, and what is left at the end was not understood. */
export interface MarkedText {
  readonly rest: string;
  /** Cuts the first match out; null where there is none. */
  take(pattern: RegExp): RegExpExecArray | null;
  /** Cuts a part out by its place in `rest`. */
  cut(from: number, length: number): void;
}

/** Starts taking a text apart. */
export const markedText = (text: string): MarkedText => {
  // A control character of the text itself must not pass for a mark.
  let rest = text
    .replace(/\p{Cc}+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const cut = (from: number, length: number) => {
    rest = `${rest.slice(0, from)}${MARK}${rest.slice(from + length)}`;
  };
  return {
    get rest() {
      return rest;
    },
    take: (pattern) => {
      const found = pattern.exec(rest);
      if (found) cut(found.index, found[0].length);
      return found;
    },
    cut,
  };
};

/** What was not understood, said of the field `prompt`. */
export const notUnderstood = (message: string, hint: string): InputError => InputError.at("prompt", message, hint);

const WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** A whole number in digits or words, up to twelve; for patterns, without a group. */
export const NUMBER = `(?:\\d{1,3}|${WORDS.slice(1).join("|")}|an?)`;

/** "six" → 6, "a" → 1. */
export const toNumber = (text: string): number => {
  const word = text.toLowerCase();
  if (word === "a" || word === "an") return 1;
  const at = WORDS.indexOf(word);
  return at === -1 ? Number(word) : at;
};
