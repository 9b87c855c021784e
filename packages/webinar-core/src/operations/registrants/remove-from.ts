import { REMOVE } from "../../import/subjects.ts";
import { defineOperation } from "../../operation/operation.ts";
import { fromFile } from "./from-file.ts";

export const removeRegistrantsFrom = defineOperation({
  ...fromFile(REMOVE, "remove", { effect: "delete", emails: "nobody" }),
  id: "registrants.removeFrom",
  tool: "remove_registrants_from_file",
  summary: "Remove every registrant of a file from a webinar, by e-mail or id: plan first, resumable; Zoom tells nobody.",
  alsoKnownAs: `
    remove registrants from a file, bulk remove from a spreadsheet, delete everybody in a csv from the list,
    remove a list of people from excel, delete a list of addresses, mass removal from a file,
    take all people of a spreadsheet off the list, remove hundreds of registrants, remove by csv, delete sign-ups from a file`,
  scopes: { classic: ["webinar:write:admin", "webinar:write"], granular: ["webinar:delete:registrant", "webinar:delete:registrant:admin"] },
});
