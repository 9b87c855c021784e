import { registrantExportInput } from "../../export/input.ts";
import { registrantSource } from "../../export/registrants.ts";
import { registrantRecord } from "../../export/row.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { exportOperation } from "./export-operation.ts";

const exported = exportOperation({
  id: "exports.registrants",
  tool: "export_registrants",
  summary: "Export who registered for one webinar, a host's or all of them: pages, or a CSV or JSONL file with only what changed.",
  alsoKnownAs: `
    export registrants, download the registration list, sign-ups as a CSV, registrants to our CRM, all registrations of the account, new sign-ups
    since the last export, registrant spreadsheet, leads of a webinar, mailing list of a webinar, everybody who registered this quarter,
    registrations by e-mail domain, anonymous registration list, file of all sign-ups, registrants as a spreadsheet, get the guest list into
    Excel, give sales the list of sign-ups, dump the registrations, csv of everyone who booked, sign-ups for HubSpot, all bookings of the quarter
    in a file, contacts who registered, save the guest list, list of registrants to download, only new registrations as csv, registrations from
    every webinar, put the registered people into a file, data of registrants for Salesforce, table of who signed up, I need the sign-ups in
    Excel, all leads as csv, who registered - as a file for sales, send the guest list to a spreadsheet, registrations for the CRM, write the
    sign-ups to a file, download everyone who signed up, new leads since last time`,
  noun: ["registrant", "registrants"],
  endpoint: "GET /webinars/{webinarId}/registrants",
  alsoCalls: ["GET /users", "GET /users/{userId}/webinars"],
  record: registrantRecord,
  columns: ["email", "name", "status", "registered_at", "webinar_id"],
  examples: [
    "exports registrants 82834512568 --file people.csv",
    "exports registrants 82834512568 --status approved,pending --file coming.csv",
    "exports registrants --from 2032-04-01 --to 2032-04-30 --file new.jsonl --cursor crm",
  ],
  isHeld: false,
  source: registrantSource,
});

/** The same as every export, and rows can be chosen by their status. */
export const exportRegistrants = defineOperation({ ...exported, input: registrantExportInput });
