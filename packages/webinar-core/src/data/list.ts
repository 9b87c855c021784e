import type { OperationContext } from "../operation/operation.ts";
import { FILE_KINDS } from "./file-kinds.ts";
import { jobOf } from "./jobs.ts";
import { readStateFiles, stateFolderOf } from "./state-files.ts";
import { LEAVES, NEVER_LEAVES } from "./transfers.ts";

/** A file as `data list` shows it. */
export interface ListedFile {
  kind: string;
  path: string;
  bytes: number;
  changed_at: string;
  personal: "no" | "hashed" | "yes";
  stays: string;
  job: string | null;
}

/** What this product left on this machine. */
export interface DataListing {
  folder: string;
  files: ListedFile[];
  /** Files outside the state folder that imports and exports wrote, as far as their notes say. */
  elsewhere: string[];
  /** Kinds of files that lie outside the state folder, and that nobody notes. */
  also: string[];
  leaves: string[];
  never_leaves: string[];
}

const ALSO = FILE_KINDS.filter(({ place }) => place !== "state").map(({ title, path, holds }) => `${title}: ${path}. ${holds}`);

/** Lists the files of the state folder. */
export const listData = async (ctx: OperationContext): Promise<DataListing> => {
  const folder = stateFolderOf(ctx);
  const files: ListedFile[] = [];
  const elsewhere: string[] = [];
  for (const file of await readStateFiles(folder)) {
    const job = await jobOf(file);
    elsewhere.push(...(job?.files ?? []), ...(job?.draft ? [job.draft] : []));
    files.push({
      kind: file.kind?.title ?? "unknown",
      path: file.path,
      bytes: file.bytes,
      changed_at: new Date(Math.round(file.changedMs)).toISOString(),
      // What nobody knows may hold anything.
      personal: file.kind?.personal ?? "yes",
      stays: file.kind?.stays ?? "unknown",
      job: job === null ? null : `${job.title}, ${job.isDone ? "done" : "not done"}`,
    });
  }
  return { folder, files, elsewhere: [...new Set(elsewhere)].sort(), also: ALSO, leaves: [...LEAVES], never_leaves: [...NEVER_LEAVES] };
};
