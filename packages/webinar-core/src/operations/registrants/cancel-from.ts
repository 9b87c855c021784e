import { decideSubject } from "../../import/subjects.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { fromFile } from "./from-file.ts";

export const cancelRegistrantsFrom = defineOperation({
  ...fromFile(decideSubject("cancel"), "cancel", { effect: "update", emails: "registrants" }),
  id: "registrants.cancelFrom",
  tool: "cancel_registrants_from_file",
  summary: "Cancel the registration of everybody in a file, by e-mail or id: plan first, resumable; Zoom tells them.",
  alsoKnownAs: `
    cancel registrations from a file, bulk cancel from a spreadsheet, cancel everybody in a csv, cancel a list of people from excel, cancel a list
    of addresses, mass cancellation from a file, unregister all people of a spreadsheet, cancel hundreds of registrations, cancel by csv, withdraw
    sign-ups from a file, cancel the people in the csv and inform them, withdraw all bookings in this file, everybody in the sheet dropped out,
    undo the sign-ups listed in the spreadsheet, free the seats of those in the file, unregister everyone in cancelled.csv, take back the bookings
    of a list, sign off everybody in the Excel, the file has those who cannot come, release the places of the whole list, cancellations from a
    table, those in withdrawn.xlsx pulled out, call off the registrations in my document, cancel the rows and let them know, everyone on this
    sheet is no longer coming, all in the sheet have dropped out, cancel those listed in the attachment, take back seats according to the csv,
    bulk cancellation by file, sign everyone in the Excel off, those in the file can't come, free the places of gone.csv, cancel bookings as per
    the list and mail them`,
});
