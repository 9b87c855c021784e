import * as z from "zod";
import { linesOf } from "../../import/import-lines.ts";
import { describeImport, importCounts, importFields, importOutput, NAMED_FIELDS, previewImport, riskOf } from "../../import/operation-parts.ts";
import { endsAs } from "../../import/result.ts";
import { runImport } from "../../import/run-import.ts";
import { INVITE } from "../../import/subjects.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { includeJoinLinks } from "../../operation/params.ts";

const input = z.strictObject({ ...importFields, include_join_links: includeJoinLinks });
const toCall = (given: z.output<typeof input>, ctx: OperationContext) => ({ subject: INVITE, input: given, options: {}, ctx });

export const importPanelists = defineOperation({
  id: "panelists.import",
  tool: "import_panelists",
  summary: "Invite everybody in a spreadsheet as panelists: plan first, then each once, resumable.",
  alsoKnownAs: `
    import panelists from a spreadsheet, upload a csv of speakers, invite panelists in bulk from a file, add all speakers of an excel list, load a
    speaker list, mass invite panelists, panelists from a csv, invite everybody in a file as panelist, bulk panelist invitation, speaker list from
    google sheets, speakers from a file, load the speakers from a CSV, invite all speakers in a list, speakers are in this Excel, invite everyone
    in speakers.csv, load all presenters from a file, the podium list as spreadsheet, get the forty jurors from a sheet on stage, import the
    line-up, put the whole table of experts on the panel, bring in panelists in bulk, read the speakers from a document, mass invitation of
    presenters, upload the panel list, add everybody on this sheet as a speaker, a csv of moderators, file with the talent, all experts of the
    list get a speaker link, my speakers are in a file, get all presenters from the sheet, panel.csv should be invited, upload experts, a table
    with 30 speakers, invite speakers from the attachment, bulk add of presenters, the jury is in an Excel`,
  endpoints: ["POST /webinars/{webinarId}/panelists", "GET /webinars/{webinarId}/panelists", "GET /webinars/{webinarId}"],
  effect: "create",
  idempotent: false,
  emails: "panelists",
  long: true,
  input,
  output: importOutput(importCounts),
  cli: {
    positional: ["webinar_id", "file"],
    shows: NAMED_FIELDS,
    lines: linesOf("panelists.import"),
    examples: ["panelists import 82834512568 speakers.csv --dry-run"],
  },
  risk: riskOf({ effect: "create", emails: "panelists" }),
  preview: (given, ctx) => previewImport(toCall(given, ctx)),
  run: async (given, ctx) => importOutput(importCounts).parse(await runImport(toCall(given, ctx))),
  endsAs,
  describe: describeImport,
});
