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

/** How well a run of tokens would do as the topic. */
export const scoreOf = (weights: Weights, { inside, first, last }: Features, span: Span): number => {
  let score = sumOf(weights, first[span.first]) + sumOf(weights, last[span.last]);
  for (let at = span.first; at <= span.last; at += 1) score += sumOf(weights, inside[at]);
  return score;
};

/** The run of tokens that does best as the topic; null if there are no tokens. */
export const findSpan = (weights: Weights, { inside, first, last }: Features): (Span & { score: number }) | null => {
  let best: (Span & { score: number }) | null = null;
  let open = { first: 0, score: Number.NEGATIVE_INFINITY };
  for (const [at, features] of inside.entries()) {
    const begins = sumOf(weights, first[at]);
    if (begins > open.score) open = { first: at, score: begins };
    open.score += sumOf(weights, features);
    const score = open.score + sumOf(weights, last[at]);
    if (best === null || score > best.score) best = { first: open.first, last: at, score };
  }
  return best;
};
