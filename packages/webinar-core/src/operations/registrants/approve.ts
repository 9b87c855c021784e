import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { occurrenceId, webinarId } from "../../params.ts";
import { toRecipients } from "../../policy/preview.ts";
import { decide, decisionResult, findRegistrants } from "./decide.ts";

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
  input: z.strictObject({
    webinar_id: webinarId,
    registrants: z.array(z.string().min(1).max(128)).min(1).max(300).describe("E-mail addresses or registrant IDs"),
    occurrence_id: occurrenceId.optional(),
  }),
  output: decisionResult,
  rows: "results",
  cli: {
    positional: ["webinar_id", "registrants"],
    columns: ["email", "outcome", "message"],
    examples: ["registrants approve 95312345678 grace@example.com"],
  },

  async preview({ webinar_id, registrants, occurrence_id }, { zoom }) {
    const webinar = await zoom.call("GET /webinars/{webinarId}", { path: { webinarId: webinar_id }, query: {} });
    const found = await findRegistrants(zoom, { webinar_id, occurrence_id, wanted: registrants, from: ["pending", "denied", "approved"] });
    const concerned = found.filter(({ status }) => status !== "approved");
    const isMailed = webinar.settings?.registrants_email_notification !== false;
    return {
      summary: `Approve ${concerned.length} ${concerned.length === 1 ? "registrant" : "registrants"} of "${webinar.topic ?? webinar_id}".`,
      targets: concerned.map(({ id, email, name }) => ({ kind: "registrant", id, label: name === null ? email : `${name} <${email}>` })),
      recipients: isMailed
        ? toRecipients(
            concerned.map(({ email }) => email),
            "they get their join link",
          )
        : null,
      reversible: true,
    };
  },
  run: ({ webinar_id, registrants, occurrence_id }, ctx) =>
    decide({ action: "approve", webinar_id, occurrence_id, wanted: registrants, from: ["pending", "denied", "approved"] }, ctx),
  describe: ({ results }) => `${results.filter(({ outcome }) => outcome === "done").length} of ${results.length} approved`,
});
