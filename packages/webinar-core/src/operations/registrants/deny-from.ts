import { decideSubject } from "../../import/subjects.ts";
import { defineOperation } from "../../operation/operation.ts";
import { fromFile } from "./from-file.ts";

export const denyRegistrantsFrom = defineOperation({
  ...fromFile(decideSubject("deny"), "deny", { effect: "update", emails: "registrants" }),
  id: "registrants.denyFrom",
  tool: "deny_registrants_from_file",
  summary: "Deny every registrant of a file, by e-mail or id: plan first, resumable; Zoom tells them.",
  alsoKnownAs: `
    deny registrants from a file, bulk deny from a spreadsheet, reject everybody in a csv, refuse a list of people from excel,
    deny a list of addresses, mass denial from a file, turn down all people of a spreadsheet, deny hundreds of registrants, deny by csv,
    reject sign-ups from a file`,
  scopes: {
    classic: ["webinar:write:admin", "webinar:write"],
    granular: ["webinar:update:registrant_status", "webinar:update:registrant_status:admin"],
  },
});
