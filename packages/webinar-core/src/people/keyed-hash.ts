import { createHmac, randomBytes } from "node:crypto";
import type { Store } from "@zoom-webinar/foundation";
import type { OperationContext } from "../operation/operation.ts";

/** Turns what identifies a person into a name that says nothing to whoever lacks this machine's key. */
export interface KeyedHash {
  /** 22 characters; the same text gives the same name on this machine, as long as its key is kept. */
  of(text: string): string;
}

/** Where a session keeps what outlasts it: a program without its own store still has a state folder, where its rows keep their names. */
export const lastingStore = ({ imports, store }: Pick<OperationContext, "imports" | "store">): Store => imports?.store ?? store;

const KEY = "people:key";
const KEY_BYTES = 32;
const NAME_LENGTH = 22;

const hashBy = (value: string): KeyedHash => {
  const key = Buffer.from(value, "base64");
  return { of: (text) => createHmac("sha256", key).update(text).digest("base64url").slice(0, NAME_LENGTH) };
};

const newKey = (): string => randomBytes(KEY_BYTES).toString("base64");

/** The key of this machine, made at its first use. Throws `StorageError`. */
export const keyedHash = async (store: Store): Promise<KeyedHash> => hashBy(((await store.get(KEY)) ?? (await makeKey(store))).value);

/** The same for whoever only looks: a machine that has no key yet gets none, and nothing there has a name of this one's. Throws `StorageError`. */
export const keyedHashToLook = async (store: Store): Promise<KeyedHash> => hashBy((await store.get(KEY))?.value ?? newKey());

const makeKey = async (store: Store) => {
  const value = newKey();
  const isOurs = await store.compareAndSet(KEY, null, value);
  // Another process was first: its key counts.
  return isOurs ? { value } : ((await store.get(KEY)) ?? { value });
};
