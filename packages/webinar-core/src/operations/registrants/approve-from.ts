import { decideSubject } from "../../import/subjects.ts";
import { defineOperation } from "../../operation/operation.ts";
import { DECISION } from "./decision.ts";
import { fromFile } from "./from-file.ts";

export const approveRegistrantsFrom = defineOperation({
  ...fromFile(decideSubject("approve"), "approve", { effect: "update", emails: "registrants" }),
  id: "registrants.approveFrom",
  tool: "approve_registrants_from_file",
  summary: "Approve every registrant of a file, by e-mail or id: plan first, resumable; Zoom mails them their join link.",
  scopes: DECISION.scopes,
});
