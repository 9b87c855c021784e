import { name } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { countOf } from "../../operation/counts.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { email, includeJoinLinks, personalLink, type RegistrantStatus, webinarId } from "../../operation/params.ts";
import { noteAdded } from "../../people/removed.ts";
import { settleWrite } from "../../settle/settle-write.ts";
import { findBatch } from "./find-registrations.ts";
import { assertBatch, describeBatch, previewBatch } from "./preview-registration.ts";
import { answersForBatch, mailsNow, readRegistration, WITH_REGISTRATION } from "./registration.ts";
import { lookForKnown, readStanding } from "./standing.ts";

const personName = name().max(64);
const person = z.strictObject({
  email: email.describe("E-mail; confirmation and join link go there"),
  first_name: personName.describe("First name"),
  last_name: personName.optional().describe("Family name"),
});

export const addRegistrantBatch = defineOperation({
  id: "registrants.addBatch",
  tool: "add_webinar_registrant_batch",
  summary: "Register up to 30 people at once for a single (not recurring) webinar; says, if known, whether Zoom mails.",
  alsoKnownAs: `
    register several people at once, sign up a list, bulk registration, register thirty people, add many attendees, group registration, batch
    sign-up, enrol a team, register everybody on this list, add multiple registrants, mass registration, register colleagues in one go, bulk
    import of attendees, sign up the whole team, upload a list of people, register everybody from a spreadsheet, add 20 people, import from the
    CRM, register all these addresses, put these twelve on the list, sign all of them up, register the following people, enter our whole
    department, get the sales team registered, seats for ten colleagues, here are fifteen names, book in the entire class, these addresses should
    be registered, add a bunch of guests, register them together, several sign-ups in one step, enrol the students, put all these colleagues down,
    a handful of people to register, everybody in the team should get a seat, names and mails are below, register both of them, register five
    customers, these eight want to come, book the whole sales team in, please sign up the following, seats for all of them, put all names on the
    list, three colleagues and two clients need places, here come the names to register, get these people seats`,
  endpoints: [
    "POST /webinars/{webinarId}/batch_registrants",
    "GET /webinars/{webinarId}",
    "GET /webinars/{webinarId}/registrants",
    "GET /webinars/{webinarId}/registrants/questions",
    "GET /webinars/{webinarId}/registrants/{registrantId}",
  ],
  effect: "create",
  idempotent: false,
  emails: "registrants",
  input: z.strictObject({
    webinar_id: webinarId,
    registrants: z.array(person).min(1).max(30).describe("E-mail, first_name and last_name of each"),
    auto_approve: z.boolean().optional().describe("Approve them at once although the webinar approves by hand"),
    include_join_links: includeJoinLinks,
  }),
  output: z.object({
    webinar_id: z.string(),
    registrants: z.array(
      z.object({
        email: z.string().nullable(),
        registrant_id: z.string().nullable(),
        status: z.string().nullable(),
        already_registered: z.boolean().nullable().describe("True: was on the list before; null: unknown"),
        join_url: personalLink,
      }),
    ),
    zoom_mails: z.boolean().nullable().describe("Whether Zoom writes to them now; null: unknown"),
    notes: z.array(z.string()),
  }),
  rows: "registrants",
  cli: {
    positional: ["webinar_id"],
    suits: WITH_REGISTRATION,
    columns: ["email", "status", "registrant_id"],
    examples: [`registrants add-batch 82834512568 --registrants '[{"email":"grace@example.com","first_name":"Grace"}]'`],
  },

  preview: previewBatch,
  async run({ webinar_id, registrants, auto_approve }, ctx) {
    const { zoom } = ctx;
    const registration = await readRegistration(ctx, webinar_id);
    assertBatch(registrants, registration);
    const { mails, status } = registration;
    await answersForBatch(zoom, webinar_id, registrants);
    const sinceMs = ctx.clock.now();
    const body = { auto_approve, registrants: registrants.map(({ email, first_name, last_name }) => ({ email, first_name, last_name })) };
    const emails = registrants.map(({ email }) => email);
    const known = await lookForKnown(zoom, { webinarId: webinar_id, emails });
    const { result } = await settleWrite<readonly Added[]>(
      {
        operation: "registrants.addBatch",
        what: `Registering ${countOf(emails.length, "person", "people")}`,
        identity: [webinar_id, body],
        where: "the webinar's registrants, pending and denied ones too",
        send: async () => {
          const added = await zoom.call("POST /webinars/{webinarId}/batch_registrants", { path: { webinarId: webinar_id }, body });
          return (added.registrants ?? []).map(({ email, registrant_id, join_url }) => ({
            email,
            registrant_id,
            status: auto_approve === true || join_url ? "approved" : status,
            join_url,
            isNew: true,
          }));
        },
        idOf: () => null,
        find: (sinceMs) => findBatch(zoom, { webinarId: webinar_id, emails, sinceMs }),
      },
      ctx,
    );
    await noteAdded(ctx, "registrant", webinar_id, registrants);
    const rows = await Promise.all(
      result.map(async ({ email = null, registrant_id = null, status, join_url = null, isNew }) => {
        const added = { webinarId: webinar_id, email: email ?? "", registrantId: registrant_id, status, isNew, sinceMs };
        return { email, registrant_id, ...(await readStanding(zoom, known, added)), join_url };
      }),
    );
    return {
      webinar_id,
      registrants: rows,
      // If somebody was registered before, or has to wait, nobody knows whether Zoom wrote.
      zoom_mails: mailsNow(
        mails,
        rows.some(({ already_registered, status: rowStatus }) => already_registered === true || rowStatus !== "approved"),
      ),
      notes: [],
    };
  },
  describe: ({ registrants, zoom_mails }) => `${describeBatch(registrants)}${zoom_mails === false ? "; Zoom writes no mail" : ""}`,
});

/** One person of a batch, as far as Zoom says it. */
interface Added extends Partial<Record<"email" | "registrant_id" | "join_url", string | undefined>> {
  status: RegistrantStatus | null;
  isNew: boolean;
}
