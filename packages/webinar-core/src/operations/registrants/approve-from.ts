import { decideSubject } from "../../import/subjects.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { fromFile } from "./from-file.ts";

export const approveRegistrantsFrom = defineOperation({
  ...fromFile(decideSubject("approve"), "approve", { effect: "update", emails: "registrants" }),
  id: "registrants.approveFrom",
  tool: "approve_registrants_from_file",
  summary: "Approve every registrant of a file, by e-mail or id: plan first, resumable; Zoom mails them their join link.",
  alsoKnownAs: `
    approve registrants from a file, bulk approve from a spreadsheet, approve everybody in a csv, accept a list of people from excel, approve a
    list of addresses, mass approval from a file, let in all people of a spreadsheet, approve hundreds of registrants, approve by csv, accept
    sign-ups from a file, let in all who are in my csv, say yes to everyone in the file, approve the sheet, accept the people on this spreadsheet,
    the list of accepted guests as Excel, admit all the addresses in a document, green light for the csv, let the people in list.xlsx in, approve
    whoever is in the file, wave the whole spreadsheet through, clear all rows of the file, these hundreds in a file are welcome, approvals from a
    table, release everyone on my sheet, the names in yes.csv may come, everyone in ok.csv may come, approve those listed in the attachment, the
    file lists who gets in, accept all from the spreadsheet, let in the people from my sheet, bulk yes by file, say yes to the list in Excel,
    admit according to the csv`,
});
