import { type RowStanding, STANDINGS } from "../journal/events.ts";
import { codeOf, doubtfulRows, type Standing } from "../journal/standing.ts";

/** How a kind of import calls what became of a row; "" for one that is still to be sent. */
export type OutcomeWords = Readonly<Record<RowStanding, string>>;

const COMMON = { open: "", invalid: "invalid", duplicate: "duplicate", failed: "failed", unknown: "unknown" } as const;

/** Signing up and inviting. */
export const IMPORT_WORDS = {
  ...COMMON,
  done: "registered",
  pending: "pending",
  already: "already_registered",
  denied: "denied",
} as const satisfies OutcomeWords;

/** Deciding and removing. */
export const CHANGE_WORDS = { ...COMMON, done: "done", pending: "done", already: "already", denied: "already" } as const satisfies OutcomeWords;

/** The words for an import's kind. */
export const wordsOf = (kind: string): OutcomeWords => (kind.endsWith(".import") ? IMPORT_WORDS : CHANGE_WORDS);

/** What became of one row. */
export interface Outcome {
  outcome: string;
  id: string | null;
  message: string | null;
}

/** How a row stands by now: one whose call got no answer is unknown until the list settles it. */
const standingOf = ({ codes }: Standing, at: number, doubtful: { has(at: number): boolean }): RowStanding => {
  const standing = STANDINGS[codes[at] ?? 0] ?? "open";
  return standing === "open" && doubtful.has(at) ? "unknown" : standing;
};

/** Said of a row until the list settles what became of it. */
const NO_ANSWER_YET = "Zoom gave no answer yet";

/** What became of each row, in the words of its import, as it is now. */
export const outcomesOf = (standing: Standing, words: OutcomeWords): ((at: number) => Outcome) => {
  const doubtful = doubtfulRows(standing, 0);
  return (at) => {
    const note = standing.notes.get(at);
    const isUnderWay = note === undefined && standing.codes[at] === codeOf("open") && doubtful.has(at);
    const message = isUnderWay
      ? NO_ANSWER_YET
      : note === undefined
        ? null
        : note.field === null || note.field === "row"
          ? note.message
          : `${note.field} ${note.message}`;
    return { outcome: words[standingOf(standing, at, doubtful)], id: standing.ids.get(at) ?? null, message };
  };
};

/** How many rows have each outcome, duplicates and those still to be sent left out. */
export const countOutcomes = (standing: Standing, words: OutcomeWords): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const [name, word] of Object.entries(words)) if (name !== "open" && name !== "duplicate") counts[word] = 0;
  const doubtful = doubtfulRows(standing, 0);
  for (let at = 0; at < standing.codes.length; at += 1) {
    const name = standingOf(standing, at, doubtful);
    if (name !== "open" && name !== "duplicate") counts[words[name]] = (counts[words[name]] ?? 0) + 1;
  }
  return counts;
};
