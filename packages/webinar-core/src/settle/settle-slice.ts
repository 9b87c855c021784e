import { settleWrite } from "./settle-write.ts";
import type { SettleContext, SettledWrite } from "./settled-write.ts";

/** A write about several people at once, none of whom shows its effect yet. */
export interface SliceWrite<Item> extends Pick<SettledWrite<readonly Item[]>, "operation" | "what" | "identity" | "where"> {
  send(): Promise<unknown>;
  /** Those who show the effect by now. */
  doneOf(): Promise<readonly Item[]>;
}

/**
 * Does a write about several people as `settleWrite` does one. Returns those whose result is unknown; empty: all were done. Throws
 * `AmbiguousError` if that holds for all. Zoom's word that it was done is enough: nothing in its answer is needed.
 */
export const settleSlice = async <Item>(slice: readonly Item[], write: SliceWrite<Item>, context: SettleContext): Promise<readonly Item[]> => {
  const find = async () => {
    const done = await write.doneOf();
    if (done.length === 0) return [];
    const open = slice.filter((item) => !done.includes(item));
    return [{ id: "slice", label: `${done.length} of ${slice.length}`, isPartial: open.length > 0, adopt: async () => open }];
  };
  const send = async (): Promise<readonly Item[]> => {
    await write.send();
    return [];
  };
  return (await settleWrite({ ...write, send, idOf: () => null, find, unread: () => [] }, context)).result;
};
