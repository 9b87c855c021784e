import { asList, asObject, asText, compact, type JsonObject } from "../../http/json.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { assertOn } from "../../rules/features.ts";
import { spendAddQuota } from "../../rules/quotas.ts";
import { refusals } from "../../rules/refusals.ts";
import { assertValid, email, list, object, oneOf, text } from "../../rules/validate.ts";
import type { RegistrantRecord, UserRecord, WebinarRecord } from "../../state/state.ts";
import { isOver, nextOccurrence } from "../webinars/lifecycle.ts";
import { registrantJoinUrl } from "../webinars/links.ts";
import { settingOf } from "../webinars/settings.ts";
import { toOccurrence } from "../webinars/webinar-reply.ts";
import { announced, findWithRegistration, hasRoomFor, isPrivate, REGISTER_ONCE } from "./registration.ts";
import { findByEmail } from "./roster.ts";
import { ANSWERS, registerAgain, signUp, takeAnew, writeTo } from "./sign-up.ts";

const LANGUAGES = "en-US de-DE es-ES fr-FR jp-JP pt-PT ru-RU zh-CN zh-TW ko-KO it-IT vi-VN pl-PL Tr-TR".split(" ");

const fields = object(
  {
    ...ANSWERS,
    email,
    first_name: text({ max: 64 }),
    custom_questions: list(object({ title: text(), value: text({ max: 128 }) })),
    language: oneOf(...LANGUAGES),
    source_id: text(),
  },
  ["email", "first_name"],
);

const assertOpen = (call: Call, webinar: WebinarRecord, host: UserRecord | undefined, address: string): void => {
  assertOn(call.state, "free_registration", host);
  assertOn(call.state, "attendee_licence", host);
  if (isOver(webinar, call.nowMs)) throw refusals.registrationOver();
  if (isPrivate(address)) assertOn(call.state, "private_email", host);
  if (address === host?.email.toLowerCase()) throw refusals.hostCannotRegister();
  if (webinar.panelists.some((panelist) => panelist.email.toLowerCase() === address)) throw refusals.panelistCannotRegister();
};

/**
 * The dates that a sign-up is for, null for all. `registration_type` 1 is for all; with 2 and 3 they are named in the query, else they are the next
 * date (2) or all that lie ahead (3). Throws `Refusal` for a date that the webinar does not have.
 */
const datesFor = ({ query, nowMs }: Call, webinar: WebinarRecord): string[] | null => {
  if (webinar.type !== 9) return null;
  const named = (query.get("occurrence_ids") ?? "").split(",").filter((id) => id !== "");
  const isPlanned = (id: string) => webinar.occurrences.some((date) => date.occurrence_id === id && date.status === "available");
  const wrong = named.find((id) => !isPlanned(id));
  if (wrong !== undefined) throw refusals.occurrenceInvalid(wrong);
  const type = settingOf(webinar, "registration_type");
  if (type === REGISTER_ONCE) return null;
  if (named.length > 0) return named;
  const next = nextOccurrence(webinar, nowMs);
  return type === 2 && next !== null
    ? [next.occurrence_id]
    : webinar.occurrences.filter(({ status }) => status === "available").map((date) => date.occurrence_id);
};

const answer = (call: Call, webinar: WebinarRecord, registrant: RegistrantRecord): JsonObject => {
  const dates = webinar.occurrences.filter(({ occurrence_id }) => registrant.occurrence_ids?.includes(occurrence_id) ?? true);
  return compact({
    id: webinar.id,
    registrant_id: registrant.id,
    topic: webinar.topic,
    start_time: dates[0]?.start_time ?? webinar.start_time,
    join_url: registrantJoinUrl(call.state.seed, webinar, registrant),
    status: registrant.status,
    occurrences: webinar.type === 9 ? dates.map(toOccurrence) : undefined,
    ...announced(call, webinar, registrant),
  });
};

/** What the form requires and the sign-up leaves out, if a switch says that Zoom minds. */
const assertAnswered = ({ body, switches }: Call, { questions, custom_questions }: WebinarRecord): void => {
  if (switches.missingAnswers === "accept") return;
  const given = asList(body.custom_questions).map(asObject);
  const missing = [
    ...questions.filter(({ field_name, required }) => required && (asText(body[field_name]) ?? "") === "").map(({ field_name }) => field_name),
    ...custom_questions
      .filter(({ title, required }) => required && !given.some((answer) => answer.title === title && (asText(answer.value) ?? "") !== ""))
      .map(({ title }) => `custom_questions.${title}`),
  ];
  if (missing.length > 0) throw refusals.fields(missing);
};

/** POST /webinars/{webinarId}/registrants: signs one person up, approved at once or waiting, as the webinar's `approval_type` says. */
export const addRegistrant: Handler = (call) => {
  const { body } = call;
  assertValid(fields, body);
  const { webinar, host } = findWithRegistration(call, refusals.registrationRequired);
  const address = (asText(body.email) ?? "").toLowerCase();
  assertOpen(call, webinar, host, address);
  assertAnswered(call, webinar);
  const dates = datesFor(call, webinar);

  const known = findByEmail(webinar, address);
  if (known !== undefined) {
    registerAgain(call, webinar, known, dates);
    takeAnew(call, webinar, known, settingOf(webinar, "approval_type") === 0 ? "approved" : "pending");
    return { status: 201, body: answer(call, webinar, known) };
  }
  const status = settingOf(webinar, "approval_type") === 0 ? "approved" : "pending";
  if (status === "approved" && !hasRoomFor(webinar, 1)) throw refusals.attendeeLimit();
  spendAddQuota(call, webinar, [address]);
  const registrant = signUp(call, webinar, body, status, dates);
  writeTo(call, webinar, registrant);
  return { status: 201, body: answer(call, webinar, registrant) };
};
