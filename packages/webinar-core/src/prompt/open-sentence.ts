import type { Found } from "./facts.ts";
import { factsOf } from "./facts-in.ts";
import { keepLast } from "./keep.ts";
import { prepare } from "./prepare.ts";
import type { Sentence } from "./sentence.ts";

/** A sentence with what was found in it, before anything is chosen. */
export interface OpenSentence {
  readonly sentence: Sentence;
  /** What was filled in or mended so far. */
  readonly assumed: readonly string[];
  readonly kept: readonly Found[];
  readonly dropped: readonly Found[];
}

/** Null for a language that is not read. */
const open = (prompt: string): OpenSentence | null => {
  const assumed: string[] = [];
  const sentence = prepare(prompt, assumed);
  return sentence === null ? null : { sentence, assumed, ...factsOf(sentence) };
};

/** Opens a sentence. The last one is kept: who hosts, whom Zoom writes to and what is asked for are read from the same. */
export const openSentence: (prompt: string) => OpenSentence | null = keepLast(open);
