import { defineOperation } from "../../operation/define-operation.ts";
import { decisionTo } from "./decide.ts";

export const approveRegistrants = defineOperation({
  ...decisionTo("approve"),
  id: "registrants.approve",
  tool: "approve_webinar_registrants",
  summary: "Approve pending or denied registrants, by e-mail or id; Zoom then mails them their join link.",
  alsoKnownAs: `
    approve registrations, accept a registrant, let people in, approve pending sign-ups, confirm a registration, admit from the waiting list,
    accept all, say yes to a sign-up, approve everyone, grant access, approve the waiting people, let the waiting ones in, green light, give
    somebody access, wave them through, approve everybody who waits, OK the sign-ups, accept everyone but one, approve email, allow somebody to
    attend, say yes to everybody, release the registrations, unlock the waiting people, let Sofia in, let her in, give him the nod, the ones who
    wait may come, say yes to all, okay the applicants, clear the queue of pending people, she is fine so approve her, accept Tom and Rosa, admit
    those two, open the door for them, pass the applications, confirm his seat, all pending ones are welcome, let the guests in, approve the
    latecomers, take her off the waiting list and let her attend, nod them through, those three can come, everybody may attend, usher them in, she
    may come, those waiting - let them all in, ok for Mr Brown, give the thumbs up to the applicants, accept whoever is pending, he can have his
    seat, the pending ones are fine, clear the waiting room of applications, yes to both of them, grant her the place`,
});
