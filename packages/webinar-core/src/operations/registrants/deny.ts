import { defineOperation } from "../../operation/operation.ts";
import { decisionTo } from "./decide.ts";

export const denyRegistrants = defineOperation({
  ...decisionTo("deny"),
  id: "registrants.deny",
  tool: "deny_webinar_registrants",
  summary: "Deny registrants, by e-mail or id; Zoom then tells them.",
});
