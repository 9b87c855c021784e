/** One expression for a concept: stems in a row, null for a gap. */
interface Expression {
  readonly concept: string;
  readonly stems: readonly (string | null)[];
}

/** Reads the concepts out of a row of stems. */
export interface ConceptReader {
  readonly conceptsIn: (stems: readonly string[]) => ReadonlySet<string>;
  /** Whether a stem belongs to any expression. */
  readonly knows: (stem: string) => boolean;
}

/** How many words a gap may hold. */
const LONGEST_GAP = 4;

/** Makes a reader of concepts, each given by its expressions as stems with "*" for a gap. */
export const createConceptReader = (concepts: Readonly<Record<string, readonly string[]>>): ConceptReader => {
  const byFirst = new Map<string, Expression[]>();
  const known = new Set<string>();
  for (const [concept, expressions] of Object.entries(concepts))
    for (const expression of expressions) {
      const stems = expression.split(" ").map((stem) => (stem === "*" ? null : stem));
      for (const stem of stems) if (stem !== null) known.add(stem);
      const [first = ""] = stems;
      const others = byFirst.get(first ?? "");
      if (others === undefined) byFirst.set(first ?? "", [{ concept, stems }]);
      else others.push({ concept, stems });
    }
  return {
    knows: (stem) => known.has(stem),
    conceptsIn: (stems) => {
      const matches = stems.flatMap((stem, start) =>
        (byFirst.get(stem) ?? []).flatMap(({ concept, stems: wanted }) => {
          const at = placesOf(wanted, stems, start);
          return at === null ? [] : [{ concept, at }];
        }),
      );
      // A longer expression takes its words away from the shorter ones within it.
      const longest = new Map<number, number>();
      for (const { at } of matches) for (const place of at) longest.set(place, Math.max(longest.get(place) ?? 0, at.length));
      return new Set(matches.filter(({ at }) => at.some((place) => (longest.get(place) ?? 0) <= at.length)).map(({ concept }) => concept));
    },
  };
};

/** Where the words of an expression stand from a start on; null if they do not. */
const placesOf = (wanted: readonly (string | null)[], stems: readonly string[], start: number): readonly number[] | null => {
  const at: number[] = [];
  let next = start;
  let gap = 0;
  for (const stem of wanted) {
    if (stem === null) {
      gap = LONGEST_GAP;
      continue;
    }
    const found = stems.slice(next, next + gap + 1).indexOf(stem);
    if (found < 0) return null;
    at.push(next + found);
    next += found + 1;
    gap = 0;
  }
  return at;
};
