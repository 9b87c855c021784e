import { Beginnings } from "./beginnings.ts";
import { prefilterTable } from "./generated/prefilter-table.ts";
import { Pieces } from "./pieces.ts";

/** Length of a pattern's text; which list says what a match begins with, null if it is not known; pieces of which a match holds one, or null if there are none. */
type PrefilterRow = readonly [length: number, beginnings: number | null, pieces: string | null];

type Tongue = "english" | "french" | "german";
/** A list of patterns that has rows in the table. */
export type PrefilteredList = Tongue | `${Tongue} frames` | "hasty" | "talk";

export const PIECE_BORDER = "|";

/** A text as pieces are looked for in it: without capitals, and with one sign for all digits. Each character keeps its place. */
export const foldText = (text: string): string => lowerInPlace(text).replace(/\d/g, "0").replaceAll("ſ", "s");
/** "İ" is two characters in small letters, and stays. */
const lowerInPlace = (text: string): string => {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : text.replace(/./gsu, (char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char));
};

interface Entry<Item> {
  readonly order: number;
  readonly item: Item;
  /** Which of the lists says what a match begins with; null: anything. */
  readonly beginnings: number | null;
}

/**
 * Which patterns of a long list are worth a try on a text, found by one look over it. Most of them hold words that do not stand there; compiling and
 * trying those anyway would take most of the time of a reading.
 *
 * A pattern is always worth a try if its row is missing, or is of a text of another length. That each row is the pattern's own, a test checks.
 */
export class Prefilter<Item extends { readonly source: string }> {
  readonly #list: PrefilteredList;
  readonly #items: readonly Item[];
  #index: Index<Item> | undefined;

  constructor(list: PrefilteredList, items: readonly Item[]) {
    this.#list = list;
    this.#items = items;
  }

  /** Those that are worth a try on a text that is folded, in the order of the list. */
  select(folded: string): Entry<Item>[] {
    const { always, chosen, pieces, entries } = this.#read();
    chosen.set(always);
    pieces.mark(folded, chosen);
    const selected: Entry<Item>[] = [];
    for (let order = 0; order < chosen.length; order += 1) {
      const entry = chosen[order] === 1 ? entries[order] : undefined;
      if (entry !== undefined) selected.push(entry);
    }
    return selected;
  }

  /** What can begin at a place of a text that is folded, for `mayBegin`. */
  fitting(folded: string, at: number): Uint8Array {
    return this.#read().beginnings.at(folded, at);
  }

  /** The table is read when the first text is: most programs never read one. */
  #read(): Index<Item> {
    this.#index ??= indexOf(this.#list, this.#items);
    return this.#index;
  }
}

/** Whether a match of a pattern can begin at a place. */
export const mayBegin = ({ beginnings }: Pick<Entry<unknown>, "beginnings">, fitting: Uint8Array): boolean =>
  beginnings === null || fitting[beginnings] === 1;

interface Index<Item> {
  readonly beginnings: Beginnings;
  /** In the order of the list. */
  readonly entries: readonly Entry<Item>[];
  /** For each entry 1 if nothing is known of it. */
  readonly always: Uint8Array;
  /** For each entry 1 if it is worth a try on the text that is looked at. Kept from text to text, because it is slow to make. */
  readonly chosen: Uint8Array;
  readonly pieces: Pieces;
}

const indexOf = <Item extends { readonly source: string }>(list: PrefilteredList, items: readonly Item[]): Index<Item> => {
  const { rows: all, beginnings } = read();
  const rows = all[list];
  const places = [...new Set(rows.flatMap(([, place]) => place ?? []))];
  const placeOf = new Map(places.map((place, at) => [place, at]));
  const always = new Uint8Array(items.length);
  const byPiece = new Map<string, number[]>();
  const entries = items.map((item, order) => {
    const row = rows[order];
    const [, place, pieces] = row?.[0] === item.source.length ? row : [0, null, null];
    if (pieces === null) always[order] = 1;
    else for (const piece of pieces.split(PIECE_BORDER)) append(byPiece, piece, order);
    return { order, item, beginnings: place === null ? null : (placeOf.get(place) ?? null) };
  });
  return {
    entries,
    always,
    chosen: always.slice(),
    pieces: new Pieces(byPiece),
    beginnings: new Beginnings(places.map((place) => beginnings[place] ?? "")),
  };
};

const append = <Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
};

interface Table {
  readonly beginnings: readonly string[];
  readonly rows: Readonly<Record<PrefilteredList, readonly PrefilterRow[]>>;
}
let table: Table | undefined;
const read = (): Table => {
  table ??= JSON.parse(prefilterTable) as Table;
  return table;
};
