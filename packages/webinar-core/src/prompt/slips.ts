import { distance } from "fastest-levenshtein";

/** A word that was read as another. */
export interface Slip {
  wrong: string;
  right: string;
}

const SHORTEST = 6;

/** "Wensday": two letters off, but a day beyond doubt. */
const isDayName = (word: string, name: string): boolean =>
  word.length > SHORTEST && word.endsWith("day") && name.endsWith("day") && word.charAt(0) === name.charAt(0) && distance(word, name) === 2;

const isSwap = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  const off = [...a].flatMap((char, at) => (char === b[at] ? [] : [at]));
  const [first = 0, second = 0] = off;
  return off.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
};

/**
 * Mends names of days and months that are one slip off: "Decmber", "Wendesday". Everything else is left alone.
 * The places of what follows move: whoever needs them takes the text that comes back.
 */
export const mendSlips = (text: string, names: readonly string[]): { text: string; slips: Slip[] } => {
  const slips: Slip[] = [];
  const mended = text.replace(/\p{L}{5,12}/gu, (word) => {
    const lower = word.toLowerCase();
    const stem = lower.endsWith("s") ? lower.slice(0, -1) : lower;
    // "Montage", "Montagen" are days as well
    if (names.includes(lower) || names.includes(stem) || names.includes(lower.replace(/en?$/, ""))) return word;
    const right = names.find(
      (name) =>
        name.length >= SHORTEST && lower.length >= name.length - 2 && (isSwap(lower, name) || distance(lower, name) === 1 || isDayName(lower, name)),
    );
    if (right === undefined || lower === `${right}s`) return word;
    const shown = right.charAt(0).toUpperCase() + right.slice(1);
    slips.push({ wrong: word, right: shown });
    return shown;
  });
  return { text: mended, slips };
};
