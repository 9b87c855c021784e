import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { decide, decisionInput, decisionResult, describeDecision, previewDecision } from "./decide.ts";

export const denyRegistrants = defineOperation({
  id: "registrants.deny",
  tool: "deny_webinar_registrants",
  summary: "Deny registrants, by e-mail or id; Zoom then tells them.",
  endpoints: ["PUT /webinars/{webinarId}/registrants/status", "GET /webinars/{webinarId}/registrants", "GET /webinars/{webinarId}"],
  scopes: {
    classic: ["webinar:write:admin", "webinar:write"],
    granular: ["webinar:update:registrant_status", "webinar:update:registrant_status:admin"],
  },
  effect: "update",
  idempotent: false,
  emails: "registrants",
  input: z.strictObject(decisionInput),
  output: decisionResult,
  rows: "results",
  cli: {
    positional: ["webinar_id", "registrants"],
    columns: ["email", "outcome", "message"],
    examples: ["registrants deny 95312345678 grace@example.com"],
  },

  preview: (input, ctx) => previewDecision({ action: "deny", ...input }, ctx),
  run: (input, ctx) => decide({ action: "deny", ...input }, ctx),
  describe: describeDecision,
});
