import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { DECISION, decide, decisionCli, decisionInput, previewDecision } from "./decide.ts";

export const updateRegistrantStatus = defineOperation({
  ...DECISION,
  id: "registrants.updateStatus",
  tool: "update_webinar_registrant_status",
  summary: "Approve, deny or cancel registrants, by e-mail or id; Zoom then tells them.",
  alsoKnownAs: `
    change a registration's status, approve or deny registrants, set registrants to approved, move to pending, decide about sign-ups,
    registration decision, approve deny or cancel several people, change approval, bulk status change, update registrant status,
    change somebody's status, move back to pending, approve or reject, revoke an approval, take an approval back`,
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
