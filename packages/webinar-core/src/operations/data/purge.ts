import * as z from "zod";
import { KEPT_DAYS, planPurge, purgeData } from "../../data/purge.ts";
import { previewOfPurge, sayPurged } from "../../data/purge-words.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { LOCAL } from "../imports/shown-import.ts";

const DAYS = /^(\d{1,5})d$/;
const daysOf = (text: string | undefined): number => Number(DAYS.exec(text ?? "")?.[1] ?? KEPT_DAYS);

export const purgeLocalData = defineOperation({
  ...LOCAL,
  id: "data.purge",
  tool: "purge_local_data",
  summary: "Remove the notes of imports and exports that were done some time ago. What is not done stays.",
  alsoKnownAs: `
    delete old files, clean up the state folder, remove old journals, delete stored data, clear the history of imports, remove cursors, data
    retention, erase local data, tidy up the disk, purge old records, delete data older than 30 days, clean up leftovers, tidy the disk, get rid
    of old import notes, throw out what is stored here, remove old files of the tool, clear out the cache of imports, sweep up after finished
    exports, delete what you stored last year, make room on this machine, purge leftovers, old journals can go, empty the local store,
    housekeeping, discard what is no longer needed locally, wipe traces of finished uploads, clear local data, remove notes of old uploads, tidy
    up here, get rid of old stuff on this pc, erase your notes of past imports, remove local leftovers, empty the data folder, clean the machine,
    delete what you saved locally, throw away old run files`,
  effect: "delete",
  idempotent: true,
  input: z.strictObject({
    older_than: z
      .string()
      .regex(DAYS, "is a number of days, such as 30d")
      .optional()
      .describe("Days since it was done, such as 7d or 0d; 30d unless given"),
  }),
  output: z.object({
    removed: z.array(z.string()),
    kept: z.array(z.string()).describe("Imports and exports that are not done"),
  }),
  cli: { examples: ["data purge --older-than 30d"] },

  preview: async ({ older_than }, ctx) => previewOfPurge(await planPurge(ctx, daysOf(older_than)), daysOf(older_than)),
  run: ({ older_than }, ctx) => purgeData(ctx, daysOf(older_than)),
  describe: (purged, { older_than }) => sayPurged(purged, daysOf(older_than)),
});
