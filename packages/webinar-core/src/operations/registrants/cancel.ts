import { defineOperation } from "../../operation/define-operation.ts";
import { decisionTo } from "./decide.ts";

export const cancelRegistrants = defineOperation({
  ...decisionTo("cancel"),
  id: "registrants.cancel",
  tool: "cancel_webinar_registrants",
  summary: "Cancel registrations, by e-mail or id, keeping the record; Zoom then tells them.",
  alsoKnownAs: `
    cancel a registration, unregister somebody, take back a sign-up, withdraw a registration, somebody cannot come, undo a registration, sign
    somebody off, person wants to cancel, remove an attendee from the guest list, revoke an approved registration, someone cannot make it, take a
    person off the attendee list, cannot come after all, take him off the list, unregister email, uninvite a guest, cancel somebody's place, he
    cannot come so free his seat, take her booking back, she pulled out, give up his place, release the seat, undo her sign-up, he changed his
    mind about coming, sign him off, she can't make it, cancel for Mrs Sato, drop a guest but keep the record, withdraw his registration, he asked
    to be taken off, unbook her, she is ill and will not attend, no longer coming, cancel one booking, they backed out, deregister a guest,
    release three places, call back the confirmation of a guest, two people dropped out of the audience, Mrs Lee is not coming after all, take
    Jo's seat back, free up his place, my boss can't attend - undo, he wants out, drop her booking but keep it on record, sign the two of them
    off, cancel for Dr. Sato and let him know, he has other plans so release the seat, strike her booking`,
  // Over HTTP it needs the scope to delete: a place is taken away.
  effect: "delete",
  confirms: "always",
});
