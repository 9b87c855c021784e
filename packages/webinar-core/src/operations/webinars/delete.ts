import { endpointOperation } from "../../operation/endpoint-operation.ts";
import { previewDeletion } from "./audience.ts";

export const deleteWebinar = endpointOperation("DELETE /webinars/{webinarId}", {
  id: "webinars.delete",
  tool: "delete_webinar",
  summary: "Delete a webinar, or one date of a recurring one; mails people only if asked to.",
  alsoKnownAs: `
    cancel a webinar, delete a webinar, call off the event, remove a date of a series, delete the series, cancel one session,
    drop one occurrence, scrap the webinar, remove an event, take a webinar off the calendar, cancel all dates, get rid of a webinar,
    cancel webinar,
    drop one session of the series, we are not doing it after all, the event is off, will not take place, delete the whole series,
    skip next week's session, remove a date, scrap the event, take it out of the calendar, webinar is cancelled, get rid of the webinar,
    kill the webinar, cancel all future dates, remove the webinar, webinar by mistake, delete a test webinar, one date less`,
  emails: "registrants and panelists",
  cli: { positional: ["webinar_id"], examples: ["webinars delete 95312345678"] },
  risk: ({ cancel_webinar_reminder }) => ({ effect: "delete", emails: cancel_webinar_reminder ? "registrants and panelists" : "nobody" }),
  preview: (input, { zoom }) => previewDeletion(input, zoom),
  describe: ({ webinar_id }) => `Deleted webinar ${webinar_id}`,
});
