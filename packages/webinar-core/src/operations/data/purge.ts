import * as z from "zod";
import { KEPT_DAYS, planPurge, purgeData } from "../../data/purge.ts";
import { countOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { LOCAL } from "../imports/shown-import.ts";

const DAYS = /^(\d{1,5})d$/;
const daysOf = (text: string | undefined): number => Number(DAYS.exec(text ?? "")?.[1] ?? KEPT_DAYS);
const many = (count: number): string => `${count} ${count === 1 ? "file or folder" : "files and folders"}`;
const nothingOlder = (text: string | undefined): string => `Nothing to remove: nothing that is done is older than ${countOf(daysOf(text), "day")}`;

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

  preview: async ({ older_than }, ctx) => {
    const { removed, kept, left } = await planPurge(ctx, daysOf(older_than));
    const notes = [
      ...(left === 0
        ? []
        : [
            left === 1
              ? "1 file elsewhere, which an import or an export read or wrote, stays, and data forget still looks into it"
              : `${left} files elsewhere, which imports and exports read or wrote, stay, and data forget still looks into them`,
          ]),
      ...(kept.length === 0 ? [] : [`Not done, so they stay: ${kept.join(", ")}`]),
    ];
    return {
      ...(removed.length === 0
        ? { summary: `${nothingOlder(older_than)}.`, idle: true as const }
        : {
            summary: `Remove ${many(removed.length)} that ${removed.length === 1 ? "is" : "are"} older than ${countOf(daysOf(older_than), "day")}.`,
          }),
      targets: removed.map((path) => ({ kind: "file", id: path })),
      recipients: null,
      reversible: false,
      ...(notes.length === 0 ? {} : { notes }),
    };
  },
  run: ({ older_than }, ctx) => purgeData(ctx, daysOf(older_than)),
  describe: ({ removed, kept }, { older_than }) =>
    `${removed.length === 0 ? nothingOlder(older_than) : `${many(removed.length)} removed`}; ${kept.length} not done and kept`,
});
