import { defineOperation } from "../../operation/operation.ts";
import { decisionTo } from "./decide.ts";

export const cancelRegistrants = defineOperation({
  ...decisionTo("cancel"),
  id: "registrants.cancel",
  tool: "cancel_webinar_registrants",
  summary: "Cancel registrations, by e-mail or id, keeping the record; Zoom then tells them.",
  confirms: "always",
});
