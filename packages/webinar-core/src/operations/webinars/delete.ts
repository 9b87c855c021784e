import { endpointOperation } from "../../operation/endpoint-operation.ts";
import type { Preview } from "../../policy/preview.ts";
import { toRecipients } from "../../policy/preview.ts";
import { showInZone } from "../../time/start-time.ts";

export const deleteWebinar = endpointOperation("DELETE /webinars/{webinarId}", {
  id: "webinars.delete",
  tool: "delete_webinar",
  summary: "Delete a webinar, or one date of a recurring one; mails people only if asked to.",
  emails: "registrants and panelists",
  cli: { positional: ["webinar_id"], examples: ["webinars delete 95312345678"] },
  risk: ({ cancel_webinar_reminder }) => ({ effect: "delete", emails: cancel_webinar_reminder ? "registrants and panelists" : "nobody" }),

  async preview({ webinar_id, occurrence_id, cancel_webinar_reminder }, { zoom }): Promise<Preview> {
    const webinar = await zoom.call("GET /webinars/{webinarId}", { path: { webinarId: webinar_id }, query: { occurrence_id } });
    const emails: string[] = [];
    if (cancel_webinar_reminder) {
      // Whether those who still wait for approval are told is not documented: taken as yes.
      const statuses = webinar.settings?.approval_type === 2 ? [] : (["approved", "pending"] as const);
      for (const status of statuses) {
        const pages = zoom.pages("GET /webinars/{webinarId}/registrants", { path: { webinarId: webinar_id }, query: { status, page_size: 300 } });
        for await (const { registrants } of pages) for (const { email } of registrants ?? []) if (email) emails.push(email);
      }
      const { panelists } = await zoom.call("GET /webinars/{webinarId}/panelists", { path: { webinarId: webinar_id } });
      for (const { email } of panelists ?? []) if (email) emails.push(email);
    }
    const starts = webinar.start_time ? `, ${await showInZone(webinar.start_time, webinar.timezone ?? "UTC")}` : "";
    const target = occurrence_id === undefined ? { kind: "webinar", id: webinar.id ?? webinar_id } : { kind: "occurrence", id: occurrence_id };
    return {
      summary: `Delete ${occurrence_id === undefined ? "the webinar" : "one date of the webinar"} "${webinar.topic ?? "without a topic"}"${starts}, with its registrations.`,
      targets: [{ ...target, label: webinar.topic ?? "" }],
      recipients: toRecipients(emails, "registrants and panelists are told that it is cancelled"),
      reversible: false,
    };
  },
  describe: ({ webinar_id }) => `Deleted webinar ${webinar_id}`,
});
