import type { EndpointId } from "@zoom-webinar/zoom-client";
import * as z from "zod";
import { linesOf } from "../../import/import-lines.ts";
import { changeCounts, describeImport, importFields, importOutput, NAMED_FIELDS, previewImport, riskOf } from "../../import/operation-parts.ts";
import { endsAs } from "../../import/result.ts";
import { runImport } from "../../import/run-import.ts";
import type { Subject } from "../../import/subject.ts";
import type { OperationContext, Risk } from "../../operation/operation.ts";
import { occurrenceId } from "../../operation/params.ts";

const input = z.strictObject({
  ...importFields,
  file: importFields.file.describe("CSV, TSV, JSON or JSONL file, or e-mail addresses, one a line"),
  occurrence_id: occurrenceId.optional(),
});
const output = importOutput(changeCounts);

const READS: readonly EndpointId[] = ["GET /webinars/{webinarId}/registrants", "GET /webinars/{webinarId}"];
const ASKS: readonly EndpointId[] = ["GET /webinars/{webinarId}/registrants/{registrantId}"];

/** What operations on registrants of a file have in common: e-mail or registrant_id in each row, and the same journal as an import. */
export const fromFile = (subject: Subject, verb: string, risk: Risk) => {
  const toCall = ({ occurrence_id, ...rest }: z.output<typeof input>, ctx: OperationContext) => ({
    subject,
    input: rest,
    options: occurrence_id === undefined ? {} : { occurrence_ids: [occurrence_id] },
    ctx,
  });
  return {
    endpoints: [subject.endpoint("batch"), ...READS, ...(subject.isThere === undefined ? [] : ASKS)],
    effect: risk.effect,
    idempotent: false,
    emails: risk.emails,
    long: true,
    input,
    output,
    cli: {
      positional: ["webinar_id", "file"],
      shows: NAMED_FIELDS,
      lines: linesOf(subject.kind),
      examples: [`registrants ${verb}-from 82834512568 people.csv --dry-run`],
    },
    risk: riskOf(risk),
    preview: (given: z.output<typeof input>, ctx: OperationContext) => previewImport(toCall(given, ctx)),
    run: async (given: z.output<typeof input>, ctx: OperationContext) => output.parse(await runImport(toCall(given, ctx))),
    endsAs,
    describe: describeImport,
  } as const;
};
