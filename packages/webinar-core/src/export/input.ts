import { InputError } from "@zoom-webinar/foundation";
import { line } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { pagedInput, pagedOutput } from "../operation/paged.ts";
import { rare, registrantStatus, userId, webinarId } from "../operation/params.ts";
import { domainTotals, peopleInput } from "../people/people-input.ts";

const day = line().max(40);

/** Input of every export. */
export const exportInput = z.strictObject({
  webinar_id: webinarId.optional(),
  user_id: userId.optional().describe("Only webinars of this host; needs from and to"),
  from: day.optional().describe("First UTC day, 2032-03-01, or an instant ending in Z; required without webinar_id"),
  to: day.optional().describe("Last UTC day, or an instant ending in Z; required without webinar_id"),
  ...peopleInput,
  file: line().max(4096).optional().describe("Write all rows to this file, .csv or .jsonl, instead of giving them in pages"),
  cursor: z
    .string()
    .regex(/^[\w.-]{1,64}$/, "has letters, digits, dots, hyphens and underscores, at most 64")
    .optional()
    .describe("With file: only what is new or changed since the last export of this name"),
  restart: rare(z.boolean().optional().describe("With file: start again and export everything")),
  // Not refused without a file: a terminal shows pages as CSV, too.
  raw: rare(z.boolean().optional().describe("With a .csv file: no apostrophe before cells that a spreadsheet would run as a formula")),
  ...pagedInput,
});

/** Input of the export of registrants. */
export const registrantExportInput = exportInput.extend({
  status: z.array(registrantStatus).min(1).max(3).optional().describe("Only registrants of these; all unless given"),
});
export type ExportInput = z.output<typeof exportInput> & Pick<z.output<typeof registrantExportInput>, "status">;

/** Output of every export beside its rows. */
export const exportOutput = {
  ...pagedOutput,
  file: z.string().nullable().describe("Where the rows were written"),
  written: z.number().int().nullable().describe("Rows in the file"),
  changes: z
    .object({ new: z.number().int(), changed: z.number().int(), gone: z.number().int() })
    .nullable()
    .describe("These rows by their change; gone: was in an earlier file of the cursor, and is there no more"),
  domains: domainTotals.nullable().describe("With no_names: people of these rows by e-mail domain, most first"),
  stopped: z.object({ code: z.string(), message: z.string() }).nullable().describe("Why it is not complete; the same call goes on"),
  resume_at: z.string().nullable().describe("When it may go on, UTC"),
  notes: z.array(z.string()),
};

/** The answer of every export beside its rows. */
export type ExportState = z.output<z.ZodObject<typeof exportOutput>>;

/** Throws `InputError` for fields that do not go together. */
export const assertExport = ({ file, cursor, restart, next_page_token, all }: ExportInput): void => {
  if (file === undefined && cursor !== undefined) throw InputError.at("cursor", "works only with file", "Name the file that the changes go to.");
  if (file === undefined && restart !== undefined)
    throw InputError.at("restart", "works only with file", "Pages start again without next_page_token.");
  if (file !== undefined && (next_page_token !== undefined || all !== undefined))
    throw InputError.at(all === undefined ? "next_page_token" : "all", "cannot be combined with file", "A file has all rows.");
  if (file !== undefined && !/\.(csv|jsonl)$/i.test(file))
    throw InputError.at("file", "ends in neither .csv nor .jsonl", "Its ending says what it is.");
};
