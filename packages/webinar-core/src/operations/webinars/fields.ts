import { InputError } from "@zoom-webinar/foundation";
import { idList, inputSchema, name } from "@zoom-webinar/zoom-client/schemas";
import * as z from "zod";
import { rare } from "../../operation/params.ts";
import { full } from "../../operation/short.ts";

const zoomInput = inputSchema("POST /users/{userId}/webinars").shape;

/** How long a webinar may be, in minutes. */
export const SHORTEST = 1;
export const LONGEST = 44_640;

/** Title and length as every creation takes them. */
export const basics = {
  topic: name().max(200).describe("Title, shown in invitations"),
  duration: z.number().int().min(SHORTEST).max(LONGEST).describe("Minutes"),
};

/** Everyday settings, with words of ours instead of Zoom's numbers. Each stands for one of `settings`. */
export const everyday = {
  registration: z.enum(["none", "automatic", "manual"]).optional().describe("Sign-up: none, approved at once, or approved by hand"),
  registrants_confirmation_email: rare(z.boolean().optional().describe("Mail registrants a confirmation; Zoom's default is the host's setting")),
  host_video: z.boolean().optional().describe("Host starts with camera on"),
  panelists_video: z.boolean().optional().describe("Panelists start with camera on"),
  audio: rare(z.enum(["both", "telephony", "voip", "thirdParty"]).optional().describe("How people hear")),
  auto_recording: z.enum(["local", "cloud", "none"]).optional().describe("Record by itself"),
  practice_session: z.boolean().optional().describe("Panelists can rehearse first"),
  question_and_answer: z.boolean().optional().describe("Q&A on or off"),
  alternative_hosts: idList().max(2000).optional().describe("E-mails of stand-in hosts, comma list"),
};

/** What every creation takes besides title, time and everyday settings. */
export const creationFields = {
  agenda: zoomInput.agenda,
  password: zoomInput.password,
  ...everyday,
  template_id: rare(zoomInput.template_id),
  tracking_fields: rare(zoomInput.tracking_fields),
  settings: rare(zoomInput.settings),
  full: rare(full),
};

/** What few need: another host, simulive, licences. */
export const rareFields = {
  type: rare(z.literal([5, 6, 9]).optional().describe("6: recurring without fixed times; else it follows from recurrence: 5 single, 9 recurring")),
  schedule_for: zoomInput.schedule_for,
  is_simulive: zoomInput.is_simulive,
  record_file_id: zoomInput.record_file_id,
  transition_to_live: zoomInput.transition_to_live,
  simulive_delay_start: zoomInput.simulive_delay_start,
  license_type: zoomInput.license_type,
};

/** What a simulive webinar is made of, in Zoom's names. */
export const SIMULIVE = ["is_simulive", "record_file_id", "transition_to_live", "simulive_delay_start", "license_type"] as const;

/** What a creation and a change send as it was given. */
export const AS_GIVEN = ["topic", "agenda", "password", "schedule_for", "tracking_fields", ...SIMULIVE] as const;

type Everyday = { [K in keyof typeof everyday]?: z.output<(typeof everyday)[K]> };

const APPROVAL = { automatic: 0, manual: 1, none: 2 } as const;

/**
 * Zoom's settings from the everyday fields and `settings`; undefined if neither says anything, so that nothing is sent.
 * Throws `InputError` if both say something about the same setting.
 */
export const toSettings = <Settings extends object>(input: Everyday, settings: Settings | undefined): Settings | undefined => {
  const named = {
    approval_type: input.registration && APPROVAL[input.registration],
    registrants_confirmation_email: input.registrants_confirmation_email,
    host_video: input.host_video,
    panelists_video: input.panelists_video,
    audio: input.audio,
    auto_recording: input.auto_recording,
    practice_session: input.practice_session,
    question_and_answer: input.question_and_answer === undefined ? undefined : { enable: input.question_and_answer },
    alternative_hosts: input.alternative_hosts,
  };
  const merged: Record<string, unknown> = { ...settings };
  for (const [name, value] of Object.entries(named)) {
    if (value === undefined) continue;
    if (merged[name] !== undefined) {
      const field = name === "approval_type" ? "registration" : name;
      throw new InputError(`${field} and settings.${name} both say what to do.`, [{ field, message: `also given as settings.${name}` }], {
        hint: "Give one of them.",
      });
    }
    merged[name] = value;
  }
  // Zoom sends no confirmation unless notification is on as well.
  if (input.registrants_confirmation_email === true) merged.registrants_email_notification ??= true;
  // Names and values are those of Zoom's settings, each checked by the schema of its field.
  return Object.keys(merged).length === 0 ? undefined : (merged as Settings);
};
