import type { EndpointId } from "@zoom-webinar/zoom-client";
import * as z from "zod";
import type { OperationContext } from "../../operation/operation.ts";
import { type Action, type Decision, decide, decisionInput, decisionResult, describeDecision, previewDecision } from "./decide.ts";

const ENDPOINTS: readonly EndpointId[] = [
  "PUT /webinars/{webinarId}/registrants/status",
  "GET /webinars/{webinarId}/registrants",
  "GET /webinars/{webinarId}",
];

/** What operations that decide about registrants have in common, whichever way they decide. */
export const DECISION = {
  endpoints: ENDPOINTS,
  scopes: {
    classic: ["webinar:write:admin", "webinar:write"],
    granular: ["webinar:update:registrant_status", "webinar:update:registrant_status:admin"],
  },
  effect: "update",
  idempotent: false,
  emails: "registrants",
  output: decisionResult,
  rows: "results",
  describe: describeDecision,
} as const;

/** Hints for the terminal, with an example's words after the ids. */
export const decisionCli = (command: string, after = "") =>
  ({
    positional: ["webinar_id", "registrants"],
    columns: ["email", "outcome", "message"],
    examples: [`registrants ${command} 95312345678 grace@example.com${after}`],
  }) as const;

/** The same for operations that decide one way only. */
export const decisionTo = (action: Action) => ({
  ...DECISION,
  input: z.strictObject(decisionInput),
  cli: decisionCli(action),
  preview: (input: Omit<Decision, "action">, ctx: OperationContext) => previewDecision({ action, ...input }, ctx),
  run: (input: Omit<Decision, "action">, ctx: OperationContext) => decide({ action, ...input }, ctx),
});
