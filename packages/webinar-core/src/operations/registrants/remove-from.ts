import { REMOVE } from "../../import/subjects.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { fromFile } from "./from-file.ts";

export const removeRegistrantsFrom = defineOperation({
  ...fromFile(REMOVE, "remove", { effect: "delete", emails: "nobody" }),
  id: "registrants.removeFrom",
  tool: "remove_registrants_from_file",
  summary: "Remove every registrant of a file from a webinar, by e-mail or id: plan first, resumable; Zoom tells nobody.",
  alsoKnownAs: `
    remove registrants from a file, bulk remove from a spreadsheet, delete everybody in a csv from the list, remove a list of people from excel,
    delete a list of addresses, mass removal from a file, take all people of a spreadsheet off the list, remove hundreds of registrants, remove by
    csv, delete sign-ups from a file, strike the names in the csv without telling them, wipe everyone in this file off the list, take the people
    of the sheet off silently, quietly remove all in a spreadsheet, delete the rows of the file from the registrants, erase everyone in old.csv,
    remove a whole file of people without mail, clear the listed people off the guest list, no mails and gone: all in the Excel, purge the
    addresses in my document, get the file's people off the list, drop everyone in remove.xlsx, removals from a table, scrub the listed
    registrants, throw the listed people off, take everyone in the sheet out without a word, delete those listed in the attachment, bulk removal
    by file, get rid of all the people in bad.csv, wipe registrants as per the Excel quietly, erase entries listed in a file, remove according to
    the csv, drop the file's people silently`,
});
