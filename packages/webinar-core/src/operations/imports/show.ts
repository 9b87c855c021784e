import { shownLines } from "../../import/import-lines.ts";
import { showImport } from "../../import/look-up.ts";
import { describeImport } from "../../import/operation-parts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { LOCAL, oneImport, shownImport } from "./shown-import.ts";

export const showOneImport = defineOperation({
  ...LOCAL,
  id: "imports.show",
  tool: "get_import",
  summary: "Show how far an import is, when it may go on, and the rows to look at.",
  alsoKnownAs: `
    show an import, status of an import, how far is the import, progress of the bulk registration, what became of the csv upload, which rows
    failed, import results, when may the import go on, rows with unknown outcome, look at an import, did the import finish, progress of an upload
    of people, how far is the upload, is my spreadsheet through, did all rows go in, which rows went wrong, what happened to my file, is the guest
    list loaded, how many are left, did the csv finish, errors in my upload, is the import stuck, when does it go on, rows that were refused, what
    is the state of the job, how many people got registered from the file, check on the upload, has everyone in the file been done, problem rows
    of my list, is the spreadsheet done, how is the file doing, which people of the list did not make it in, did the guest list get loaded fully,
    check the bulk job, why has the upload stopped, which lines had errors, has my list gone through`,
  input: oneImport,
  output: shownImport,
  cli: { positional: ["import_id"], lines: shownLines, examples: ["imports show 3f0c2a8e-7d41-4b8e-9a55-0c1d2e3f4a5b"] },

  run: ({ import_id }, ctx) => showImport(import_id, ctx),
  describe: (shown) => `${shown.state}: ${describeImport(shown)}`,
});
