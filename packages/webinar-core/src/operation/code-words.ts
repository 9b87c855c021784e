import { didYouMean } from "./input-faults.ts";

/** Words for codes; the keys are the codes. */
export type CodeWords = Readonly<Record<string, string>>;

/** The code that a word stands for, whichever way it is cased or shortened: "tuesday", "Tue" → "3". The text itself if none does. */
export const toCode = (text: string, words: CodeWords): string => {
  const typed = text.trim().toLowerCase();
  const fits = Object.entries(words).filter(([, word]) => word.toLowerCase() === typed || (typed.length > 2 && word.toLowerCase().startsWith(typed)));
  return fits.length === 1 ? (fits[0]?.[0] ?? text) : text;
};

/** The same of several words with commas between. */
export const toCodes = (text: string, words: CodeWords): string =>
  text
    .split(",")
    .map((part) => toCode(part, words))
    .join(",");

/** The words of codes with commas between: "3,5" → "Tuesday,Thursday". What is no code stays. */
export const toWords = (codes: string, words: CodeWords): string =>
  codes
    .split(",")
    .map((code) => words[code.trim()] ?? code)
    .join(",");

/** A word that is shortened further may stand for two. */
const SHORT = 3;

/** The word that a mistyped one was meant to be, as short as it was typed: "Tus" → "Tue", "weeky" → "weekly". Null if none is near. */
const wordMeant = (wrong: string, words: CodeWords): string | null => {
  const names = Object.values(words);
  const shorts = wrong.length <= SHORT + 1 ? names.map((name) => name.slice(0, SHORT)) : [];
  for (const known of [names, shorts]) {
    const near = didYouMean(
      wrong.toLowerCase(),
      known.map((name) => name.toLowerCase()),
    );
    if (near !== null) return known.find((name) => name.toLowerCase() === near) ?? null;
  }
  return null;
};

/** What is wrong with codes or words, several with commas between, in the words that there are; null if nothing is. */
export const wordFault = (text: string, words: CodeWords): string | null => {
  const isKnown = (part: string) => Object.hasOwn(words, toCode(part, words).trim());
  const wrong = text
    .split(",")
    .map((part) => part.trim())
    .find((part) => !isKnown(part));
  if (wrong === undefined) return null;
  const near = wordMeant(wrong, words);
  return `expected one of ${Object.values(words).join(", ")}, got ${JSON.stringify(wrong)}${near === null ? "" : `; did you mean ${near}?`}`;
};

/** What is wrong with something that is neither a code nor a word, in the words that there are. */
export const noWordFault = (value: unknown, words: CodeWords): string => {
  const known = Object.values(words).join(", ");
  return value === undefined ? `is required: one of ${known}` : `expected one of ${known}, got ${JSON.stringify(value)}`;
};
