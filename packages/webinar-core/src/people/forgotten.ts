import type { Store } from "@zoom-webinar/foundation";

const FORGOTTEN = "people:forgotten";

const read = (value: string | undefined): string[] => (value === undefined ? [] : (JSON.parse(value) as string[]));

/** The people whom `data forget` took out, by the keyed hash of their address. */
export const readForgotten = async (store: Store): Promise<ReadonlySet<string>> => new Set(read((await store.get(FORGOTTEN))?.value));

/** Notes a person as forgotten: from then on no export holds them. */
export const noteForgotten = async (store: Store, hash: string): Promise<void> => {
  for (;;) {
    const stored = await store.get(FORGOTTEN);
    const hashes = new Set(read(stored?.value)).add(hash);
    if (await store.compareAndSet(FORGOTTEN, stored?.version ?? null, JSON.stringify([...hashes].sort()))) return;
  }
};
