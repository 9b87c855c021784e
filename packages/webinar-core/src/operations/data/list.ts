import * as z from "zod";
import { dataListing, listData } from "../../data/list.ts";
import { remarksOf, sayListed } from "../../data/list-words.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { full } from "../../operation/short.ts";
import { LOCAL } from "../imports/shown-import.ts";

export const listLocalData = defineOperation({
  ...LOCAL,
  id: "data.list",
  tool: "list_local_data",
  summary: "List the files that this product left on this machine: what they hold, whether of people, and how long they stay.",
  alsoKnownAs: `
    what files are stored, where is personal data kept, data protection, GDPR, which data do you keep, records of imports and exports, local files
    of the tool, what is stored about people, state folder, how long is data kept, list journals and cursors, what is lying around on this
    computer, do you keep files about people, what personal stuff is on this laptop, which data is stored here, what did the tool leave behind, is
    anything saved locally, what do you remember about guests, show the local files, where does personal data sit, which traces are on disk, what
    have you got stored, files left on my machine, what is kept and for how long, data kept on this device, inventory of stored data, what do you
    have saved on me, any personal data on this pc, where are files kept, what's in the local folder, which things do you store, is there data
    from old runs, show what's kept locally, what is left from my exports`,
  effect: "read",
  idempotent: true,
  input: z.strictObject({ full: full.describe("Also each file, with its path and the import or export that left it") }),
  output: dataListing,
  rows: "files",
  short: ["folder", "kinds", "elsewhere", "also", "leaves", "never_leaves"],
  cli: {
    counts: { list: "kinds", columns: ["kind", "files", "personal", "stays"], importance: ["kind", "files", "stays", "personal"] },
    columns: ["kind", "name", "personal", "job", "stays"],
    importance: ["kind", "personal", "stays", "job", "name"],
    wraps: true,
    hidden: ["folder", "leaves", "never_leaves"],
    remarks: remarksOf,
    examples: ["data list", "data list --full"],
  },

  run: (_input, ctx) => listData(ctx),
  describe: sayListed,
});
