import { anyId } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { linesOf } from "../../import/import-lines.ts";
import {
  describeImport,
  importCounts,
  importFields,
  importOutput,
  methodField,
  NAMED_FIELDS,
  previewImport,
  riskOf,
} from "../../import/operation-parts.ts";
import { endsAs } from "../../import/result.ts";
import { runImport } from "../../import/run-import.ts";
import { SIGN_UP } from "../../import/subjects.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import type { OperationContext } from "../../operation/operation.ts";
import { includeJoinLinks, rare } from "../../operation/params.ts";
import { WITH_REGISTRATION } from "./registration.ts";

const LANGUAGES = [
  "en-US",
  "de-DE",
  "es-ES",
  "fr-FR",
  "jp-JP",
  "pt-PT",
  "ru-RU",
  "zh-CN",
  "zh-TW",
  "ko-KO",
  "it-IT",
  "vi-VN",
  "pl-PL",
  "Tr-TR",
] as const;

const input = z.strictObject({
  ...importFields,
  rows: importFields.rows.describe("People instead of a file: email, first_name …; custom_questions: [{title, value}]"),
  method: methodField,
  occurrence_ids: rare(z.array(anyId(64)).max(60).optional().describe("Dates to register for, if people pick dates: days or IDs")),
  source: rare(anyId(128).optional().describe("Tracking source that these sign-ups count for (its id)")),
  language: rare(z.enum(LANGUAGES).optional().describe("Language of the confirmation mail")),
  auto_approve: rare(z.boolean().optional().describe("Approve them at once although the webinar approves by hand")),
  include_join_links: rare(includeJoinLinks),
});

const toCall = ({ occurrence_ids, source, language, auto_approve, ...rest }: z.output<typeof input>, ctx: OperationContext) => ({
  subject: SIGN_UP,
  input: rest,
  options: { occurrence_ids, source, language, auto_approve },
  ctx,
});

export const importRegistrants = defineOperation({
  id: "registrants.import",
  tool: "import_registrants",
  summary: "Register everybody in a spreadsheet or in rows, in bulk: plan first, then each person once; resumable.",
  alsoKnownAs: `
    register 45 people at once from a list, bulk sign-up from Excel, bulk registration from a spreadsheet, import registrants, upload registrants from a file, register everybody in a file, sign up a list of
    people from excel, add hundreds of registrants at once, import a guest list, load attendees from a file, mass registration, register people
    from google sheets, resume an import, bulk import of attendees, import from the CRM, upload a list of people, sign up everybody in a CSV, put
    a list of customers on the webinar, register hundreds of people, import an Excel list of attendees, skip people who are registered already,
    load contacts from a file, export of our CRM as registrations, sign up everyone in guests.xlsx, load the guest list, here is a CSV with
    attendees, upload our customer file, the spreadsheet has all the guests, bring in registrants from Excel, put the contact list on the webinar,
    get the Salesforce list registered, register from a file, put 500 people on from a sheet, the attendee sheet should go in, take the sign-ups
    from this table, read in the participants, mass sign-up, import the mailing list, everybody in the document should be registered, feed the
    list of members in, push our CRM contacts into the webinar, add all rows as registrants, the guests are in this spreadsheet, upload
    contacts.csv as attendees, there are 400 people in the file to register, add all from the Excel to the webinar, get our members list in,
    please process the attached list of guests, use the file to sign people up, bulk-register from xlsx, mass upload of guests, the CRM dump has
    to be registered`,
  endpoints: [
    "POST /webinars/{webinarId}/registrants",
    "POST /webinars/{webinarId}/batch_registrants",
    "GET /webinars/{webinarId}",
    "GET /webinars/{webinarId}/registrants",
    "GET /webinars/{webinarId}/registrants/{registrantId}",
    "GET /webinars/{webinarId}/registrants/questions",
  ],
  effect: "create",
  idempotent: false,
  emails: "registrants",
  long: true,
  input,
  output: importOutput(importCounts),
  cli: {
    positional: ["webinar_id", "file"],
    suits: WITH_REGISTRATION,
    shows: NAMED_FIELDS,
    lines: linesOf("registrants.import"),
    examples: ["registrants import 82834512568 people.csv --dry-run"],
  },
  risk: riskOf({ effect: "create", emails: "registrants" }),
  preview: (given, ctx) => previewImport(toCall(given, ctx)),
  // The counts have the words of signing up, which a record of numbers cannot say.
  run: async (given, ctx) => importOutput(importCounts).parse(await runImport(toCall(given, ctx))),
  endsAs,
  describe: describeImport,
});
