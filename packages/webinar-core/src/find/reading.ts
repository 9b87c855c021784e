import type { ConceptReader } from "./concept-reader.ts";
import { isTelling, stemOf, wordsOf } from "./terms.ts";

/** What a text says: its telling stems, and the concepts that it speaks of ("@poll"). */
export interface Reading {
  readonly terms: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
}

/** The concept for somebody's name or address. */
const PERSON = "@person";
const CAPITAL = /^\p{Lu}\p{Ll}+(['’]s)?$/u;
const NO_NAMES: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays january february march april may june july august
  september october november december easter christmas zoom german french spanish english`.split(/\s+/),
);

/** Whether a word within a sentence is the name of somebody, as far as one can tell without knowing names. */
const isName = (word: string, at: number, reader: ConceptReader): boolean =>
  at > 0 && CAPITAL.test(word) && !NO_NAMES.has(word.toLowerCase()) && !reader.knows(stemOf(word));

/** Reads words; `mend` turns a telling word that nothing knows into a stem that something does, or drops it. */
export const readText = (text: string, reader: ConceptReader, mend: (word: string) => string | null = stemOf): Reading => {
  let isSomebody = /\S@\S+\.\w/.test(text);
  const stems: string[] = [];
  const terms = new Set<string>();
  for (const [at, word] of wordsOf(text).entries()) {
    if (isName(word, at, reader)) {
      isSomebody = true;
      stems.push("");
    } else if (isTelling(word)) {
      const stem = mend(word);
      stems.push(stem ?? "");
      if (stem !== null) terms.add(stem);
    } else stems.push(stemOf(word));
  }
  const concepts = new Set(reader.conceptsIn(stems));
  if (isSomebody) concepts.add(PERSON);
  return { terms, concepts };
};
