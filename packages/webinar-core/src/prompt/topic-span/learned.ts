import { inflateRawSync } from "node:zlib";
import type { Found } from "../facts.ts";
import { topicWeights } from "../generated/topic-weights.ts";
import type { Piece } from "../left-out.ts";
import type { Sentence } from "../sentence.ts";
import { featuresOf } from "./features.ts";
import { findBest, type Scores, type Span, scoreOf, scoresOf, type Weights } from "./span.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** A topic by what was learned, beside that of the rules. */
export interface LearnedTopic {
  readonly piece: Piece;
  /** How much better it does than the topics that begin or end a few words off: under 1, it is a guess. */
  lead(): number;
  /** The best of those that begin or end a few words off; null if there is no other word. */
  next(): string | null;
  /** How much better it does than another part of the sentence; null if that holds no word. */
  leadOver(other: Piece): number | null;
}

let loaded: Weights | null = null;
/** One byte each, in units: as numbers with a fraction they would take four times the room, and as much longer to look up. */
const loadWeights = (): Weights => {
  if (loaded === null) {
    const bytes = inflateRawSync(Buffer.from(topicWeights.packed, "base64"));
    loaded = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  }
  return loaded;
};
const fromUnits = (score: number): number => score * topicWeights.unit;

/** So many words off, another topic is compared. */
const NEIGHBOURS = 3;

/** What would be the topic by what was learned; null if the sentence holds no word. */
export const readLearned = (sentence: Sentence, found: readonly Found[]): LearnedTopic | null => {
  const weights = loadWeights();
  const tokens = tokensOf(sentence, found);
  const scores = scoresOf(weights, featuresOf(tokens));
  const best = findBest(scores);
  if (best === null) return null;
  let known: (Span & { score: number }) | null | undefined;
  const next = () => {
    if (known === undefined) known = bestNeighbour(best, scores);
    return known;
  };
  return {
    piece: pieceOf(best, tokens, sentence),
    lead: () => fromUnits(best.score - (next()?.score ?? Number.NEGATIVE_INFINITY)),
    next: () => {
      const span = next();
      return span === null ? null : pieceOf(span, tokens, sentence).text;
    },
    leadOver: (other) => {
      const span = spanOf(other, tokens);
      return span === null ? null : fromUnits(best.score - scoreOf(scores, span));
    },
  };
};

const pieceOf = ({ first, last }: Span, tokens: readonly Token[], { text }: Sentence): Piece => {
  const [from, to] = [tokens[first]?.from ?? 0, tokens[last]?.to ?? 0];
  return { from, to, text: text.slice(from, to).replace(/\s+/g, " ") };
};

const spanOf = ({ from, to }: Piece, tokens: readonly Token[]): Span | null => {
  const first = tokens.findIndex((token) => token.from >= from);
  const last = tokens.findLastIndex((token) => token.to <= to);
  return first < 0 || last < first ? null : { first, last };
};

/** The best of the runs that begin or end a few tokens off; null if there is no other. */
const bestNeighbour = ({ first, last }: Span, scores: Scores): (Span & { score: number }) | null => {
  let best: (Span & { score: number }) | null = null;
  const end = Math.min(last + NEIGHBOURS, scores.first.length - 1);
  for (let from = Math.max(0, first - NEIGHBOURS); from <= first + NEIGHBOURS; from += 1)
    for (let to = Math.max(from, last - NEIGHBOURS); to <= end; to += 1) {
      const span = { first: from, last: to };
      const score = from === first && to === last ? Number.NEGATIVE_INFINITY : scoreOf(scores, span);
      if (best === null || score > best.score) best = { ...span, score };
    }
  return best?.score === Number.NEGATIVE_INFINITY ? null : best;
};
