import { hash } from "node:crypto";
import type { RowKey } from "./row-keys.ts";
import { textSet } from "./text-set.ts";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Short, because a list may have a hundred thousand rows. */
const digestOf = (row: unknown): string => hash("sha1", JSON.stringify(row) ?? "", "base64url").slice(0, 16);

/** The key of a row by its own fields; null if it lacks the first of them. */
const fieldKeyOf = ({ fields: [first, ...rest] }: RowKey): ((row: unknown) => string | null) => {
  return (row) => {
    if (!isRecord(row)) return null;
    const own = row[first];
    if (typeof own !== "string" || own === "") return null;
    let key = own;
    for (const field of rest) key += `\n${row[field] ?? ""}`;
    return key;
  };
};

/** The rows of a list that were there before. */
export interface SeenRows {
  /** True after `startAnew`: pages come again, and most of their rows are known. */
  readonly isRepeating: boolean;
  /** From here on the list is read from its first page again. */
  startAnew(): void;
  /** Those of a page's rows that are new; the same array if all are. */
  newOf<Row>(rows: readonly Row[]): readonly Row[];
}

/**
 * Remembers the rows of a list. Rows with a unique key are new once. Others (the same person may join a webinar twice) are counted: after a fresh start
 * as many of a kind are left out as there were before. The counting itself waits for a fresh start, because most lists need none.
 */
export const seenRows = (key: RowKey | null): SeenRows => {
  const fieldKey = key === null ? () => null : fieldKeyOf(key);
  const isUnique = key?.isUnique === true;
  const unique = textSet();
  /** The keys of the rows of each page that are counted, as one text: the rows themselves can go. */
  const given: string[] = [];
  let left = new Map<string, number>();
  let isRepeating = false;

  /** Notes the keys of new rows that are counted in `counted`. */
  const isNew = (row: unknown, counted: string[]): boolean => {
    const known = fieldKey(row);
    if (isUnique && known !== null) return unique.add(known);
    const own = known ?? digestOf(row);
    const skip = isRepeating ? (left.get(own) ?? 0) : 0;
    if (skip > 0) left.set(own, skip - 1);
    else counted.push(own);
    return skip === 0;
  };
  return {
    get isRepeating() {
      return isRepeating;
    },
    startAnew: () => {
      isRepeating = true;
      left = new Map();
      for (const page of given) {
        const keys: readonly string[] = JSON.parse(page);
        for (const own of keys) left.set(own, (left.get(own) ?? 0) + 1);
      }
    },
    newOf: (rows) => {
      const counted: string[] = [];
      const fresh = rows.filter((row) => isNew(row, counted));
      if (counted.length > 0) given.push(JSON.stringify(counted));
      return fresh.length === rows.length ? rows : fresh;
    },
  };
};
