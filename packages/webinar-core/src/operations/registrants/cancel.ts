import { defineOperation } from "../../operation/operation.ts";
import { decisionTo } from "./decide.ts";

export const cancelRegistrants = defineOperation({
  ...decisionTo("cancel"),
  id: "registrants.cancel",
  tool: "cancel_webinar_registrants",
  summary: "Cancel registrations, by e-mail or id, keeping the record; Zoom then tells them.",
  alsoKnownAs: `
    cancel a registration, unregister somebody, take back a sign-up, withdraw a registration, somebody cannot come, undo a registration,
    sign somebody off, person wants to cancel, remove an attendee from the guest list, revoke an approved registration,
    someone cannot make it, take a person off the attendee list, cannot come after all, take him off the list, unregister email,
    uninvite a guest, cancel somebody's place`,
  // Over HTTP it needs the scope to delete: a place is taken away.
  effect: "delete",
  confirms: "always",
});
