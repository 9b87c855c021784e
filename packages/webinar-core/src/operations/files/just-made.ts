import { createHash } from "node:crypto";
import type { OperationContext } from "../../operation/operation.ts";

/** Zoom's lists may lag behind its writes; a minute is the lag that settling an unanswered write starts from. */
const TTL_MS = 60_000;

type Made = Pick<OperationContext, "store">;

const keyOf = (parts: readonly string[]): string => `files:made:${createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32)}`;

/**
 * True if this was made less than a minute ago: an apply that was killed right after Zoom's answer is run again before Zoom's list shows what it made.
 * `parts` is what it is known by.
 */
export const wasJustMade = async ({ store }: Made, parts: readonly string[]): Promise<boolean> =>
  (await store.get(keyOf(parts)).catch(() => null)) !== null;

/** Notes that this was made. A store that fails costs the note, never the call. */
export const noteMade = async ({ store }: Made, parts: readonly string[]): Promise<void> => {
  await store.set(keyOf(parts), "made", { ttlMs: TTL_MS }).catch(() => {});
};

/** What was removed may be made again at once. */
export const forgetMade = async ({ store }: Made, parts: readonly string[]): Promise<void> => {
  await store.delete(keyOf(parts)).catch(() => {});
};
