import { prefilterTable } from "./generated/prefilter-table.ts";

/** Length of a pattern's text; the characters of ASCII that a match begins with; pieces of which a match holds one, or null if there are none. */
export type PrefilterRow = readonly [length: number, first: string, pieces: string | null];

/** A list of patterns that has rows in the table. */
export type PrefilteredList = "english" | "french" | "german" | "hasty" | "talk";

export const PIECE_BORDER = "|";

/** A text as pieces are looked for in it: without capitals, and with one sign for all digits. */
export const foldText = (text: string): string => text.toLowerCase().replace(/\d/g, "0").replaceAll("ſ", "s");

/**
 * Which patterns of a long list are worth a try on a text, found by one look over it. Most of them hold words that do not stand there; compiling and
 * trying those anyway would take most of the time of a reading.
 *
 * A pattern without a row, or with that of another pattern, is always worth a try.
 */
export class Prefilter {
  readonly #first: readonly (string | null)[];
  readonly #always: readonly number[];
  /** Pieces by their first two characters, with the patterns that each speaks for. */
  readonly #pieces = new Map<string, { piece: string; orders: number[] }[]>();

  constructor(list: PrefilteredList, sources: readonly string[]) {
    const rows = read()[list];
    const isKnown = (order: number) => rows[order]?.[0] === sources[order]?.length;
    this.#first = sources.map((_, order) => (isKnown(order) ? (rows[order]?.[1] ?? null) : null));
    const always: number[] = [];
    const known = new Map<string, number[]>();
    for (const order of sources.keys()) {
      const pieces = isKnown(order) ? (rows[order]?.[2] ?? null) : null;
      if (pieces === null) always.push(order);
      else
        for (const piece of pieces.split(PIECE_BORDER)) {
          const orders = known.get(piece);
          if (orders === undefined) known.set(piece, [order]);
          else orders.push(order);
        }
    }
    for (const [piece, orders] of known) {
      const key = piece.slice(0, 2);
      const others = this.#pieces.get(key);
      if (others === undefined) this.#pieces.set(key, [{ piece, orders }]);
      else others.push({ piece, orders });
    }
    this.#always = always;
  }

  /** The places in the list of those that are worth a try, in order. */
  select(text: string): number[] {
    const folded = foldText(text);
    const chosen = new Set(this.#always);
    for (let at = 0; at + 1 < folded.length; at += 1)
      for (const { piece, orders } of this.#pieces.get(folded.slice(at, at + 2)) ?? [])
        if (folded.startsWith(piece, at)) for (const order of orders) chosen.add(order);
    return [...chosen].sort((a, b) => a - b);
  }

  /** Whether a match of a pattern can begin with this character. */
  mayBegin(order: number, character: string): boolean {
    const first = this.#first[order] ?? null;
    return first === null || character > "\u007f" || first.includes(character);
  }
}

type Table = Readonly<Record<PrefilteredList, readonly PrefilterRow[]>>;
let table: Table | undefined;
const read = (): Table => {
  table ??= JSON.parse(prefilterTable) as Table;
  return table;
};
