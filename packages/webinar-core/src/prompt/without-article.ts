import type { Piece } from "./left-out.ts";
import type { Sentence } from "./sentence.ts";

const ASKS_FOR =
  /(?:^|[^\p{L}])(?:book(?: in)?|schedule|set ?up|arrange|organi[sz]e|plan|pencil in|put (?:in|on|down)|add|create|make|run|hold)(?: (?:me|us|in))?\s*$/iu;
/** Somebody asks, in any clause of the sentence. */
const ASKS = /(?<!\p{L})(?:please|pls|plz|kindly|(?:can|could|would|will) (?:you|we|u))(?!\p{L})/iu;
/** Behind these, an article begins a name: "webinar: the big picture". */
const OPENS_A_NAME = /(?:[:–—|(]|\s-|webina(?:rs?|ires?)|\n)\s*$/iu;
const ARTICLE = /^(?:the|our|an?) (?=\p{L})/u;

/** "book the winter ward update for Thursday", "Thursday at 3 please, the fire drill": an article in small letters belongs to the request. */
export const withoutArticle = ({ from, text }: Piece, { masked }: Sentence): string => {
  const article = ARTICLE.exec(text)?.[0];
  const before = masked.slice(0, from);
  const isAsked = ASKS_FOR.test(before) || (ASKS.test(masked) && !OPENS_A_NAME.test(before));
  return article !== undefined && isAsked ? text.slice(article.length) : text;
};
