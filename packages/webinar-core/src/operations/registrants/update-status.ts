import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";
import { DECISION, decide, decisionCli, decisionInput, previewDecision } from "./decide.ts";

export const updateRegistrantStatus = defineOperation({
  ...DECISION,
  id: "registrants.updateStatus",
  tool: "update_webinar_registrant_status",
  summary: "Approve, deny or cancel registrants, by e-mail or id; Zoom then tells them.",
  alsoKnownAs: `
    change a registration's status, approve or deny registrants, set registrants to approved, move to pending, decide about sign-ups, registration
    decision, approve deny or cancel several people, change approval, bulk status change, update registrant status, change somebody's status, move
    back to pending, approve or reject, revoke an approval, take an approval back, set them to approved, flip her status, mark as denied, put five
    people on pending, move him from denied to approved, change what we decided about her, reverse a decision on a sign-up, set the state of these
    registrants, turn approved into denied, switch a registrant to cancelled, we decided otherwise about him, put them back in the queue, update
    the status of sign-ups, status of several people to denied, take back the refusal, change them all to pending, she should be approved not
    denied, put his registration on hold, reset their status, make these five cancelled, revise my decision on him, move her to the denied ones,
    flip the two to approved`,
  confirms: "always",
  input: z.strictObject({
    ...decisionInput,
    action: z.enum(["approve", "deny", "cancel"]).describe("cancel takes an approval back"),
  }),
  cli: decisionCli("update-status", " --action approve"),

  risk: ({ action }) => ({ effect: "update", emails: "registrants", confirms: action === "cancel" ? "always" : undefined }),
  preview: previewDecision,
  run: decide,
});
