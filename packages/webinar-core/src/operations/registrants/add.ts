import { AmbiguousError, isZoomWebinarError } from "@zoom-webinar/foundation";
import { inputSchema, type ReplyOf, type ZoomClient } from "@zoom-webinar/zoom-client";
import * as z from "zod";
import { findRegistrant } from "../../ambiguous/find-registrant.ts";
import { settleWrite } from "../../ambiguous/settle-write.ts";
import { defineOperation } from "../../operation/operation.ts";
import { email, includeJoinLinks, personalLink, webinarId } from "../../params.ts";
import { toRecipients } from "../../policy/preview.ts";

const { webinar_id: _id, occurrence_ids: _occurrences, email: _email, ...answers } = inputSchema("POST /webinars/{webinarId}/registrants").shape;

export const addRegistrant = defineOperation({
  id: "registrants.add",
  tool: "add_webinar_registrant",
  summary: "Register one person for a webinar; says whether approval is pending and whether Zoom mails.",
  endpoints: ["POST /webinars/{webinarId}/registrants", "GET /webinars/{webinarId}", "GET /webinars/{webinarId}/registrants"],
  scopes: { classic: ["webinar:write:admin", "webinar:write"], granular: ["webinar:write:registrant", "webinar:write:registrant:admin"] },
  effect: "create",
  idempotent: false,
  emails: "registrants",
  input: z.strictObject({
    webinar_id: webinarId,
    email: email.describe("E-mail; confirmation and join link go there"),
    ...answers,
    occurrence_ids: z.array(z.string().max(64)).max(60).optional().describe("Dates to register for, where people pick dates"),
    include_join_links: includeJoinLinks,
  }),
  output: z.object({
    registrant_id: z.string().nullable(),
    webinar_id: z.string(),
    email: z.string(),
    status: z.enum(["approved", "pending"]),
    zoom_mails: z.boolean().nullable().describe("Whether Zoom writes to this person now; null: unknown"),
    join_url: personalLink,
  }),
  cli: { positional: ["webinar_id"], examples: ["registrants add 95312345678 --email grace@example.com --first-name Grace"] },

  async preview({ webinar_id, email }, { zoom }) {
    const webinar = await readWebinar(zoom, webinar_id);
    return {
      summary: `Register ${email} for "${webinar?.topic ?? webinar_id}".`,
      targets: [
        { kind: "webinar", id: webinar_id, ...(webinar?.topic ? { label: webinar.topic } : {}) },
        { kind: "person", id: email },
      ],
      // Whether somebody who has to wait is written to is not documented: taken as yes.
      recipients:
        mails(webinar) === false
          ? null
          : toRecipients([email], webinar?.settings?.approval_type === 1 ? "the registration waits for approval" : "the registration is confirmed"),
      reversible: true,
    };
  },
  async run(input, ctx) {
    const { zoom } = ctx;
    const { webinar_id, email, first_name, last_name, address, city, state, zip, country, phone, industry, org, job_title } = input;
    const { purchasing_time_frame, role_in_purchase_process, no_of_employees, comments, custom_questions, language, source_id } = input;
    const webinar = await readWebinar(zoom, webinar_id); // before the write: a failure here must leave nothing half told
    const request = {
      path: { webinarId: webinar_id },
      query: { occurrence_ids: input.occurrence_ids?.join(",") },
      body: {
        email,
        first_name,
        last_name,
        address,
        city,
        state,
        zip,
        country,
        phone,
        industry,
        org,
        job_title,
        purchasing_time_frame,
        role_in_purchase_process,
        no_of_employees,
        comments,
        custom_questions,
        language,
        source_id,
      },
    };
    const { result } = await settleWrite(
      {
        operation: "registrants.add",
        what: `Registering ${email}`,
        identity: [webinar_id, email.toLowerCase(), input.occurrence_ids ?? []],
        send: async () => {
          const added = await zoom.call("POST /webinars/{webinarId}/registrants", request);
          const { registrant_id, join_url } = added;
          return { registrant_id: registrant_id ?? null, status: statusOf(added, webinar), join_url, isNew: true };
        },
        idOf: () => null,
        find: (sinceMs) => findAdded(zoom, { webinarId: webinar_id, email, sinceMs }),
        where: "the webinar's registrants, pending and denied ones too",
      },
      ctx,
    );
    const { registrant_id, status, join_url, isNew } = result;
    // Of somebody who was registered before, nobody knows whether Zoom wrote again.
    return { registrant_id, webinar_id, email, status, zoom_mails: isNew ? mails(webinar) : null, join_url: join_url ?? null };
  },
  describe: ({ email, status, zoom_mails }) =>
    `${email} is ${status === "pending" ? "registered, approval pending" : "registered"}${zoom_mails === false ? "; Zoom writes no mail" : ""}`,
});

/** Somebody who is on the list but turned away is no success of this call, nor surely a failure. */
const findAdded = async (zoom: ZoomClient, search: Parameters<typeof findRegistrant>[1]) =>
  (await findRegistrant(zoom, search)).map((candidate) => ({
    ...candidate,
    adopt: async () => {
      const { status, ...found } = await candidate.adopt();
      if (status !== "denied") return { ...found, status };
      throw new AmbiguousError(`${search.email} is on the webinar's list as denied; whether this registration arrived cannot be seen.`, {
        hint: "Approve them if they are to take part.",
        details: { candidates: [{ id: candidate.id, label: candidate.label }] },
      });
    },
  }));

type Webinar = ReplyOf<"GET /webinars/{webinarId}">;

/** The webinar, or null where the app may only write. */
const readWebinar = async (zoom: ZoomClient, webinarId: string): Promise<Webinar | null> => {
  try {
    return await zoom.call("GET /webinars/{webinarId}", { path: { webinarId } });
  } catch (error) {
    if (isZoomWebinarError(error) && error.code === "scope_missing") return null;
    throw error;
  }
};

/** Whether Zoom writes to somebody who registers; null where the settings cannot be read. Both switches are on unless a webinar turns them off. */
const mails = (webinar: Webinar | null): boolean | null =>
  webinar?.settings ? webinar.settings.registrants_confirmation_email !== false && webinar.settings.registrants_email_notification !== false : null;

/** Zoom says `status` only since 2026-09; before that the approval type and the missing link tell. */
const statusOf = (added: ReplyOf<"POST /webinars/{webinarId}/registrants">, webinar: Webinar | null): "approved" | "pending" => {
  if (added.status === "approved" || added.status === "pending") return added.status;
  const approval = webinar?.settings?.approval_type;
  return approval === undefined || approval === null ? (added.join_url ? "approved" : "pending") : approval === 1 ? "pending" : "approved";
};
