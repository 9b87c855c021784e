import { registrantExportInput } from "../../export/input.ts";
import { registrantSource } from "../../export/registrants.ts";
import { registrantRecord } from "../../export/row.ts";
import { defineOperation } from "../../operation/operation.ts";
import { exportOperation } from "./export-operation.ts";

const exported = exportOperation({
  id: "exports.registrants",
  tool: "export_registrants",
  summary: "Export who registered for one webinar, a host's or all of them: pages, or a CSV or JSONL file with only what changed.",
  alsoKnownAs: `
    export registrants, download the registration list, sign-ups as a CSV, registrants to our CRM, all registrations of the account,
    new sign-ups since the last export, registrant spreadsheet, leads of a webinar, mailing list of a webinar, everybody who registered this quarter,
    registrations by e-mail domain, anonymous registration list`,
  noun: ["registrant", "registrants"],
  endpoint: "GET /webinars/{webinarId}/registrants",
  alsoCalls: ["GET /users", "GET /users/{userId}/webinars"],
  scopes: { classic: ["webinar:read:admin", "webinar:read"], granular: ["webinar:read:list_registrants", "webinar:read:list_registrants:admin"] },
  record: registrantRecord,
  columns: ["email", "name", "status", "registered_at", "webinar_id"],
  examples: [
    "exports registrants 95312345678 --file people.csv",
    "exports registrants 95312345678 --status approved,pending --file coming.csv",
    "exports registrants --from 2027-04-01 --to 2027-04-30 --file new.jsonl --cursor crm",
  ],
  isHeld: false,
  source: registrantSource,
});

/** The same as every export, and rows can be chosen by their status. */
export const exportRegistrants = defineOperation({ ...exported, input: registrantExportInput });
