import * as z from "zod";
import { dataListing, listData } from "../../data/list.ts";
import { countOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/operation.ts";
import { LOCAL } from "../imports/shown-import.ts";

export const listLocalData = defineOperation({
  ...LOCAL,
  id: "data.list",
  tool: "list_local_data",
  summary: "List the files that this product left on this machine: what they hold, whether of people, and how long they stay.",
  alsoKnownAs: `
    what files are stored, where is personal data kept, data protection, GDPR, which data do you keep, records of imports and exports,
    local files of the tool, what is stored about people, state folder, how long is data kept, list journals and cursors`,
  effect: "read",
  idempotent: true,
  input: z.strictObject({}),
  output: dataListing,
  rows: "files",
  cli: { columns: ["kind", "path", "personal", "job", "stays"], hidden: ["leaves", "never_leaves"], examples: ["data list"] },

  run: (_input, ctx) => listData(ctx),
  describe: ({ files, folder }) => `${countOf(files.length, "file")} in ${folder}`,
});
