import { relative, sep } from "node:path";
import * as z from "zod";
import type { OperationContext } from "../operation/operation.ts";
import { lastingStore } from "../people/keyed-hash.ts";
import { FILE_KINDS } from "./file-kinds.ts";
import { jobOf } from "./jobs.ts";
import { readRemembered } from "./remembered.ts";
import { readStateFiles, stateFolderOf, worldOfNote } from "./state-files.ts";
import { LEAVES, NEVER_LEAVES } from "./transfers.ts";

const paths = z.array(z.string().max(4096));

/** What this product left on this machine. */
export const dataListing = z.object({
  folder: z.string().describe("The state folder"),
  files: z.array(
    z.object({
      kind: z.string(),
      name: z.string().describe("Its path below the state folder"),
      path: z.string(),
      bytes: z.number(),
      changed_at: z.string().describe("UTC"),
      personal: z.enum(["no", "hashed", "yes"]).describe("hashed: keyed hashes or Zoom's ids; yes: names or addresses"),
      stays: z.string(),
      job: z.string().nullable().describe("The import or export that left it"),
      world: z
        .enum(["zoom", "emulator"])
        .nullable()
        .describe("Whether it is of a real account or of an emulator; null: it is of neither, or does not say"),
    }),
  ),
  elsewhere: paths.describe("Files outside the state folder that imports and exports wrote"),
  also: z.array(z.string()).describe("Kinds of files that lie elsewhere and are not noted"),
  leaves: z.array(z.string()).describe("What leaves this machine"),
  never_leaves: z.array(z.string()),
});
type DataListing = z.output<typeof dataListing>;

const ALSO = FILE_KINDS.filter(({ place }) => place !== "state").map(({ title, path, holds }) => `${title}: ${path}. ${holds}`);

/** Lists the files of the state folder. */
export const listData = async (ctx: OperationContext): Promise<DataListing> => {
  const folder = stateFolderOf(ctx);
  const files: DataListing["files"] = [];
  const elsewhere = (await readRemembered(lastingStore(ctx))).flatMap((one) => one.files);
  for (const file of await readStateFiles(folder)) {
    const job = await jobOf(file);
    const world = job === null ? await worldOfNote(file) : job.world;
    elsewhere.push(...(job?.files ?? []), ...(job?.draft ? [job.draft] : []));
    files.push({
      kind: file.kind?.title ?? "unknown",
      name: relative(folder, file.path).split(sep).join("/"),
      path: file.path,
      bytes: file.bytes,
      changed_at: new Date(Math.round(file.changedMs)).toISOString(),
      // What nobody knows may hold anything.
      personal: file.kind?.personal ?? "yes",
      stays: file.kind?.stays ?? "unknown",
      job: job === null ? null : `${job.title}, ${job.isDone ? "done" : "not done"}${typeof world === "string" ? ", in an emulator" : ""}`,
      world: world === undefined ? null : world === null ? "zoom" : "emulator",
    });
  }
  return { folder, files, elsewhere: [...new Set(elsewhere)].sort(), also: ALSO, leaves: [...LEAVES], never_leaves: [...NEVER_LEAVES] };
};
