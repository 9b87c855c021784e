/** What people use of a webinar that was just made. */
const MADE = ["id", "topic", "type", "start_time", "timezone", "duration", "join_url", "registration_url", "start_url", "password"];

/** Settings that people ask about every day. */
const SETTINGS = [
  "approval_type",
  "registrants_restrict_number",
  "close_registration",
  "registrants_confirmation_email",
  "attendees_and_panelists_reminder_email_notification",
  "follow_up_attendees_email_notification",
  "follow_up_absentees_email_notification",
  "alternative_hosts",
  "practice_session",
  "question_and_answer.enable",
  "auto_recording",
  "on_demand",
];

/** A webinar that was read, in short. */
export const WEBINAR_IN_SHORT: readonly string[] = [
  ...MADE,
  "local_start",
  "agenda",
  "host_email",
  "occurrences",
  "recurrence",
  ...SETTINGS.map((name) => `settings.${name}`),
];

/** What a creation answers in short: the webinar as it is used, when it starts, its dates, and what else the operation says of itself. */
export const creationInShort = (...more: readonly string[]): readonly string[] => [
  ...MADE.map((name) => `webinar.${name}`),
  "webinar.settings.approval_type",
  "starts",
  "dates",
  ...more,
];
