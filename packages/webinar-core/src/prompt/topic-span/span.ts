import type { Features } from "./features.ts";

/** A run of tokens, by the first and the last, both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** Weights by the numbers of features. */
export type Weights = ArrayLike<number>;

const sumOf = (weights: Weights, features: readonly number[] = []): number => {
  let sum = 0;
  for (const number of features) sum += weights[number] ?? 0;
  return sum;
};

/** What each token adds as one within the topic, in sums from the beginning; as its first; as its last. */
export interface Scores {
  readonly sums: readonly number[];
  readonly first: readonly number[];
  readonly last: readonly number[];
}

export const scoresOf = (weights: Weights, { inside, first, last }: Features): Scores => {
  const sums = [0];
  for (const [at, features] of inside.entries()) sums.push((sums[at] ?? 0) + sumOf(weights, features));
  return { sums, first: first.map((features) => sumOf(weights, features)), last: last.map((features) => sumOf(weights, features)) };
};

/** How well a run of tokens would do as the topic. */
export const scoreOf = ({ sums, first, last }: Scores, span: Span): number =>
  (first[span.first] ?? 0) + (last[span.last] ?? 0) + (sums[span.last + 1] ?? 0) - (sums[span.first] ?? 0);

/** The run of tokens that does best as the topic; null if there are no tokens. */
export const findBest = ({ sums, first, last }: Scores): (Span & { score: number }) | null => {
  let best: (Span & { score: number }) | null = null;
  let open = { first: 0, score: Number.NEGATIVE_INFINITY };
  for (const [at, ends] of last.entries()) {
    const begins = (first[at] ?? 0) - (sums[at] ?? 0);
    if (begins > open.score) open = { first: at, score: begins };
    const score = open.score + (sums[at + 1] ?? 0) + ends;
    if (best === null || score > best.score) best = { first: open.first, last: at, score };
  }
  return best;
};
