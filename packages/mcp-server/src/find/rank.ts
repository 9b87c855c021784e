import type { Catalog, CatalogEntry } from "@zoom-webinar/webinar-core";
import { SYNONYMS } from "./synonyms.ts";
import { wordsOf } from "./words.ts";

/** How much a word counts by where an operation has it. */
const IN_NAME = 3;
const IN_SUMMARY = 1;
/** A word that was said counts more than one that a synonym brought in. */
const SAID = 1;
const MEANT = 0.9;
/** What a name has beyond the question makes it a more special operation than was asked for. */
const PER_UNASKED_WORD = 0.6;
/** Names are in the order of the registry: the everyday ones first. Decides between equals only. */
const PER_PLACE = 0.002;

interface Indexed {
  readonly entry: CatalogEntry;
  readonly name: ReadonlySet<string>;
  readonly summary: ReadonlySet<string>;
}

/** What lies beyond this in a question is not looked at: some patterns take time that grows with the square of the length. */
const LONGEST_QUESTION = 300;

/** Finds operations by words, best first. */
export type Finder = (question: string, limit: number) => CatalogEntry[];

/** The words of a question with their weights: those that synonyms bring, and what they left over. */
const weigh = (question: string): Map<string, number> => {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const word of wordsOf(text)) weights.set(word, Math.max(weights.get(word) ?? 0, weight));
  };
  let left = question.slice(0, LONGEST_QUESTION).toLowerCase();
  for (const [said, meant] of SYNONYMS) {
    if (!said.test(left)) continue;
    add(meant, MEANT);
    left = left.replace(said, (matched) => ` ${keptOf(matched, meant)} `);
  }
  add(left, SAID);
  return weights;
};

/** What a synonym matched stays only where its words are among those it brings: the rest was one way to say the same. */
const keptOf = (matched: string, meant: string): string => {
  const brought = new Set(wordsOf(meant));
  return matched
    .split(/\s+/)
    .filter((word) => wordsOf(word).some((each) => brought.has(each)))
    .join(" ");
};

/**
 * Makes a finder over a catalog. A word counts by how few operations have it; no model, no network, the same answer every time. The name of a tool or its
 * id finds exactly that one.
 */
export const createFinder = (catalog: Catalog): Finder => {
  const indexed: readonly Indexed[] = catalog.map((entry) => ({
    entry,
    name: new Set(wordsOf(`${entry.tool.replaceAll("_", " ")} ${entry.id.replace(/[A-Z]/g, (letter) => ` ${letter}`)}`)),
    summary: new Set(wordsOf(entry.summary)),
  }));
  const spread = new Map<string, number>();
  for (const { name, summary } of indexed) for (const word of new Set([...name, ...summary])) spread.set(word, (spread.get(word) ?? 0) + 1);
  const rarity = (word: string): number => Math.log(1 + indexed.length / (spread.get(word) ?? indexed.length));

  const score = ({ name, summary }: Indexed, weights: ReadonlyMap<string, number>): number => {
    let sum = 0;
    for (const [word, weight] of weights) {
      const where = name.has(word) ? IN_NAME : summary.has(word) ? IN_SUMMARY : 0;
      sum += where * weight * rarity(word);
    }
    if (sum === 0) return 0;
    const unasked = [...name].filter((word) => !weights.has(word)).length;
    return sum - unasked * PER_UNASKED_WORD;
  };

  return (question, limit) => {
    const exact = catalog.filter(({ tool, id }) => question.trim() === tool || question.trim() === id);
    if (exact.length > 0) return exact;
    const weights = weigh(question);
    return indexed
      .map((each, place) => ({ entry: each.entry, points: score(each, weights), place }))
      .filter(({ points }) => points > 0)
      .sort((a, b) => b.points - b.place * PER_PLACE - (a.points - a.place * PER_PLACE))
      .slice(0, limit)
      .map(({ entry }) => entry);
  };
};
