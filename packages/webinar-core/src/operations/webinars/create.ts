import { InputError } from "@zoom-webinar/foundation";
import { inputSchema, replySchema } from "@zoom-webinar/zoom-client";
import * as z from "zod";
import { findWebinars } from "../../ambiguous/find-webinars.ts";
import { settleWrite } from "../../ambiguous/settle-write.ts";
import { defineOperation } from "../../operation/operation.ts";
import { startTime, timezone, userId } from "../../params.ts";
import { hostZone } from "../../time/host-zone.ts";
import { describeReading, readingSchema, readStartTime } from "../../time/start-time.ts";

const zoomInput = inputSchema("POST /users/{userId}/webinars").shape;
const APPROVAL = { automatic: 0, manual: 1, none: 2 } as const;
const HOUR_MS = 3_600_000;

const createInput = z.strictObject({
  user_id: userId,
  topic: z.string().min(1).max(200).describe("Title, shown in invitations"),
  start_time: startTime.optional(),
  timezone: timezone.optional(),
  duration: z.number().int().min(1).max(44_640).default(60).describe("Minutes"),
  agenda: zoomInput.agenda,
  password: zoomInput.password,
  registration: z.enum(["none", "automatic", "manual"]).optional().describe("Sign-up: none, approved at once, or approved by hand"),
  registrants_confirmation_email: z.boolean().optional().describe("Mail registrants a confirmation; Zoom's default is the host's setting"),
  host_video: z.boolean().optional().describe("Host starts with camera on"),
  panelists_video: z.boolean().optional().describe("Panelists start with camera on"),
  audio: z.enum(["both", "telephony", "voip", "thirdParty"]).optional().describe("How people hear"),
  auto_recording: z.enum(["local", "cloud", "none"]).optional().describe("Record by itself"),
  practice_session: z.boolean().optional().describe("Panelists can rehearse first"),
  question_and_answer: z.boolean().optional().describe("Q&A on or off"),
  alternative_hosts: z.string().max(2000).optional().describe("E-mails of stand-in hosts, comma list"),
  recurrence: zoomInput.recurrence,
  template_id: zoomInput.template_id,
  tracking_fields: zoomInput.tracking_fields,
  settings: zoomInput.settings,
});

type CreateInput = z.output<typeof createInput>;

export const createWebinar = defineOperation({
  id: "webinars.create",
  tool: "create_webinar",
  summary: "Schedule a webinar for a host. Without start_time it starts one hour from now.",
  endpoints: ["POST /users/{userId}/webinars", "GET /users/{userId}", "GET /users/{userId}/webinars", "GET /webinars/{webinarId}"],
  scopes: { classic: ["webinar:write", "webinar:write:admin"], granular: ["webinar:write:webinar", "webinar:write:webinar:admin"] },
  effect: "create",
  idempotent: false,
  emails: "nobody",
  input: createInput,
  output: z.object({
    webinar: replySchema("POST /users/{userId}/webinars"),
    starts: readingSchema.describe("How start_time was read"),
    notes: z.array(z.string()),
  }),
  cli: {
    examples: ["webinars create --user-id ada@example.com --topic Launch --start-time 2027-03-01T10:00 --timezone America/New_York"],
  },

  async run(input, ctx) {
    const { zoom, zone, clock } = ctx;
    const { user_id, topic, duration, agenda, password, recurrence, template_id, tracking_fields } = input;
    const notes: string[] = [];
    const text = input.start_time ?? new Date(Math.ceil((clock.now() + HOUR_MS) / 60_000) * 60_000).toISOString();
    if (input.start_time === undefined) notes.push("No start_time was given: it starts one hour from now.");
    const { wire, reading: starts } = await readStartTime(text, input.timezone, { hostZone: hostZone(zoom, user_id), operatorZone: zone });
    const body = {
      topic,
      type: recurrence === undefined ? (5 as const) : (9 as const),
      start_time: wire.start_time,
      timezone: wire.timezone,
      duration,
      agenda,
      password,
      recurrence,
      template_id,
      tracking_fields,
      settings: toSettings(input),
    };
    const { result: webinar, adopted } = await settleWrite(
      {
        operation: "webinars.create",
        what: `Creating the webinar "${topic}"`,
        identity: [user_id.toLowerCase(), body],
        send: () => zoom.call("POST /users/{userId}/webinars", { path: { userId: user_id }, body }),
        idOf: ({ id }) => id ?? null,
        find: (sinceMs) => findWebinars(zoom, { userId: user_id, body, startMs: Date.parse(starts.utc), sinceMs }),
        where: "the host's webinars",
      },
      ctx,
    );
    if (adopted) notes.push("Zoom's answer was lost; the webinar was found in the host's list.");
    if (starts.zone_from !== "input") notes.push(`The time zone ${starts.timezone} comes from the ${starts.zone_from}.`);
    return { webinar, starts, notes };
  },
  describe: ({ webinar, starts }) => `Created webinar ${webinar.id} "${webinar.topic}", ${describeReading(starts)}`,
});

/** Zoom's settings from the everyday fields and `settings`. Throws `InputError` where both say something about the same setting. */
const toSettings = (input: CreateInput): NonNullable<CreateInput["settings"]> => {
  const named = {
    approval_type: input.registration && APPROVAL[input.registration],
    registrants_confirmation_email: input.registrants_confirmation_email,
    // Zoom sends no confirmation unless notification is on as well.
    registrants_email_notification: input.registrants_confirmation_email === true ? true : undefined,
    host_video: input.host_video,
    panelists_video: input.panelists_video,
    audio: input.audio,
    auto_recording: input.auto_recording,
    practice_session: input.practice_session,
    question_and_answer: input.question_and_answer === undefined ? undefined : { enable: input.question_and_answer },
    alternative_hosts: input.alternative_hosts,
  };
  const settings: Record<string, unknown> = { ...input.settings };
  for (const [name, value] of Object.entries(named)) {
    if (value === undefined) continue;
    if (settings[name] !== undefined && name !== "registrants_email_notification") {
      const field = name === "approval_type" ? "registration" : name;
      throw new InputError(`${field} and settings.${name} both say what to do.`, [{ field, message: `also given as settings.${name}` }], {
        hint: "Give one of them.",
      });
    }
    settings[name] ??= value;
  }
  return settings as NonNullable<CreateInput["settings"]>;
};
