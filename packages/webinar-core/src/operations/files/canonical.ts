import { REGISTRATION } from "../../operation/registration.ts";
import type { WebinarDocument } from "./schema.ts";

/** A webinar's fields in one spelling, so that a file and an account can be compared: everyday settings at the top, all others in `settings`. */
export type Canonical = Record<string, unknown>;

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** An object without what is undefined, null, or what `isLeft` names. */
export const without = (fields: Fields, isLeft: (name: string, value: unknown) => boolean = () => false): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== undefined && value !== null && !isLeft(name, value)));

/** Settings that stand at the top of a file under the same name. */
export const AT_TOP = [
  "registrants_confirmation_email",
  "host_video",
  "panelists_video",
  "audio",
  "auto_recording",
  "practice_session",
  "alternative_hosts",
] as const;

/** What Zoom's reference names as the value of a new webinar. Source: Zoom API, POST /users/{userId}/webinars, defaults. */
const AT_START: Fields = {
  registration: "none",
  audio: "both",
  auto_recording: "none",
  practice_session: false,
  registration_type: 1,
  registrants_restrict_number: 0,
  hd_video: false,
  hd_video_for_attendees: false,
  send_1080p_video_to_attendees: false,
  on_demand: false,
  request_permission_to_unmute_participants: false,
};

/** The value that resets a setting; undefined: the reference names none, it follows the host's own settings. */
export const startOf = (name: string): unknown => (name === "alternative_hosts" ? "" : AT_START[name]);

/** True if a new webinar has this value by itself. */
export const isAtStart = (name: string, value: unknown): boolean =>
  value === "" || (Array.isArray(value) && value.length === 0) || (AT_START[name] !== undefined && AT_START[name] === value);

/** Deprecated names of other settings, and settings that a webinar does not keep. */
const NO_STATE = new Set(["enforce_login", "enforce_login_domains", "notify_registrants", "authentication_name", "global_dial_in_numbers"]);

/** Settings as Zoom answers them, split into those that stand at the top of a file and all others. */
export const fromZoomSettings = (settings: Fields): Canonical => {
  const { approval_type, ...rest } = settings;
  const top: Canonical = {};
  const others: Record<string, unknown> = {};
  if (typeof approval_type === "number") top.registration = REGISTRATION[approval_type];
  for (const [name, value] of Object.entries(rest)) {
    if (value === null || value === undefined || NO_STATE.has(name)) continue;
    if (AT_TOP.some((known) => known === name)) top[name] = value;
    else others[name] = isFields(value) ? without(value) : value;
  }
  return { ...top, settings: others };
};

/** A file's webinar in the same spelling. What it does not name is not there; null stays null. */
export const fromDocument = ({ id: _id, host: _host, format: _format, question_and_answer, settings = {}, ...rest }: WebinarDocument): Canonical => {
  const { approval_type, ...others } = settings as Fields;
  const canonical: Canonical = { ...rest };
  const left: Record<string, unknown> = {};
  if (approval_type !== undefined) canonical.registration = typeof approval_type === "number" ? REGISTRATION[approval_type] : approval_type;
  for (const [name, value] of Object.entries(others)) {
    if (value === undefined || NO_STATE.has(name)) continue;
    if (AT_TOP.some((known) => known === name)) canonical[name] = value;
    else left[name] = value;
  }
  if (question_and_answer !== undefined && question_and_answer !== null) {
    left.question_and_answer = { ...(isFields(left.question_and_answer) ? left.question_and_answer : {}), enable: question_and_answer };
  }
  if (canonical.registrants_confirmation_email === true) left.registrants_email_notification ??= true;
  for (const name of ["polls", "panelists", "name_tags", "tracking_fields", "exceptions"]) if (canonical[name] === null) canonical[name] = [];
  if (Array.isArray(canonical.polls)) canonical.polls = listOf(canonical.polls).map(toPoll);
  if (canonical.registration_questions !== undefined) canonical.registration_questions = toForm(canonical.registration_questions);
  if (isFields(canonical.survey)) canonical.survey = toSurvey(canonical.survey);
  if (Array.isArray(canonical.name_tags)) canonical.name_tags = listOf(canonical.name_tags).map(toNameTag);
  if (Array.isArray(canonical.tracking_fields)) canonical.tracking_fields = listOf(canonical.tracking_fields).map(toTrackingField);
  if (canonical.agenda === null) canonical.agenda = "";
  if (canonical.password === null) canonical.password = "";
  return { ...without(canonical, (name, value) => value === null && name !== "survey"), ...nulls(canonical), settings: left };
};

/** Keys that are reset: they are kept as null, so that the comparison can say what that changes. */
const nulls = (fields: Fields): Record<string, null> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === null ? [[name, null]] : [])));

const PLAIN_TYPES: readonly unknown[] = ["single", "multiple"];

/** A question of a poll or survey without what it would be anyway. */
const toQuestion = (question: Fields, requiredByItself: boolean): Fields => {
  const { answer_required, ...rest } = question;
  const isEmpty = (_name: string, value: unknown) => value === false || (Array.isArray(value) && value.length === 0);
  const tidy = without(rest, isEmpty);
  const prompts = listOf(rest.prompts).map((prompt) => without(prompt, isEmpty));
  return {
    ...tidy,
    ...(prompts.length > 0 ? { prompts } : {}),
    ...(answer_required === undefined || answer_required === null || answer_required === requiredByItself ? {} : { answer_required }),
  };
};

/** A poll in the names of a file, without what it would be anyway. */
export const toPoll = (poll: Fields): Fields => {
  const questions = listOf(poll.questions);
  const poll_type = poll.poll_type ?? (questions.every(({ type }) => PLAIN_TYPES.includes(type)) ? 1 : 2);
  return {
    poll_title: poll.poll_title ?? poll.title ?? "",
    poll_type,
    ...(poll.anonymous === true ? { anonymous: true } : {}),
    questions: questions.map((question) => toQuestion(question, poll_type === 1)),
  };
};

export const toSurvey = (survey: Fields): Fields => {
  const { custom_survey, third_party_survey, show_in_the_browser, show_in_the_follow_up_email } = survey;
  const custom = isFields(custom_survey)
    ? {
        ...without(custom_survey, (name, value) => value === false || value === "" || name === "questions"),
        questions: listOf(custom_survey.questions).map((question) => toQuestion(question, false)),
      }
    : undefined;
  return {
    ...(custom === undefined ? {} : { custom_survey: custom }),
    ...(textOf(third_party_survey) === "" ? {} : { third_party_survey }),
    ...(show_in_the_browser === false ? { show_in_the_browser } : {}),
    ...(show_in_the_follow_up_email === true ? { show_in_the_follow_up_email } : {}),
  };
};

/** A sign-up form, whole. */
export const toForm = (form: unknown): Fields => {
  const { questions, custom_questions } = isFields(form) ? form : {};
  const tidy = (question: Fields) =>
    without(question, (name, value) => (name === "required" && value === false) || (Array.isArray(value) && value.length === 0));
  return { questions: listOf(questions).map(tidy), custom_questions: listOf(custom_questions).map((one) => ({ type: "short", ...tidy(one) })) };
};

export const toNameTag = ({ name, text_color, accent_color, background_color, is_default }: Fields): Fields => ({
  name,
  text_color,
  accent_color,
  background_color,
  ...(is_default === true ? { is_default } : {}),
});

export const toTrackingField = ({ field, value }: Fields): Fields => ({ field, value: value ?? "" });
