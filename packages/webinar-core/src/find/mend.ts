import { distance } from "fastest-levenshtein";
import { ALIKE, stemOf } from "./terms.ts";

/** Shorter words have too many neighbours to guess which one is meant. */
const SHORTEST = 4;
/** From this length on, two typing errors are forgiven, and one letter in place of another: "ballet" is no "ballot". */
const LONG = 7;
const SHORTEST_ORDER = 6;

/** Whether a word is an order but for one typing error. Short ones are too like other words: "check" is no "chuck". */
export const isNearly = (word: string, order: string): boolean =>
  word === order || (order.length >= SHORTEST_ORDER && word.length >= SHORTEST_ORDER - 1 && errorsBetween(word, order) <= 1);

/** Typing errors between two words; two letters that changed places are one. */
const errorsBetween = (a: string, b: string): number => {
  const errors = distance(a, b);
  if (errors > 2 || a.length !== b.length) return errors;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  if (errors === 2 && a.slice(0, at) + (a[at + 1] ?? "") + (a[at] ?? "") + a.slice(at + 2) === b) return 1;
  return errors === 1 && a.length < LONG ? 2 : errors;
};

/** Turns a word into a stem that the search knows: its own, that of the word it misspells, or one with the same beginning. Returns null if it finds no such stem. */
export const createMender = (known: Iterable<string>, knows: (stem: string) => boolean): ((word: string) => string | null) => {
  const stems = [...known].filter((stem) => stem.length >= SHORTEST);
  const mended = new Map<string, string | null>();
  const mend = (word: string): string | null => {
    const stem = stemOf(word);
    if (knows(stem)) return stem;
    if (stem.length < SHORTEST) return null;
    const plain = word.toLowerCase();
    let best: { stem: string; errors: number } | undefined;
    const offer = (errors: number, most: number, offered: string) => {
      if (errors <= most && errors < (best?.errors ?? Number.POSITIVE_INFINITY)) best = { stem: offered, errors };
    };
    for (const other of ALIKE)
      if (Math.abs(other.length - plain.length) <= 2) offer(errorsBetween(plain, other), plain.length > LONG ? 2 : 1, stemOf(other));
    for (const other of stems)
      if (Math.abs(other.length - stem.length) <= 2)
        offer(errorsBetween(stem, other) + (other[0] === stem[0] ? 0 : 0.5), stem.length >= LONG ? 2 : 1, other);
    if (best !== undefined) return best.stem;
    const alike =
      stem.length <= SHORTEST ? [] : stems.filter((other) => other.length > SHORTEST && (other.startsWith(stem) || stem.startsWith(other)));
    return alike.sort((a, b) => b.length - a.length)[0] ?? null;
  };
  return (word) => {
    const before = mended.get(word);
    if (before !== undefined) return before;
    const stem = mend(word);
    mended.set(word, stem);
    return stem;
  };
};
