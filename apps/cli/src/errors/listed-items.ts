import { isRows, type Row } from "../output/shape.ts";

/** As many are shown one by one. */
const MOST_SHOWN = 10;
/** Of many with one fate, so many are named. */
const MOST_NAMED = 5;

/** What the message counts, and nobody has to look at. */
const COUNTED: readonly unknown[] = ["done", "skipped", "not_tried"];

const nameOf = ({ email, registrant, id }: Row): string => String(email ?? registrant ?? id ?? "?");

const countOf = (rows: readonly Row[], fate: Row): Row => {
  const names = rows.slice(0, MOST_NAMED).map(nameOf).join(", ");
  const more = rows.length - MOST_NAMED;
  return { ...fate, count: rows.length, who: more > 0 ? `${names} and ${more} more` : names };
};

/** What became of each item, for a terminal: of many, only those that failed or of which nobody knows, those with one fate together. */
export const listedItems = (items: unknown): unknown => {
  if (!isRows(items) || items.length <= MOST_SHOWN || items.some(({ outcome }) => outcome === undefined)) return items;
  const fates = new Map<string, { fate: Row; rows: Row[] }>();
  for (const row of items) {
    const { outcome, message } = row;
    if (COUNTED.includes(outcome)) continue;
    const key = JSON.stringify([outcome, message]);
    const known = fates.get(key) ?? { fate: { outcome, message }, rows: [] };
    known.rows.push(row);
    fates.set(key, known);
  }
  return [...fates.values()].map(({ fate, rows }) => countOf(rows, fate));
};
