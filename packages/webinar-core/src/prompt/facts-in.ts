import { withoutCorrected } from "./corrections.ts";
import type { Found } from "./facts.ts";
import { findFacts } from "./find.ts";
import type { Sentence } from "./sentence.ts";
import { sift } from "./sift.ts";

/** The facts of a sentence, and those that only look like one. */
export const factsOf = (sentence: Sentence): { kept: Found[]; dropped: Found[] } => {
  const all = findFacts(sentence.masked, sentence.language);
  const kept = withoutCorrected(sift(all, sentence), sentence.masked);
  return { kept, dropped: all.filter((one) => !kept.some(({ from, to }) => from === one.from && to === one.to)) };
};
