import * as z from "zod";
import { listData } from "../../data/list.ts";
import { defineOperation } from "../../operation/operation.ts";
import { LOCAL } from "../imports/shown-import.ts";

const paths = z.array(z.string().max(4096));

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
  output: z.object({
    folder: z.string().describe("The state folder"),
    files: z.array(
      z.object({
        kind: z.string(),
        path: z.string(),
        bytes: z.number(),
        changed_at: z.string().describe("UTC"),
        personal: z.enum(["no", "hashed", "yes"]).describe("hashed: keyed hashes or Zoom's ids; yes: names or addresses"),
        stays: z.string(),
        job: z.string().nullable().describe("The import or export that left it"),
      }),
    ),
    elsewhere: paths.describe("Files outside the state folder that imports and exports wrote"),
    also: z.array(z.string()).describe("Kinds of files that lie elsewhere and are not noted"),
    leaves: z.array(z.string()).describe("What leaves this machine"),
    never_leaves: z.array(z.string()),
  }),
  rows: "files",
  cli: { columns: ["kind", "path", "personal", "job", "stays"], hidden: ["leaves", "never_leaves"], examples: ["data list"] },

  run: (_input, ctx) => listData(ctx),
  describe: ({ files, folder }) => `${files.length} files in ${folder}`,
});
