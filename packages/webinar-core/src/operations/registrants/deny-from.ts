import { decideSubject } from "../../import/subjects.ts";
import { defineOperation } from "../../operation/operation.ts";
import { DECISION } from "./decision.ts";
import { fromFile } from "./from-file.ts";

export const denyRegistrantsFrom = defineOperation({
  ...fromFile(decideSubject("deny"), "deny", { effect: "update", emails: "registrants" }),
  id: "registrants.denyFrom",
  tool: "deny_registrants_from_file",
  summary: "Deny every registrant of a file, by e-mail or id: plan first, resumable; Zoom tells them.",
  scopes: DECISION.scopes,
});
