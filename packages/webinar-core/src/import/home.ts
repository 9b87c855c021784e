import { type Clock, fileStore, type Store } from "@zoom-webinar/foundation";
import { realDisk } from "../files/disk.ts";
import type { ImportHome } from "../operation/import-home.ts";
import { importsFolderOf } from "./journal/import-folders.ts";

/**
 * Imports in a state folder. Locks are those of the session's store; where that is only this process's memory, files beside the imports keep other processes
 * out.
 */
export const importHome = (stateFolder: string, { store, clock }: { store: Store | undefined; clock: Clock }): ImportHome => ({
  folder: importsFolderOf(stateFolder),
  disk: realDisk,
  store: store ?? fileStore({ folder: stateFolder, clock }),
});
