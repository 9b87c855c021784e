import type { Store } from "@zoom-webinar/foundation";
import type { Disk } from "../files/disk.ts";

/** Where imports are kept. */
export interface ImportHome {
  /** Each import has a folder in it. */
  folder: string;
  disk: Disk;
  /** Whose locks say who runs which import. */
  store: Store;
}
