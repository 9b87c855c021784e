import type { SearchIndex } from "./search-index.ts";

/** Scores every operation for some features, by the number that it has in the index. */
export type Scorer = (features: readonly string[]) => readonly number[];

/** How much counts the phrase that is most alike, against all words of the operation together. */
const PHRASE = 2;
/** The next phrases that are alike count, too, the less the farther down. */
const NEXT = [0.5, 0.25];
/** How much counts what a phrase says beyond the question, from 0 to 1. */
const BEYOND = 0.35;

/**
 * Two judges added up: BM25 over all that is known of an operation, and how nearly the question is one of its phrases. The first knows the words of fields
 * and answers; the second knows which words belong together.
 */
export const createScorer = ({ features, rarity, weights, phrases, phraseCounts }: SearchIndex): Scorer => {
  const numbers = new Map(features.map((feature, number) => [feature, number]));
  const owners = phraseCounts.flatMap((count, operation) => Array<number>(count).fill(operation));
  const phrasesOf = phrases.map((gaps) => {
    let at = 0;
    return gaps.map((gap) => (at += gap));
  });
  const sizes = Array<number>(owners.length).fill(0);
  for (const [feature, own] of phrasesOf.entries()) for (const phrase of own) sizes[phrase] = (sizes[phrase] ?? 0) + (rarity[feature] ?? 0);

  return (asked) => {
    const known = asked.flatMap((feature) => numbers.get(feature) ?? []);
    const size = known.reduce((sum, feature) => sum + (rarity[feature] ?? 0), 0) || 1;
    const words = Array<number>(phraseCounts.length).fill(0);
    const hits = Array<number>(phraseCounts.length).fill(0);
    const shared = new Map<number, number>();
    for (const feature of known) {
      const pairs = weights[feature] ?? [];
      for (let at = 0; at < pairs.length; at += 2) {
        const operation = pairs[at] ?? 0;
        words[operation] = (words[operation] ?? 0) + (pairs[at + 1] ?? 0);
        hits[operation] = (hits[operation] ?? 0) + 1;
      }
      for (const phrase of phrasesOf[feature] ?? []) shared.set(phrase, (shared.get(phrase) ?? 0) + (rarity[feature] ?? 0));
    }
    const alike = phraseCounts.map((): number[] => []);
    for (const [phrase, sum] of shared) alike[owners[phrase] ?? 0]?.push(sum / (size ** (1 - BEYOND) * (sizes[phrase] ?? 1) ** BEYOND));
    const most = Math.max(...words.map((sum, operation) => sum * (hits[operation] ?? 0)), Number.EPSILON);
    return words.map((sum, operation) => {
      const [best = 0, ...next] = (alike[operation] ?? []).sort((a, b) => b - a);
      const nearness = NEXT.reduce((total, share, at) => total + share * (next[at] ?? 0), best);
      return PHRASE * nearness + (sum * (hits[operation] ?? 0)) / most;
    });
  };
};
