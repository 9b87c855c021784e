import { decideSubject } from "../../import/subjects.ts";
import { defineOperation } from "../../operation/operation.ts";
import { DECISION } from "./decision.ts";
import { fromFile } from "./from-file.ts";

export const cancelRegistrantsFrom = defineOperation({
  ...fromFile(decideSubject("cancel"), "cancel", { effect: "update", emails: "registrants" }),
  id: "registrants.cancelFrom",
  tool: "cancel_registrants_from_file",
  summary: "Cancel the registration of everybody in a file, by e-mail or id: plan first, resumable; Zoom tells them.",
  scopes: DECISION.scopes,
});
