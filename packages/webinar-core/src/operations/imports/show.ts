import { showImport } from "../../import/look-up.ts";
import { describeImport } from "../../import/operation-parts.ts";
import { defineOperation } from "../../operation/operation.ts";
import { LOCAL, oneImport, shownImport } from "./shown-import.ts";

export const showOneImport = defineOperation({
  ...LOCAL,
  id: "imports.show",
  tool: "get_import",
  summary: "Show one import: its plan, how far it is, when it may go on, and the rows to look at.",
  effect: "read",
  idempotent: true,
  input: oneImport,
  output: shownImport,
  cli: { positional: ["import_id"], examples: ["imports show 3f0c2a8e-7d41-4b8e-9a55-0c1d2e3f4a5b"] },

  run: ({ import_id }, ctx) => showImport(import_id, ctx),
  describe: (shown) => `${shown.state}: ${describeImport(shown)}`,
});
