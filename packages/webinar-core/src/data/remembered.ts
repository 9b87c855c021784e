import { lstat } from "node:fs/promises";
import { errnoOf, type Store } from "@zoom-webinar/foundation";
import type { Trail } from "./jobs.ts";

/** What stays of an import or an export whose notes are gone: where its files are, and what they are of. */
export type Remembered = Pick<Trail, "importId" | "webinar" | "world" | "role" | "files" | "source">;

const KEY = "files:elsewhere";

const read = (value: string | undefined): Remembered[] => (value === undefined ? [] : (JSON.parse(value) as Remembered[]));

/** The imports and exports whose notes are gone, each while a file of it is there. */
export const readRemembered = async (store: Store): Promise<Remembered[]> => read((await store.get(KEY))?.value);

/** The files elsewhere of an import or an export, with the one that it read. */
export const pathsIn = ({ files, source }: Pick<Trail, "files" | "source">): string[] => [...files, ...(source === null ? [] : [source])];

/** Whether there is anything of this name. What cannot be looked at may still be there. */
export const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    (error: unknown) => errnoOf(error) !== "ENOENT",
  );

/** The same without files that are gone; null if none is left. */
const whatIsThere = async (one: Remembered): Promise<Remembered | null> => {
  const { importId, webinar, world, role } = one;
  const there: string[] = [];
  for (const path of pathsIn(one)) if (await isThere(path)) there.push(path);
  const source = one.source !== null && there.includes(one.source) ? one.source : null;
  const files = one.files.filter((path) => there.includes(path));
  return there.length === 0 ? null : { importId, webinar, world, role, files, source };
};

/** Remembers where the files of these are, before their notes go, and takes out files that are gone. */
export const remember = async (store: Store, jobs: readonly Remembered[]): Promise<void> => {
  for (;;) {
    const stored = await store.get(KEY);
    const there = (await Promise.all([...read(stored?.value), ...jobs].map(whatIsThere))).filter((one) => one !== null);
    const value = `[${[...new Set(there.map((one) => JSON.stringify(one)))].join(",")}]`;
    if (value === (stored?.value ?? "[]") || (await store.compareAndSet(KEY, stored?.version ?? null, value))) return;
  }
};
