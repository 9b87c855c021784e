import { dirname } from "node:path";
import { type Disk, errnoOf, unless } from "./disk.ts";

/** The first folder on the way to `path` that is not there. */
const firstMissing = async (path: string, disk: Disk): Promise<string> => {
  let missing = path;
  for (let above = dirname(path); above !== missing && (await unless(["ENOENT"], disk.lstat(above), null)) === null; above = dirname(above))
    missing = above;
  return missing;
};

/**
 * Makes a folder that only its owner may enter (0700), with its parents. On a read-only file system Node's own says ENOENT, although the parent is there;
 * the error here is the one of the first folder that cannot be made.
 */
export const makeFolder = async (path: string, disk: Disk): Promise<void> => {
  const make = () => disk.mkdir(path, { recursive: true, mode: 0o700 });
  try {
    await make();
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
    await unless(["EEXIST"], disk.mkdir(await firstMissing(path, disk), { mode: 0o700 }), undefined);
    await make(); // what was missing is there by now
  }
};
