import { decideSubject } from "../../import/subjects.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { fromFile } from "./from-file.ts";

export const denyRegistrantsFrom = defineOperation({
  ...fromFile(decideSubject("deny"), "deny", { effect: "update", emails: "registrants" }),
  id: "registrants.denyFrom",
  tool: "deny_registrants_from_file",
  summary: "Deny every registrant of a file, by e-mail or id: plan first, resumable; Zoom tells them.",
  alsoKnownAs: `
    deny registrants from a file, bulk deny from a spreadsheet, reject everybody in a csv, refuse a list of people from excel, deny a list of
    addresses, mass denial from a file, turn down all people of a spreadsheet, deny hundreds of registrants, deny by csv, reject sign-ups from a
    file, turn away everyone in the file, the blocklist as csv, deny the sheet, keep everybody on the blacklist file out, reject whoever is in the
    spreadsheet, refuse all rows, say no to everyone in no.csv, ban the addresses of a document, these in the Excel are not welcome, decline the
    whole file, bar all names in the table, competitors are listed in a file, do not let in the people of the sheet, denials from a table, the
    file says whom to refuse, nobody in this file may come, deny those listed in the attachment, refuse according to the csv, bulk no by file, the
    sheet has people we do not want, blocked.xlsx should be turned away, reject the list in Excel, all in the file are refused`,
});
