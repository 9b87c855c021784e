import { displayWidth } from "./display-width.ts";
import { isPath, NARROWEST_PATH, wholeWidth } from "./whole.ts";

/** A table as text: heads, and rows of as many cells. */
export interface Cells {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Columns between two cells. */
export const GAP = 2;
/** Narrower than this, a cell says nothing. */
const NARROWEST = 6;

/** The columns of a table and how wide each is, decided once for all pages. */
export interface Layout {
  /** Which columns are shown, by position. */
  readonly columns: readonly number[];
  readonly widths: readonly number[];
  /** Columns that stand below each row, because they cannot be cut and have no room in it. */
  readonly below: readonly number[];
  /** False: the terminal is too narrow for a table, and each row is shown as lines. */
  readonly isTable: boolean;
}

/** As many columns say what a table is about: names are shortened before another of them goes. */
const FEW = 4;
const SHORT_NAME = 12;
/** A longer word may be broken where cells are wrapped. */
const LONG_WORD = 16;
/** Words are wrapped to no narrower column than this before another column goes. */
const READABLE = 24;
/** What cannot be cut and takes more than this part of the room stands below its row; where the other cells are wrapped, they need more of it. */
const MOST_OF_ROOM = 0.6;
const MOST_BESIDE_TEXT = 0.4;

interface LayoutOptions {
  /** Positions of columns: those that are not in it go first, then the last of it. */
  readonly importance?: readonly number[] | undefined;
  /** True: cells are wrapped, not cut, so that words need room. */
  readonly wraps?: boolean;
}

/**
 * Decides how a table fits a terminal of this width: paths are shortened in their middle if that is enough, opaque ids go first, names and addresses last.
 * What people copy is never cut otherwise: it goes, or stands below its row.
 */
export const layOut = ({ heads, rows }: Cells, width: number, { importance = [], wraps = false }: LayoutOptions = {}): Layout => {
  const facts = heads.map((head, at): ColumnFacts => {
    const values = rows.map((row) => row[at] ?? "");
    const whole = Math.max(0, ...values.map((value) => wholeWidth(head, value)));
    const rank = rankOf(head, values);
    const words = wraps ? Math.max(0, ...[head, ...values].flatMap((text) => text.split(" ").map(displayWidth))) : 0;
    return {
      natural: Math.max(displayWidth(head), ...values.map(displayWidth)),
      whole,
      least: Math.max(whole, Math.min(words, LONG_WORD)),
      rank,
      stays: whole > 0 && (rank > 0 || importance.includes(at)),
      wraps,
    };
  });
  const widest = (columns: readonly number[]) =>
    columns.filter((at) => facts[at]?.stays === true).sort((a, b) => (facts[b]?.whole ?? 0) - (facts[a]?.whole ?? 0))[0];
  const paths = wraps ? [] : heads.map((_, at) => at).filter((at) => isLongPath(heads[at] ?? "", rows, at));
  const shortened = shortenPaths(facts, width, paths);
  if (shortened !== null) return shortened;
  // No other column is cut for a path.
  const below = heads.length - paths.length > 1 ? [...paths] : [];
  for (;;) {
    const tried = fit(facts, width, importance, below);
    const columns = heads.map((_, at) => at).filter((at) => !below.includes(at));
    const isCrowded = columns.reduce((sum, at) => sum + (facts[at]?.natural ?? 0), 0) + GAP * (columns.length - 1) > width;
    const wide = widest(columns.filter((at) => (facts[at]?.whole ?? 0) > width * (wraps ? MOST_BESIDE_TEXT : MOST_OF_ROOM)));
    const gone = widest(importance.slice(0, FEW).filter((at) => columns.includes(at) && !tried.columns.includes(at)));
    const isWhole = tried.isTable && (!wraps || tried.columns.length === columns.length);
    const next = isCrowded && wide !== undefined ? wide : (gone ?? (isWhole ? undefined : widest(columns)));
    // A single column with everything below it is no table: then each row is shown as lines.
    if (next === undefined || columns.length <= 2) return tried.isTable ? tried : { ...fit(facts, width, importance, []), isTable: false };
    below.push(next);
    below.sort((a, b) => a - b);
  }
};

/** Whether a column holds nothing but paths, one of which can be shortened. */
const isLongPath = (head: string, rows: Cells["rows"], at: number): boolean => {
  const filled = rows.map((row) => row[at] ?? "").filter((value) => value !== "" && value !== "-");
  return filled.every((value) => isPath(head, value)) && filled.some((value) => displayWidth(value) > NARROWEST_PATH);
};

/** All columns in one row, paths shortened as far as need be; null if that is not enough, or nothing needs to be shortened. */
const shortenPaths = (facts: readonly ColumnFacts[], width: number, paths: readonly number[]): Layout | null => {
  const widths = facts.map(({ natural }) => natural);
  const isCrowded = () => widths.reduce((sum, each) => sum + each, 0) + GAP * (widths.length - 1) > width;
  const widest = () => paths.reduce((a, b) => ((widths[b] ?? 0) > (widths[a] ?? 0) ? b : a));
  while (isCrowded()) {
    const at = paths.length === 0 ? undefined : widest();
    if (at === undefined || (widths[at] ?? 0) <= NARROWEST_PATH) return null;
    widths[at] = (widths[at] ?? 0) - 1;
  }
  return { columns: facts.map((_, at) => at), widths, below: [], isTable: true };
};

interface ColumnFacts {
  readonly natural: number;
  /** The widest part that cannot be cut. */
  readonly whole: number;
  /** Narrower than this it is never made. */
  readonly least: number;
  readonly rank: 0 | 1 | 2 | 3;
  /** It has a part that cannot be cut, and is not just an opaque id: rather than go, it stands below its row. */
  readonly stays: boolean;
  /** A cell that does not fit goes on in the next line, and loses nothing. */
  readonly wraps: boolean;
}

const fit = (facts: readonly ColumnFacts[], width: number, importance: readonly number[], below: readonly number[]): Layout => {
  const columns = facts.map((_, at) => at).filter((at) => !below.includes(at));
  const widths = facts.map(({ natural }) => natural);
  const room = () => width - GAP * (columns.length - 1);
  const used = () => columns.reduce((sum, at) => sum + (widths[at] ?? 0), 0);
  const named = importance.filter((at) => columns.includes(at));
  const leaving = importance.length === 0 ? [] : [...columns.filter((at) => !named.includes(at)), ...named.toReversed()];
  const leave = (at: number) => columns.splice(columns.indexOf(at), 1);
  const shorten = (isShortened: (at: number) => boolean, least: number) => {
    const widest = columns
      .filter((at) => isShortened(at) && (widths[at] ?? 0) > Math.max(least, facts[at]?.least ?? 0))
      .sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
    if (widest !== undefined) widths[widest] = (widths[widest] ?? 0) - 1;
    return widest !== undefined;
  };
  const natural = () => {
    for (const at of columns) widths[at] = facts[at]?.natural ?? 0;
  };
  for (const at of leaving) {
    while (used() > room() && shorten((each) => facts[each]?.wraps === true, READABLE));
    while (used() > room() && columns.length <= FEW && shorten((each) => facts[each]?.rank === 2, SHORT_NAME));
    if (used() <= room()) break;
    // Where there is more room again, words take it.
    natural();
    if (columns.length > 1) leave(at);
  }
  // What is cut to a part of a time or a number says nothing: then each row is shown as lines.
  for (const rank of [0, 1, 2]) {
    while (used() > room()) {
      if (rank > 0 && shorten((at) => facts[at]?.rank === rank, NARROWEST)) continue;
      const dropped = rank < 2 && columns.length > 1 ? columns.findLast((at) => facts[at]?.rank === rank) : undefined;
      if (dropped === undefined) break;
      leave(dropped);
    }
  }
  return { columns, widths: columns.map((at) => widths[at] ?? 0), below, isTable: used() <= room() };
};

/** As tables show times: a date and an hour, which say nothing if either is cut. */
const TIME = /^\w{3} \d{4}-\d{2}-\d{2} \d{2}:\d{2}/;

const NUMBER = /^\d{9,12}$/;

/** What goes first when room is short: 0 opaque ids, 1 facts, 2 names and addresses, 3 times, and numbers that people type on. */
const rankOf = (head: string, values: readonly string[]): ColumnFacts["rank"] => {
  const filled = values.filter((value) => value !== "" && value !== "-");
  if (filled.length > 0 && filled.every((value) => TIME.test(value))) return 3;
  if (/(^|_|\.)(id|uuid)$/.test(head)) return filled.length > 0 && filled.every((value) => NUMBER.test(value)) ? 3 : 0;
  const isCopied = filled.length > 0 && filled.every((value) => wholeWidth(head, value) === displayWidth(value));
  return isCopied || /name|topic|email|question|answer|title|registrant/.test(head) ? 2 : 1;
};
