import type { Catalog, CatalogEntry } from "../operation/catalog.ts";
import { createConceptReader } from "./concept-reader.ts";
import { fieldsFor, fieldsNamed } from "./fields.ts";
import { intentOf, moodOf, withoutPolite } from "./intent.ts";
import { createMender } from "./mend.ts";
import { readText } from "./reading.ts";
import { createScorer } from "./score.ts";
import type { SearchedOperation, SearchIndex } from "./search-index.ts";
import { termsOf } from "./terms.ts";

/** An operation that fits, with the fields of its input that a question names. */
export interface Match {
  readonly entry: CatalogEntry;
  /** Dotted paths, best first, at most three. */
  readonly fields: readonly string[];
  /** Those of them that the question is the exact name of; absent if it is not one. */
  readonly exact?: readonly string[];
}

/** Finds operations by words, best first. */
export type Finder = (question: string, limit: number) => Match[];

/** The rest of a longer question is ignored. */
const LONGEST_QUESTION = 300;
/** How much it counts whether an operation is usually asked for in this way: 0 not at all. */
const HABIT = 0.15;

interface Candidate {
  readonly entry: CatalogEntry;
  readonly searched: SearchedOperation;
  /** Its number in the index; absent if it is an operation of somebody else, which is found by its own words alone. */
  readonly number?: number;
}

const EVEN = { names: 1, asks: 1, orders: 1, deletes: 1 };

/**
 * Makes a finder over a catalog, with an index that was made before. A question is read as stems and concepts, as the phrases were; words that nothing
 * knows are mended; how it is said (asked, ordered, ordered away) distinguishes siblings. No model, no network, the same answer every time. The name
 * of a tool or its id finds exactly that one.
 */
export const createFinder = (catalog: Catalog, index: SearchIndex): Finder => {
  const numbers = new Map(index.operations.map(({ id }, number) => [id, number]));
  const candidates = catalog.map((entry): Candidate => {
    const number = numbers.get(entry.id);
    const searched = number === undefined ? undefined : index.operations[number];
    return number === undefined || searched === undefined
      ? { entry, searched: { id: entry.id, fields: {}, habits: EVEN } }
      : { entry, searched, number };
  });
  const reader = createConceptReader(index.concepts);
  // If two words are equally alike, the one that more phrases have is meant.
  const stems = new Set(
    index.features
      .map((feature, number) => ({ feature, uses: index.phrases[number]?.length ?? 0 }))
      .filter(({ feature }) => !feature.startsWith("@"))
      .sort((a, b) => b.uses - a.uses)
      .map(({ feature }) => feature),
  );
  const mend = createMender(stems, (stem) => stems.has(stem) || reader.knows(stem));
  const score = createScorer(index);

  return (question, limit) => {
    const asked = question.slice(0, LONGEST_QUESTION).trim();
    const exact = catalog.filter(({ tool, id }) => asked === tool || asked === id);
    if (exact.length > 0) return exact.map((entry) => ({ entry, fields: [] }));
    const intent = intentOf(asked);
    const mood = moodOf(intent);
    const { terms, concepts } = readText(withoutPolite(asked).replace(/^(show|tell|give|get|send) (me|us)\b/i, ""), reader, mend);
    const scores = score([...terms, ...concepts]);
    const scoreOf = ({ entry, number }: Candidate): number =>
      number === undefined ? shareOf(termsOf(asked), termsOf(`${entry.tool.replaceAll("_", " ")} ${entry.summary}`)) : (scores[number] ?? 0);
    const ranked = candidates
      .map((candidate) => ({ candidate, score: scoreOf(candidate) * candidate.searched.habits[mood] ** HABIT }))
      .filter((found) => found.score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ candidate }) => candidate);
    const takers = candidates.filter(({ searched }) => fieldsNamed(asked, searched).length > 0);
    if (takers.length > 0) {
      const taking = [...ranked.filter((candidate) => takers.includes(candidate)), ...takers.filter((candidate) => !ranked.includes(candidate))];
      return [...taking, ...ranked.filter((candidate) => !takers.includes(candidate))].slice(0, limit).map(({ entry, searched }) => {
        const named = fieldsNamed(asked, searched);
        return named.length > 0 ? { entry, fields: named, exact: named } : { entry, fields: fieldsFor(terms, searched) };
      });
    }
    return (intent.commands ? ranked : withReadFirst(ranked))
      .slice(0, limit)
      .map(({ entry, searched }) => ({ entry, fields: fieldsFor(terms, searched) }));
  };
};

/** How much of a question some words have. */
const shareOf = (asked: ReadonlySet<string>, words: ReadonlySet<string>): number =>
  [...asked].filter((term) => words.has(term)).length / Math.max(asked.size, 1);

/** What asks for no change never finds one first. */
const withReadFirst = (ranked: readonly Candidate[]): readonly Candidate[] => {
  const read = ranked.find(({ entry }) => entry.effect === "read");
  return read === undefined ? ranked : [read, ...ranked.filter((candidate) => candidate !== read)];
};
