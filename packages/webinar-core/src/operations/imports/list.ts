import * as z from "zod";
import { readImports } from "../../import/look-up.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { importRow, LOCAL } from "./shown-import.ts";

const MOST = 200;

export const listImports = defineOperation({
  ...LOCAL,
  id: "imports.list",
  tool: "list_imports",
  summary: "List your imports from files: finished, running, or waiting to go on.",
  alsoKnownAs: `
    list imports, which imports are there, unfinished imports, imports that wait to go on, history of imports, my csv uploads, which files were
    imported, running imports, past bulk registrations, show all imports, which imports are running, earlier imports, imports that wait, which of
    my uploads are done, are there uploads not finished, what did I upload, any jobs still running, show earlier uploads, list of bulk jobs, which
    files did I load, uploads that got stuck, my spreadsheets so far, what is in the queue of imports, which imports stopped half way, imports of
    last week, is anything left to resume, the jobs that I started, past file uploads, open imports, show my imports, what have I uploaded so far,
    my bulk loads, which files are in the works, any upload that did not finish, past spreadsheet runs, show running file jobs, uploads this
    month, which lists were processed`,
  input: z.strictObject({}),
  output: z.object({ imports: z.array(importRow).describe("Newest first, at most 200") }),
  rows: "imports",
  cli: {
    columns: ["import_id", "operation", "webinar_id", "state", "rows", "left"],
    importance: ["import_id", "state", "webinar_id", "left", "rows", "operation"],
    examples: ["imports list"],
  },

  run: async (_input, ctx) => ({ imports: (await readImports(ctx)).slice(0, MOST) }),
  describe: ({ imports }) => `${imports.length} ${imports.length === 1 ? "import" : "imports"}`,
});
