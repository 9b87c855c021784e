import { inputSchema } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";
import { occurrenceId } from "../../operation/params.ts";
import { previewDeletion } from "./audience.ts";
import { deletedDate, describeDeletion, sendDeletion } from "./deletion.ts";

const DELETE = "DELETE /webinars/{webinarId}";

export const deleteWebinar = defineOperation({
  id: "webinars.delete",
  tool: "delete_webinar",
  summary: "Delete a webinar, or one date of a recurring one; mails people only if asked to.",
  alsoKnownAs: `
    cancel a webinar, delete a webinar, call off the event, remove a date of a series, delete the series, cancel one session, drop one occurrence,
    scrap the webinar, remove an event, take a webinar off the calendar, cancel all dates, get rid of a webinar, cancel webinar, drop one session
    of the series, we are not doing it after all, the event is off, will not take place, delete the whole series, skip next week's session, remove
    a date, scrap the event, take it out of the calendar, webinar is cancelled, get rid of the webinar, kill the webinar, cancel all future dates,
    remove the webinar, webinar by mistake, delete a test webinar, one date less, get rid of a test webinar, it will not happen, forget about the
    event, pull the plug on it, bin the webinar, cancel Friday's talk, strike the 12 May date, no session next week, drop the Christmas date, we
    call the whole thing off, take it out of the diary, the speaker is ill so cancel, axe the event, scrub the March edition, abandon the seminar,
    there will be no talk, skip one week, delete a duplicate event, leave out one session, cancel without telling anyone, remove the old test,
    wipe the series, it was only a test so remove it, free the slot again, the booking was a mistake, do not hold it after all, cancel and inform
    everybody, withdraw the event, we cancel the talk, Thursday is not going ahead, kill off the May date, get it out of the calendar and tell
    people, the event has been dropped, remove the one I made by accident, no need for the demo any longer, take next Tuesday out of the series,
    the whole course is cancelled, undo that booking of a webinar, throw the event away, wipe the draft event`,
  endpoints: [DELETE, "GET /webinars/{webinarId}"],
  effect: "delete",
  idempotent: true,
  emails: "registrants and panelists",
  get input() {
    return z.strictObject({ ...inputSchema(DELETE).shape, occurrence_id: occurrenceId.optional() });
  },
  output: z.object({ done: z.literal("delete_webinar"), webinar_id: z.string(), ...deletedDate }),
  cli: { positional: ["webinar_id"], verbs: ["rm"], examples: ["webinars delete 82834512568"] },
  risk: ({ cancel_webinar_reminder }) => ({ effect: "delete", emails: cancel_webinar_reminder ? "registrants and panelists" : "nobody" }),
  preview: (input, ctx) => previewDeletion(input, ctx),
  run: async (input, ctx) => ({ done: "delete_webinar" as const, webinar_id: input.webinar_id, ...(await sendDeletion(input, ctx)) }),
  describe: (output, input) => describeDeletion("Deleted", output, input),
});
