import { anyId, inputSchema } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { defineOperation } from "../../operation/define-operation.ts";
import { email, includeJoinLinks, rare, webinarId } from "../../operation/params.ts";
import { namesOf, pick } from "../../operation/pick.ts";
import { full, withReply } from "../../operation/short.ts";
import { noteAdded } from "../../people/removed.ts";
import { settleWrite } from "../../settle/settle-write.ts";
import { findSignedUp } from "./find-signed-up.ts";
import { previewRegistration } from "./preview-registration.ts";
import { REGISTER, registered, type SignedUp } from "./registered.ts";
import { answersFor, assertTakesRegistrations, datesPicked, mailsNow, noteAllDates, readRegistration, WITH_REGISTRATION } from "./registration.ts";
import { lookForKnown, readStanding } from "./standing.ts";

const { webinar_id: _id, occurrence_ids: _occurrences, email: _email, ...answers } = inputSchema(REGISTER).shape;
const PERSON = ["email", ...namesOf(answers)] as const;

export const addRegistrant = defineOperation({
  id: "registrants.add",
  tool: "add_webinar_registrant",
  summary: "Register one person for a webinar; says whether approval is pending and, if known, whether Zoom mails.",
  alsoKnownAs: `
    sign somebody up, register a person, add an attendee, enrol somebody, register an attendee, add a guest, put somebody on the list, sign up one
    person, book a seat, add a registration, register my colleague, add someone to the webinar, put somebody's name down, register a person by
    name and email, put Ben down for Thursday, sign Mr Smith up, get her a seat, give him a place, enter one guest, book Maria in, she phoned and
    wants to come, add my boss to the guest list, one more for the list, enrol a student, register a late comer, please put her on, a customer
    wants to attend, reserve a spot for a client, she would like to come, note down one attendee, make a registration for somebody, take a booking
    by phone, sign my mother up, let a client join the event, anna@example.com wants a seat, Mrs Lee wants to come, could you get Jo on the list,
    a seat for my assistant please, book a place for kim@example.com, register this gentleman, one latecomer to add, put me down too, sign this
    lady up for the talk, please enrol Mr Novak, my colleague would like a spot`,
  endpoints: [
    REGISTER,
    "GET /webinars/{webinarId}",
    "GET /webinars/{webinarId}/registrants",
    "GET /webinars/{webinarId}/registrants/questions",
    "GET /webinars/{webinarId}/registrants/{registrantId}",
  ],
  scopes: { classic: ["webinar:write:admin", "webinar:write"], granular: ["webinar:write:registrant", "webinar:write:registrant:admin"] },
  effect: "create",
  idempotent: false,
  emails: "registrants",
  input: z.strictObject({
    webinar_id: webinarId,
    email: email.describe("E-mail; confirmation and join link go there"),
    ...answers,
    occurrence_ids: z.array(anyId(64)).max(60).optional().describe("Dates to register for, if people pick dates: days or IDs"),
    include_join_links: includeJoinLinks,
    full: rare(full),
  }),
  output: withReply(REGISTER, registered),
  short: Object.keys(registered.shape),
  cli: {
    positional: ["webinar_id"],
    suits: WITH_REGISTRATION,
    examples: ["registrants add 82834512568 --email grace@example.com --first-name Grace"],
  },

  preview: previewRegistration,
  async run(input, ctx) {
    const { zoom } = ctx;
    const { webinar_id, email } = input;
    const registration = await readRegistration(ctx, webinar_id, input.occurrence_ids);
    assertTakesRegistrations(registration);
    const { mails, status: whoSignsUp } = registration;
    const answers = await answersFor(zoom, webinar_id, input);
    const custom_questions = answers.length === 0 ? undefined : answers;
    const dates = datesPicked(registration, input.occurrence_ids);
    const known = await lookForKnown(zoom, { webinarId: webinar_id, emails: [email], dates });
    const sinceMs = ctx.clock.now();
    const request = {
      path: { webinarId: webinar_id },
      query: { occurrence_ids: input.occurrence_ids?.join(",") },
      body: { ...pick(input, PERSON), custom_questions },
    };
    const { result } = await settleWrite<SignedUp>(
      {
        operation: "registrants.add",
        what: `Registering ${email}`,
        identity: [webinar_id, email, input.occurrence_ids ?? []],
        send: async () => {
          const added = await zoom.call(REGISTER, request);
          const { registrant_id = null, join_url } = added;
          // Zoom says the status only since 2026-09; before that the approval type and the missing link tell.
          const status =
            added.status === "approved" || added.status === "pending" || added.status === "denied"
              ? added.status
              : (whoSignsUp ?? (join_url ? "approved" : "pending"));
          return { ...added, registrant_id, status, join_url, isNew: true };
        },
        idOf: () => null,
        find: (sinceMs) => findSignedUp(zoom, { webinarId: webinar_id, email, sinceMs }),
        where: "the webinar's registrants, pending and denied ones too",
      },
      ctx,
    );
    await noteAdded(ctx, "registrant", webinar_id, [{ id: result.registrant_id, email }]);
    const { isNew, ...added } = result;
    const { registrant_id, join_url } = added;
    const standing = await readStanding(zoom, known, {
      webinarId: webinar_id,
      email,
      registrantId: registrant_id,
      status: added.status,
      isNew,
      sinceMs,
    });
    const { already_registered } = standing;
    const status = standing.status ?? added.status;
    return {
      ...added,
      registrant_id,
      webinar_id,
      email,
      status,
      already_registered,
      // If somebody was registered before, or has to wait, nobody knows whether Zoom wrote.
      zoom_mails: mailsNow(mails, already_registered === true || status !== "approved"),
      notes: noteAllDates(registration, input.occurrence_ids),
      join_url: join_url ?? null,
    };
  },
  describe: ({ email, status, already_registered, zoom_mails }) =>
    status === "denied"
      ? `${email} is not registered: was denied or cancelled before, and stays so. Approve them to let them in`
      : `${email} ${already_registered ? "was registered already" : "is registered"}${status === "pending" ? ", approval pending" : ""}${zoom_mails === false ? "; Zoom writes no mail" : ""}`,
});
