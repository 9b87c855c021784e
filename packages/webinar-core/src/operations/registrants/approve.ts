import { defineOperation } from "../../operation/operation.ts";
import { decisionTo } from "./decide.ts";

export const approveRegistrants = defineOperation({
  ...decisionTo("approve"),
  id: "registrants.approve",
  tool: "approve_webinar_registrants",
  summary: "Approve pending or denied registrants, by e-mail or id; Zoom then mails them their join link.",
  alsoKnownAs: `
    approve registrations, accept a registrant, let people in, approve pending sign-ups, confirm a registration, admit from the waiting list,
    accept all, say yes to a sign-up, approve everyone, grant access, approve the waiting people,
    let the waiting ones in, green light, give somebody access, wave them through, approve everybody who waits, OK the sign-ups,
    accept everyone but one, approve email,
    allow somebody to attend, say yes to everybody, release the registrations, unlock the waiting people`,
});
