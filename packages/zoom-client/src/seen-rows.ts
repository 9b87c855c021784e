import { createHash } from "node:crypto";
import { idSet } from "./id-set.ts";

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Short, since there may be a hundred thousand of them. */
const digest = (row: unknown): string => createHash("sha1").update(JSON.stringify(row)).digest("base64url").slice(0, 16);

/** A page without the rows that were there before. */
export interface Filtered<Reply> {
  fresh: Reply;
  hasNews: boolean;
}

/**
 * Remembers the rows of a list. With unique ids a row is known by its id, and never given twice. Without them (the same person may have joined a webinar
 * twice) a row is known by all its content, and counted: only after a fresh start as many of a kind are left out as were given before.
 */
export const rowFilter = (items: string | null, uniqueIds: boolean) => {
  const ids = idSet();
  const given = new Map<string, number>();
  let left = new Map<string, number>();
  let isRepeating = false;

  const isNew = (row: unknown): boolean => {
    const id = uniqueIds && isRecord(row) ? row.id : undefined;
    if (typeof id === "string" && id !== "") return ids.add(id);
    const key = digest(row);
    const before = given.get(key) ?? 0;
    const skip = left.get(key) ?? 0;
    if (skip > 0) {
      left.set(key, skip - 1);
      return false;
    }
    given.set(key, before + 1);
    return true;
  };
  return {
    get isRepeating() {
      return isRepeating;
    },
    /** From here on the list is read from its first page again. */
    startAnew: (): void => {
      isRepeating = true;
      left = new Map(given);
    },
    filter: <Reply>(reply: Reply): Filtered<Reply> => {
      const rows = items !== null && isRecord(reply) ? reply[items] : undefined;
      if (items === null || !Array.isArray(rows)) return { fresh: reply, hasNews: true };
      const news = rows.filter(isNew);
      return { fresh: news.length === rows.length ? reply : { ...reply, [items]: news }, hasNews: news.length > 0 };
    },
  };
};
