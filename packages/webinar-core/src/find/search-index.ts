/** What a search looks through. Generated into `generated/search-index.ts`, which only a search loads. */
export interface SearchIndex {
  /** Stems and concepts ("@poll") that some operation is found by. */
  readonly features: readonly string[];
  /** How telling each of them is, the rarer the more. */
  readonly rarity: readonly number[];
  /** By feature: operation and how much the feature says for it (BM25 over name, summary, phrases, fields and answers), in turn. */
  readonly weights: readonly (readonly number[])[];
  /** By feature: the phrases that have it, each as its distance from the one before. */
  readonly phrases: readonly (readonly number[])[];
  /** How many phrases each operation has; they are numbered through. */
  readonly phraseCounts: readonly number[];
  readonly operations: readonly SearchedOperation[];
  /** Concepts with their expressions as stems, "*" for a gap. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
}

export interface SearchedOperation {
  readonly id: string;
  /** Its input fields with their descriptions, at any depth, by dotted path. */
  readonly fields: Readonly<Record<string, string>>;
  /** How often its phrases name a thing, ask, order a change and order a deletion, as shares of one. */
  readonly habits: Readonly<Record<Mood, number>>;
}

/** How something is said: as the bare name of a thing, as a question, as an order, or as an order to take something away. */
export type Mood = "names" | "asks" | "orders" | "deletes";
