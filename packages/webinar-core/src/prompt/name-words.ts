/** Which words cannot be part of the name of a webinar, in small letters, in one language. */
export interface NameWords {
  /** Nowhere in a name: pronouns, forms of "to be", verbs of who asks. */
  never: ReadonlySet<string>;
  /** Those of `never` that a title may have as well, if no other stands in it: "Content is king". */
  auxiliaries: ReadonlySet<string>;
  /** Never the last word of a name: "wound care update scheduled". */
  ends: ReadonlySet<string>;
  /** What leads to the name, up to "for", "of" or "with": "green light for …", "a date for …". */
  opens: RegExp;
  /** Small words at the beginning that belong to what stands in front of them. */
  leads: RegExp;
  /** True if a name may follow the word webinar: "die Einrichtung des Webinars Brandschutz". */
  isBehindWebinar: boolean;
  /** Neither the first nor the last word of a name: "again", "so", "scheduled". */
  notAtEdge: ReadonlySet<string>;
  /** What a request calls the parts of a webinar. Beside a word of the lists above, they are no part of a name: "a date for", "the title is". */
  parts: ReadonlySet<string>;
  /** Small words that join the words of a name, and never begin or end it. */
  joints: ReadonlySet<string>;
  /** Behind these, a title may be a clause: "how we grew", "What you need to know". */
  opensTitle: RegExp;
}
