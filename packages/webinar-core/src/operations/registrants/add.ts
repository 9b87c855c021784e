import { isZoomWebinarError } from "@zoom-webinar/foundation";
import { inputSchema, type ReplyOf, type ZoomClient } from "@zoom-webinar/zoom-client";
import * as z from "zod";
import { defineOperation } from "../../operation/operation.ts";
import { email, includeJoinLinks, personalLink, webinarId } from "../../params.ts";
import { toRecipients } from "../../policy/preview.ts";

const { webinar_id: _id, occurrence_ids: _occurrences, email: _email, ...answers } = inputSchema("POST /webinars/{webinarId}/registrants").shape;

export const addRegistrant = defineOperation({
  id: "registrants.add",
  tool: "add_webinar_registrant",
  summary: "Register one person for a webinar; says whether approval is pending and whether Zoom mails.",
  endpoints: ["POST /webinars/{webinarId}/registrants", "GET /webinars/{webinarId}"],
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
  async run(input, { zoom }) {
    const { webinar_id, email, first_name, last_name, address, city, state, zip, country, phone, industry, org, job_title } = input;
    const { purchasing_time_frame, role_in_purchase_process, no_of_employees, comments, custom_questions, language, source_id } = input;
    const webinar = await readWebinar(zoom, webinar_id); // before the write: a failure here must leave nothing half told
    const added = await zoom.call("POST /webinars/{webinarId}/registrants", {
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
    });
    return {
      registrant_id: added.registrant_id ?? null,
      webinar_id: added.id ?? webinar_id,
      email,
      status: statusOf(added, webinar),
      zoom_mails: mails(webinar),
      join_url: added.join_url ?? null,
    };
  },
  describe: ({ email, status, zoom_mails }) =>
    `${email} is ${status === "pending" ? "registered, approval pending" : "registered"}${zoom_mails === false ? "; Zoom writes no mail" : ""}`,
});

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
