import { defineOperation } from "../../operation/define-operation.ts";
import { decisionTo } from "./decide.ts";

export const denyRegistrants = defineOperation({
  ...decisionTo("deny"),
  id: "registrants.deny",
  tool: "deny_webinar_registrants",
  summary: "Deny registrants, by e-mail or id; Zoom then tells them.",
  alsoKnownAs: `
    reject a registration, refuse a registrant, turn somebody down, decline a sign-up, say no to a registration, deny access, do not let somebody
    in, block a competitor, refuse an application, reject pending people, turn down a competitor, refuse a sign-up, do not let them in, reject
    email, decline a registration, block a registrant, not allowed to attend, keep somebody out, exclude a registrant, turn away the competitor,
    we do not want him there, no entry for journalists, say no to her, keep the press out, refuse these two, he must not attend, not her, shut out
    the competition, decline his application, send the applicant away, those three are not welcome, reject whoever is from the rival firm, bar a
    person from attending, no place for him, turn down her request, dismiss the application, they should not get in, veto this guest, refuse
    admission, he may not come, send the competitor packing, no seat for her, refuse whoever is from that firm, not these people please, block
    this applicant, keep him away from the event, give them a no, decline politely, those two are unwanted`,
});
