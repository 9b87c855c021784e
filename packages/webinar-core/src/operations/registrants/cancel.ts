import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { decide, decisionInput, decisionResult, describeDecision, previewDecision } from "./decide.ts";

export const cancelRegistrants = defineOperation({
  id: "registrants.cancel",
  tool: "cancel_webinar_registrants",
  summary: "Cancel registrations, by e-mail or id, keeping the record; Zoom then tells them.",
  endpoints: ["PUT /webinars/{webinarId}/registrants/status", "GET /webinars/{webinarId}/registrants", "GET /webinars/{webinarId}"],
  scopes: {
    classic: ["webinar:write:admin", "webinar:write"],
    granular: ["webinar:update:registrant_status", "webinar:update:registrant_status:admin"],
  },
  effect: "update",
  idempotent: false,
  emails: "registrants",
  confirms: "always",
  input: z.strictObject(decisionInput),
  output: decisionResult,
  rows: "results",
  cli: {
    positional: ["webinar_id", "registrants"],
    columns: ["email", "outcome", "message"],
    examples: ["registrants cancel 95312345678 grace@example.com"],
  },

  preview: (input, ctx) => previewDecision({ action: "cancel", ...input }, ctx),
  run: (input, ctx) => decide({ action: "cancel", ...input }, ctx),
  describe: describeDecision,
});
