import { decideSubject } from "../../import/subjects.ts";
import { defineOperation } from "../../operation/operation.ts";
import { fromFile } from "./from-file.ts";

export const approveRegistrantsFrom = defineOperation({
  ...fromFile(decideSubject("approve"), "approve", { effect: "update", emails: "registrants" }),
  id: "registrants.approveFrom",
  tool: "approve_registrants_from_file",
  summary: "Approve every registrant of a file, by e-mail or id: plan first, resumable; Zoom mails them their join link.",
  alsoKnownAs: `
    approve registrants from a file, bulk approve from a spreadsheet, approve everybody in a csv, accept a list of people from excel,
    approve a list of addresses, mass approval from a file, let in all people of a spreadsheet, approve hundreds of registrants,
    approve by csv, accept sign-ups from a file`,
  scopes: {
    classic: ["webinar:write:admin", "webinar:write"],
    granular: ["webinar:update:registrant_status", "webinar:update:registrant_status:admin"],
  },
});
