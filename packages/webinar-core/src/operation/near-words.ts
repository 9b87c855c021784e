import { distance } from "fastest-levenshtein";

/** Letters to change, add or leave out; two that were typed in each other's places are one. */
const editsTo = (word: string, wrong: string): number => {
  const plain = distance(wrong, word);
  if (plain < 2) return plain;
  const swapped = Array.from({ length: wrong.length - 1 }, (_, at) => `${wrong.slice(0, at)}${wrong[at + 1]}${wrong[at]}${wrong.slice(at + 2)}`);
  return Math.min(plain, ...swapped.map((text) => 1 + distance(text, word)));
};

const SHORT = 5;

/** Whether a word is another but for its typing. Half of a short word may not be wrong unless it begins as it should: "tcsh" is no "bash". */
const isTypo = (wrong: string, word: string): boolean => {
  const edits = editsTo(word, wrong);
  if (edits <= 1) return true;
  const may = wrong.length <= 3 ? 1 : Math.max(2, Math.floor(wrong.length / 3));
  return edits <= may && (wrong.length > SHORT || wrong[0] === word[0]);
};

const partsOf = (name: string): string[] => name.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");

/** Names of several words are near if each of them is: "approve_registrants" is no "import_registrants", however long they are. */
const isNear = (wrong: string, name: string): boolean => {
  if (!isTypo(wrong, name)) return false;
  const [mine, theirs] = [partsOf(wrong), partsOf(name)];
  return mine.length < 2 || mine.length !== theirs.length || mine.every((part, at) => isTypo(part, theirs[at] ?? ""));
};

/** The name that is nearest by its spelling; null if none is so near that it is likely to be meant. */
export const nearestBySpelling = (wrong: string, known: readonly string[]): string | null =>
  known
    .map((name) => ({ name, edits: editsTo(name, wrong) }))
    .sort((a, b) => a.edits - b.edits)
    .find(({ name }) => isNear(wrong, name))?.name ?? null;

/** The shortest known name that has every word of the wrong one: "approve_webinar_registrants" for "approve_registrants"; null if no name has them all. */
export const nameWithMore = (wrong: string, known: readonly string[]): string | null => {
  const said = partsOf(wrong);
  const more = said.length < 2 ? [] : known.filter((name) => said.every((part) => partsOf(name).includes(part)));
  return more.sort((a, b) => a.length - b.length)[0] ?? null;
};
