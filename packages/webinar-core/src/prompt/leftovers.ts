import type { Found } from "./facts.ts";
import type { Piece } from "./left-out.ts";
import { findAll, HIDDEN } from "./pattern.ts";
import { hide } from "./quotes.ts";
import { withoutRequest, withoutRequestBehind } from "./request-frames.ts";
import { type Sentence, STOP } from "./sentence.ts";
import { trimPiece } from "./trim-piece.ts";

/** The sentence with what was used hidden, and the words that introduce a topic up to a rank. */
export const coverUp = (used: readonly { from: number; to: number }[], intros: readonly Found[], { masked }: Sentence, below: number): string =>
  hide(masked, [...used, ...intros.filter(({ fact }) => fact.kind === "intro" && fact.rank < below)]);

const BORDERS = new RegExp(`${HIDDEN}+|${STOP.source}`, "gu");
/** What is between the parts that were understood. */
export const leftovers = (used: readonly { from: number; to: number }[], intros: readonly Found[], sentence: Sentence, isAlone = false): Piece[] => {
  const text = coverUp(used, intros, sentence, 3);
  const pieces: Piece[] = [];
  let from = 0;
  const borders = [...findAll(text, BORDERS), null];
  for (const border of borders) {
    const to = border === null ? text.length : border.index;
    const asked = withoutRequest(from, to, sentence);
    const named = withoutRequestBehind(asked.from, asked.to, sentence);
    const piece = trimPiece(named.from, named.to, sentence, { isIntroduced: false, isAlone });
    if (piece !== null) pieces.push(piece);
    if (border !== null) from = to + border[0].length;
  }
  return pieces;
};
