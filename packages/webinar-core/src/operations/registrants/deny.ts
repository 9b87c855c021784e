import { defineOperation } from "../../operation/operation.ts";
import { decisionTo } from "./decide.ts";

export const denyRegistrants = defineOperation({
  ...decisionTo("deny"),
  id: "registrants.deny",
  tool: "deny_webinar_registrants",
  summary: "Deny registrants, by e-mail or id; Zoom then tells them.",
  alsoKnownAs: `
    reject a registration, refuse a registrant, turn somebody down, decline a sign-up, say no to a registration, deny access,
    do not let somebody in, block a competitor, refuse an application, reject pending people,
    turn down a competitor, refuse a sign-up, do not let them in, reject email, decline a registration, block a registrant,
    not allowed to attend, keep somebody out, exclude a registrant`,
});
