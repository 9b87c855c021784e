/** A result beyond this fills a model's context with one answer; clients cut it anywhere. */
export const MOST_RESULT_BYTES = 50_000;

/** An output that fits, and how many rows it was relieved of. */
export interface Capped {
  readonly output: Record<string, unknown>;
  readonly kept: number;
  readonly left: number;
}

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? "");

/** The list that makes an output large: the operation's own rows, else the largest list at the top. */
const longestList = (output: Record<string, unknown>, rows: string | undefined): string | null => {
  if (rows !== undefined && Array.isArray(output[rows])) return rows;
  const lists = Object.entries(output).filter(([, value]) => Array.isArray(value) && value.length > 1);
  return lists.sort(([, a], [, b]) => bytes(b) - bytes(a))[0]?.[0] ?? null;
};

/** If Zoom gives the list in pages, rows that are left out make the page itself incomplete. */
const unfinished = (output: Record<string, unknown>) => ({ ...("next_page_token" in output ? { next_page_token: null } : {}), complete: false });

/**
 * The output with as many whole rows as fit; null if it fits as it is or has no rows to leave out. `complete` is false then, and `next_page_token` null:
 * Zoom's token stands after the last row that was read, so it would skip those that are left out. With `skips`, the list is ours: the next call skips the
 * rows that this one had, and `complete` keeps its own meaning.
 */
export const capRows = (
  output: Record<string, unknown>,
  rows: string | undefined,
  mostBytes: number = MOST_RESULT_BYTES,
  skips?: string,
): Capped | null => {
  if (bytes(output) <= mostBytes) return null;
  const list = longestList(output, rows);
  if (list === null) return null;
  const all = output[list] as unknown[];
  let room = mostBytes - bytes({ ...output, [list]: [] });
  let kept = 0;
  for (const row of all) {
    room -= bytes(row) + 1;
    if (room < 0) break;
    kept += 1;
  }
  return {
    output: { ...output, [list]: all.slice(0, kept), ...(skips === undefined ? unfinished(output) : {}) },
    kept,
    left: all.length - kept,
  };
};
