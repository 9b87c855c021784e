import { isObject, type JsonObject } from "../../http/json.ts";
import { type Check, clean, email, flag, integer, list, object, oneOf, text } from "../../rules/validate.ts";

/** A setting: what is accepted, and its value on a new webinar; without one, it is absent until somebody sets it. */
interface Setting {
  check: Check;
  start?: unknown;
}

const reminder = object({ enable: flag, type: integer({ min: 0, max: 7 }) });

/**
 * Every setting of the document, in three groups: those whose start value Zoom's reference names; those that follow the host's own settings at a real
 * account, here an invented host's; those that are absent until somebody sets them.
 */
const SETTINGS: Readonly<Record<string, Setting>> = {
  approval_type: { check: oneOf(0, 1, 2), start: 2 },
  registration_type: { check: oneOf(1, 2, 3), start: 1 },
  registrants_restrict_number: { check: integer({ min: 0, max: 20_000 }), start: 0 },
  audio: { check: oneOf("both", "telephony", "voip", "thirdParty"), start: "both" },
  auto_recording: { check: oneOf("local", "cloud", "none"), start: "none" },
  hd_video: { check: flag, start: false },
  hd_video_for_attendees: { check: flag, start: false },
  send_1080p_video_to_attendees: { check: flag, start: false },
  on_demand: { check: flag, start: false },
  practice_session: { check: flag, start: false },
  request_permission_to_unmute_participants: { check: flag, start: false },

  registrants_confirmation_email: { check: flag, start: true },
  registrants_email_notification: { check: flag, start: true },
  panelists_invitation_email_notification: { check: flag, start: true },
  attendees_and_panelists_reminder_email_notification: { check: reminder, start: { enable: false, type: 0 } },
  follow_up_attendees_email_notification: { check: reminder, start: { enable: false, type: 0 } },
  follow_up_absentees_email_notification: { check: reminder, start: { enable: false, type: 0 } },
  email_language: { check: text({ max: 10 }), start: "en-US" },
  close_registration: { check: flag, start: false },
  show_share_button: { check: flag, start: true },
  show_join_info: { check: flag, start: false },
  allow_multiple_devices: { check: flag, start: true },
  alternative_hosts: { check: text({ max: 2000 }), start: "" },
  alternative_host_update_polls: { check: flag, start: false },
  meeting_authentication: { check: flag, start: false },
  panelist_authentication: { check: flag, start: false },
  host_video: { check: flag, start: false },
  panelists_video: { check: flag, start: false },
  add_watermark: { check: flag, start: false },
  add_audio_watermark: { check: flag, start: false },
  allow_host_control_participant_mute_state: { check: flag, start: false },
  enable_session_branding: { check: flag, start: true },
  post_webinar_survey: { check: flag, start: false },
  email_in_attendee_report: { check: flag, start: true },
  question_and_answer: {
    check: object({
      enable: flag,
      allow_submit_questions: flag,
      allow_anonymous_questions: flag,
      answer_questions: oneOf("only", "all"),
      attendees_can_comment: flag,
      attendees_can_upvote: flag,
      allow_auto_reply: flag,
      auto_reply_text: text({ max: 2000 }),
    }),
    start: { enable: true, allow_anonymous_questions: true, answer_questions: "all", attendees_can_comment: false, attendees_can_upvote: false },
  },

  contact_name: { check: text({ max: 256 }) },
  contact_email: { check: text({ max: 128 }) },
  authentication_option: { check: text({ max: 128 }) },
  authentication_domains: { check: text({ max: 2000 }) },
  enforce_login: { check: flag },
  enforce_login_domains: { check: text({ max: 2000 }) },
  audio_conference_info: { check: text({ max: 2048 }) },
  survey_url: { check: text({ max: 2048 }) },
  global_dial_in_countries: { check: list(text({ max: 8 }), 300) },
  additional_data_center_regions: { check: list(text({ max: 8 }), 50) },
  language_interpretation: {
    check: object({
      enable: flag,
      interpreters: list(object({ email, languages: text({ max: 64 }), interpreter_languages: text({ max: 256 }) }), 100),
    }),
  },
  sign_language_interpretation: { check: object({ enable: flag, interpreters: list(object({ email, sign_language: text({ max: 128 }) }), 20) }) },
};

const fields = object(Object.fromEntries(Object.entries(SETTINGS).map(([name, { check }]) => [name, check])));

/** Checks the `settings` of a request. The two ways to treat muting exclude each other. */
export const settingsCheck: Check = (value, field) => {
  const faults = fields(value, field);
  if (faults.length > 0 || !isObject(value)) return faults;
  const both = value.request_permission_to_unmute_participants === true && value.allow_host_control_participant_mute_state === true;
  return both ? [`${field}.allow_host_control_participant_mute_state`] : [];
};

/** The stored settings with those of a request laid over them; objects are merged, what is unknown or null is left out. */
export const mergeSettings = (stored: JsonObject, sent: JsonObject): Record<string, unknown> => {
  const merged: Record<string, unknown> = { ...stored };
  for (const [name, value] of Object.entries(sent)) {
    if (!Object.hasOwn(SETTINGS, name) || value === null || value === undefined) continue;
    const before = merged[name];
    const known = clean(SETTINGS[name]?.check ?? flag, value);
    merged[name] = isObject(known) && isObject(before) ? { ...before, ...known } : known;
  }
  return merged;
};

const STARTS: JsonObject = Object.fromEntries(Object.entries(SETTINGS).flatMap(([name, { start }]) => (start === undefined ? [] : [[name, start]])));

/** All settings of a webinar as Zoom answers them. */
export const allSettings = (stored: JsonObject): JsonObject => mergeSettings(STARTS, stored);

/** One setting of a webinar, its start value if nobody set it. */
export const settingOf = (webinar: { settings: JsonObject }, name: string): unknown => webinar.settings[name] ?? STARTS[name];
