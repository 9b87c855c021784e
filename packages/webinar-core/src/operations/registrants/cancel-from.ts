import { decideSubject } from "../../import/subjects.ts";
import { defineOperation } from "../../operation/operation.ts";
import { fromFile } from "./from-file.ts";

export const cancelRegistrantsFrom = defineOperation({
  ...fromFile(decideSubject("cancel"), "cancel", { effect: "update", emails: "registrants" }),
  id: "registrants.cancelFrom",
  tool: "cancel_registrants_from_file",
  summary: "Cancel the registration of everybody in a file, by e-mail or id: plan first, resumable; Zoom tells them.",
  alsoKnownAs: `
    cancel registrations from a file, bulk cancel from a spreadsheet, cancel everybody in a csv, cancel a list of people from excel,
    cancel a list of addresses, mass cancellation from a file, unregister all people of a spreadsheet, cancel hundreds of registrations,
    cancel by csv, withdraw sign-ups from a file`,
  scopes: {
    classic: ["webinar:write:admin", "webinar:write"],
    granular: ["webinar:update:registrant_status", "webinar:update:registrant_status:admin"],
  },
});
