import { prefilterTable } from "./generated/prefilter-table.ts";

/** Length of a pattern's text; the characters of ASCII that a match begins with; pieces of which a match holds one, or null if there are none. */
export type PrefilterRow = readonly [length: number, first: string, pieces: string | null];

/** A list of patterns that has rows in the table. */
export type PrefilteredList = "english" | "french" | "german" | "hasty" | "talk";

export const PIECE_BORDER = "|";

/** A text as pieces are looked for in it: without capitals, and with one sign for all digits. */
export const foldText = (text: string): string => text.toLowerCase().replace(/\d/g, "0").replaceAll("ſ", "s");

interface Entry<Item> {
  readonly order: number;
  readonly item: Item;
  /** The characters of ASCII that a match begins with; null: any. */
  readonly first: string | null;
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

  /** Those that are worth a try, in the order of the list. */
  select(text: string): Entry<Item>[] {
    // The table is read when the first text is: most programs never read one.
    this.#index ??= indexOf(this.#list, this.#items);
    const { always, byStart } = this.#index;
    const folded = foldText(text);
    const chosen = new Set(always);
    for (let at = 0; at + 1 < folded.length; at += 1)
      for (const { piece, entries } of byStart.get(folded.slice(at, at + 2)) ?? [])
        if (folded.startsWith(piece, at)) for (const entry of entries) chosen.add(entry);
    return [...chosen].sort((a, b) => a.order - b.order);
  }
}

/** Whether a match of a pattern can begin with this character. */
export const mayBegin = ({ first }: Pick<Entry<unknown>, "first">, character: string): boolean =>
  first === null || character > "\u007f" || first.includes(character);

interface Index<Item> {
  readonly always: readonly Entry<Item>[];
  /** Pieces by their first two characters, with the patterns that each speaks for. */
  readonly byStart: ReadonlyMap<string, { piece: string; entries: Entry<Item>[] }[]>;
}

const indexOf = <Item extends { readonly source: string }>(list: PrefilteredList, items: readonly Item[]): Index<Item> => {
  const rows = read()[list];
  const always: Entry<Item>[] = [];
  const byPiece = new Map<string, Entry<Item>[]>();
  for (const [order, item] of items.entries()) {
    const row = rows[order];
    const [, first, pieces] = row?.[0] === item.source.length ? row : [0, null, null];
    const entry = { order, item, first };
    if (pieces === null) always.push(entry);
    else for (const piece of pieces.split(PIECE_BORDER)) append(byPiece, piece, entry);
  }
  const byStart: Map<string, { piece: string; entries: Entry<Item>[] }[]> = new Map();
  for (const [piece, entries] of byPiece) append(byStart, piece.slice(0, 2), { piece, entries });
  return { always, byStart };
};

const append = <Value>(lists: Map<string, Value[]>, key: string, value: Value): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
};

type Table = Readonly<Record<PrefilteredList, readonly PrefilterRow[]>>;
let table: Table | undefined;
const read = (): Table => {
  table ??= JSON.parse(prefilterTable) as Table;
  return table;
};
