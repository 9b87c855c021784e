import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { previewDeletion } from "./audience.ts";

export const deleteWebinar = endpointOperation("DELETE /webinars/{webinarId}", {
  id: "webinars.delete",
  tool: "delete_webinar",
  summary: "Delete a webinar, or one date of a recurring one; mails people only if asked to.",
  emails: "registrants and panelists",
  cli: { positional: ["webinar_id"], examples: ["webinars delete 95312345678"] },
  risk: ({ cancel_webinar_reminder }) => ({ effect: "delete", emails: cancel_webinar_reminder ? "registrants and panelists" : "nobody" }),
  preview: (input, { zoom }) => previewDeletion(input, zoom),
  describe: ({ webinar_id }) => `Deleted webinar ${webinar_id}`,
});
