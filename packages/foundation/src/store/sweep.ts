import { join } from "node:path";
import { type Disk, errnoOf, systemDisk, unless } from "./disk.ts";
import { freeStale, READY, STALE_MS } from "./file-lock.ts";
import { isOfDeadProcess, isUntouched } from "./lock-holder.ts";

/** A file that somebody is still writing is younger than this, whoever writes it. */
const ABANDONED_MS = 3_600_000;
const HOLDER_AT = /\.(\d+\.[\da-f]{12}\.[\da-f]{12})\.new$/;

/** What waiting processes had ready that were killed. Taking it from one that lives does no harm: it makes another. */
const removeReady = async (disk: Disk, path: string, name: string): Promise<void> => {
  const holder = HOLDER_AT.exec(name)?.[1];
  if (holder === undefined) return;
  if (!isOfDeadProcess(holder) && !(await isUntouched(disk, path, ABANDONED_MS))) return;
  await unless(["ENOENT", "ENOTEMPTY"], disk.rmdir(join(path, holder)), undefined);
  await unless(["ENOENT", "ENOTEMPTY"], disk.rmdir(path), undefined);
};

/**
 * Removes what killed processes left in a folder of ours: locks, what was ready to become one, and temporary files. Nothing that a living process needs is
 * touched, however long it stands still. `isOurs` says which names may be looked at. Never throws a file system's error: a later sweep tries again.
 */
export const sweepLeftovers = async (
  folder: string,
  { disk = systemDisk, staleMs = STALE_MS, isOurs = () => true }: { disk?: Disk; staleMs?: number; isOurs?: (name: string) => boolean } = {},
): Promise<void> => {
  const sweepOne = async (name: string): Promise<void> => {
    const path = join(folder, name);
    if (name.endsWith(".lock")) await freeStale(disk, path, staleMs);
    else if (name.endsWith(READY)) await removeReady(disk, path, name);
    else if ((name.endsWith(".tmp") || name.endsWith(".stale")) && (await isUntouched(disk, path, ABANDONED_MS)))
      await disk.rm(path, { recursive: true, force: true });
  };
  const names = await disk.readdir(folder).catch(() => []);
  for (const name of names.filter(isOurs)) {
    await sweepOne(name).catch((error: unknown) => {
      if (errnoOf(error) === null) throw error;
    });
  }
};
