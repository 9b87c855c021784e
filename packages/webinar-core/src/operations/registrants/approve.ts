import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { decide, decisionInput, decisionResult, describeDecision, previewDecision } from "./decide.ts";

export const approveRegistrants = defineOperation({
  id: "registrants.approve",
  tool: "approve_webinar_registrants",
  summary: "Approve pending or denied registrants, by e-mail or id; Zoom then mails them their join link.",
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
    examples: ["registrants approve 95312345678 grace@example.com"],
  },

  preview: (input, ctx) => previewDecision({ action: "approve", ...input }, ctx),
  run: (input, ctx) => decide({ action: "approve", ...input }, ctx),
  describe: describeDecision,
});
