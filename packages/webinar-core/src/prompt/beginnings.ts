/**
 * What the patterns of a list can begin with: folded ASCII, up to three characters each, fewer if anything may follow them. Trying a pattern at a place where
 * it cannot begin takes longer than this look.
 */
import { keepUpTo } from "./keep.ts";

/** Characters of the longest beginning that is known. */
export const LONGEST = 3;
/** Beyond ASCII: no beginning holds it. */
const BORDER = "¦";

/** As one text: those of three characters that begin with the same two stand together, "jan" and "jar" as "janr". */
export const writeBeginnings = (beginnings: readonly string[]): string => {
  const byTwo = new Map<string, string>();
  for (const one of beginnings) byTwo.set(one.slice(0, 2), (byTwo.get(one.slice(0, 2)) ?? "") + one.slice(2));
  return [...byTwo].map(([two, thirds]) => two + thirds).join(BORDER);
};

const readBeginnings = (written: string): string[] =>
  written.split(BORDER).flatMap((piece) => (piece.length < LONGEST ? [piece] : [...piece.slice(2)].map((third) => piece.slice(0, 2) + third)));

/** Characters of ASCII. */
const KNOWN = 128;
/** A digit for each of them, and one for none. */
const BASE = KNOWN + 1;
/** Heads that are kept; a text has few, and most texts have the same. */
const MOST_KEPT = 2000;

/** Which of several lists fit what stands at a place of a text. */
export class Beginnings {
  readonly #count: number;
  /** Lists by each of their beginnings. */
  readonly #lists = new Map<string, number[]>();
  readonly #keptFit = keepUpTo(MOST_KEPT, (head: number) => this.#fit(readHead(head)));

  constructor(written: readonly string[]) {
    this.#count = written.length;
    for (const [list, text] of written.entries())
      for (const one of readBeginnings(text)) {
        const lists = this.#lists.get(one);
        if (lists === undefined) this.#lists.set(one, [list]);
        else lists.push(list);
      }
  }

  /** For each list whether a match may begin at this place of a text that is folded: 1, or 0 if it cannot. */
  at(folded: string, at: number): Uint8Array {
    return this.#keptFit(headOf(folded, at));
  }

  #fit(known: string): Uint8Array {
    const fitting = new Uint8Array(this.#count);
    for (let length = 1; length <= known.length; length += 1) for (const list of this.#lists.get(known.slice(0, length)) ?? []) fitting[list] = 1;
    // nothing is known of what stands behind: a beginning may go on with it
    if (known.length < LONGEST) for (const [one, lists] of this.#lists) if (one.startsWith(known)) for (const list of lists) fitting[list] = 1;
    if (known === "") fitting.fill(1);
    return fitting;
  }
}

/** The characters at a place, up to the first that is not ASCII, as a number: it is looked up faster than a text. */
const headOf = (folded: string, at: number): number => {
  let head = 0;
  for (let next = at; next < at + LONGEST && folded.charCodeAt(next) < KNOWN; next += 1) head = head * BASE + folded.charCodeAt(next) + 1;
  return head;
};
const readHead = (head: number): string => (head === 0 ? "" : readHead(Math.floor(head / BASE)) + String.fromCharCode((head % BASE) - 1));
