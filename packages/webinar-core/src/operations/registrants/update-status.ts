import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { decide, decisionInput, decisionResult, describeDecision, previewDecision } from "./decide.ts";

export const updateRegistrantStatus = defineOperation({
  id: "registrants.updateStatus",
  tool: "update_webinar_registrant_status",
  summary: "Approve, deny or cancel registrants, by e-mail or id; Zoom then tells them.",
  endpoints: ["PUT /webinars/{webinarId}/registrants/status", "GET /webinars/{webinarId}/registrants", "GET /webinars/{webinarId}"],
  scopes: {
    classic: ["webinar:write:admin", "webinar:write"],
    granular: ["webinar:update:registrant_status", "webinar:update:registrant_status:admin"],
  },
  effect: "update",
  idempotent: false,
  emails: "registrants",
  confirms: "always",
  input: z.strictObject({
    ...decisionInput,
    action: z.enum(["approve", "deny", "cancel"]).describe("cancel takes an approval back"),
  }),
  output: decisionResult,
  rows: "results",
  cli: {
    positional: ["webinar_id", "registrants"],
    columns: ["email", "outcome", "message"],
    examples: ["registrants update-status 95312345678 grace@example.com --action approve"],
  },

  risk: ({ action }) => ({ effect: "update", emails: "registrants", confirms: action === "cancel" ? "always" : undefined }),
  preview: previewDecision,
  run: decide,
  describe: describeDecision,
});
