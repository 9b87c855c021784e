import { abandonedLines } from "../../import/import-lines.ts";
import { abandonImport } from "../../import/look-up.ts";
import { countOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { LOCAL, oneImport, shownImport } from "./shown-import.ts";

export const abandonOneImport = defineOperation({
  ...LOCAL,
  id: "imports.abandon",
  tool: "cancel_import",
  summary: "Give an import up: nothing more of it is sent. What was sent stays.",
  alsoKnownAs: `
    cancel an import, stop an import, give up an import, abort the bulk registration, abandon an import, end a running import, stop the csv
    upload, discard an unfinished import, do not go on with the import, kill an import, stop the import, give up on the import, do not go on with
    the file, stop that upload, it is the wrong file, do not load the rest, halt the import, abort the job, call the import off, I uploaded the
    wrong list, no more from this spreadsheet, forget that upload, give up on the rest of the rows, leave the import, break off the load, end the
    upload early, cancel the bulk job, pull the plug on the import, I do not want the remaining rows, I sent the wrong spreadsheet so stop, cease
    the upload, do not process the rest of the list, scrap the bulk job, cancel that load, it should not carry on with the file, quit the import,
    leave the rest of the file out`,
  effect: "update",
  idempotent: true,
  input: oneImport,
  output: shownImport,
  cli: { positional: ["import_id"], lines: abandonedLines, examples: ["imports abandon 3f0c2a8e-7d41-4b8e-9a55-0c1d2e3f4a5b"] },

  run: ({ import_id }, ctx) => abandonImport(import_id, ctx),
  describe: ({ import_id, left, state }) =>
    state === "finished"
      ? `Import ${import_id} is finished: there is nothing to cancel`
      : `Import ${import_id} is given up; ${countOf(left, "row was", "rows were")} not sent`,
});
