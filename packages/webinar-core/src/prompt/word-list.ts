import { plainOf } from "./pattern.ts";

/** Words of a text, to look up; each also as it is typed without accents; "à" alone stays, because "a" is a word of its own. */
export const words = (text: string): ReadonlySet<string> =>
  new Set(text.split(/\s+/).flatMap((word) => (word.length > 2 ? [word, plainOf(word)] : [word])));
