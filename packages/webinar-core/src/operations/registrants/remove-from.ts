import { REMOVE } from "../../import/subjects.ts";
import { defineOperation } from "../../operation/operation.ts";
import { fromFile } from "./from-file.ts";

export const removeRegistrantsFrom = defineOperation({
  ...fromFile(REMOVE, "remove", { effect: "delete", emails: "nobody" }),
  id: "registrants.removeFrom",
  tool: "remove_registrants_from_file",
  summary: "Remove every registrant of a file from a webinar, by e-mail or id: plan first, resumable; Zoom tells nobody.",
  scopes: { classic: ["webinar:write:admin", "webinar:write"], granular: ["webinar:delete:registrant", "webinar:delete:registrant:admin"] },
});
