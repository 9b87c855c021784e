/** Short pieces are looked up by their first two characters, others by four. */
const FEW = 2;
const SOME = 4;
/** More than four times as many as the longest list has: few of them share a place. */
const HEADS = 1 << 13;

/**
 * Pieces of text, each with the patterns that it speaks for: their places in a list. All of it stands in two tables of numbers, because every place of every
 * text is looked up: lists and strings lie all over the memory, and reading them there takes several times as long.
 */
export class Pieces {
  /** For each head where its pieces stand in the other table; 0 if no piece begins with it. */
  readonly #heads = new Uint32Array(HEADS);
  /** For each head how many pieces follow, and for each of them: its length, how many patterns, its characters, the patterns. */
  readonly #table: Uint16Array;

  constructor(patternsOf: ReadonlyMap<string, readonly number[]>) {
    const byHead = new Map<number, string[]>();
    for (const piece of patternsOf.keys()) {
      const head = headOf(piece, 0, piece.length < SOME ? FEW : SOME);
      byHead.set(head, [...(byHead.get(head) ?? []), piece]);
    }
    const table = [0];
    for (const [head, pieces] of byHead) {
      this.#heads[head] = table.length;
      table.push(pieces.length);
      for (const piece of pieces) {
        const patterns = patternsOf.get(piece) ?? [];
        table.push(piece.length, patterns.length, ...charactersOf(piece), ...patterns);
      }
    }
    this.#table = Uint16Array.from(table);
  }

  /** Writes 1 for each pattern of each piece that stands in a text. */
  mark(text: string, marks: Uint8Array): void {
    for (let at = 0; at + FEW <= text.length; at += 1) {
      this.#markAt(text, at, headOf(text, at, FEW), marks);
      if (at + SOME <= text.length) this.#markAt(text, at, headOf(text, at, SOME), marks);
    }
  }

  #markAt(text: string, at: number, head: number, marks: Uint8Array): void {
    const table = this.#table;
    let place = this.#heads[head] ?? 0;
    if (place === 0) return;
    let left = table[place] ?? 0;
    for (place += 1; left > 0; left -= 1) {
      const characters = place + 2;
      const patterns = characters + (table[place] ?? 0);
      const end = patterns + (table[place + 1] ?? 0);
      let next = characters;
      while (next < patterns && text.charCodeAt(at + next - characters) === table[next]) next += 1;
      if (next === patterns) for (; next < end; next += 1) marks[table[next] ?? 0] = 1;
      place = end;
    }
  }
}

/** A number for the characters at a place; others may have the same. */
const headOf = (text: string, at: number, length: number): number => {
  let head = 0;
  for (let next = at; next < at + length; next += 1) head = Math.imul(head, 31) + text.charCodeAt(next);
  return head & (HEADS - 1);
};

const charactersOf = (text: string): number[] => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
