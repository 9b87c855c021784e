import { type Clock, fileStore, type Store } from "@zoom-webinar/foundation";
import { type Disk, realDisk } from "./journal/disk.ts";
import { importsIn } from "./journal/shelf.ts";

/** Where imports are kept. */
export interface ImportHome {
  /** Each import has a folder in it. */
  folder: string;
  disk: Disk;
  /** Whose locks say who runs which import. */
  store: Store;
}

/**
 * Imports in a state folder. Locks are those of the session's store; where that is only this process's memory, files beside the imports keep other processes
 * out.
 */
export const importHome = (stateFolder: string, { store, clock }: { store: Store | undefined; clock: Clock }): ImportHome => ({
  folder: importsIn(stateFolder),
  disk: realDisk,
  store: store ?? fileStore({ folder: stateFolder, clock }),
});
