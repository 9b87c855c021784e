import type { Call, Handler } from "../http/call.ts";
import { asList, asObject, asText, compact, type JsonObject } from "../http/json.ts";
import { type MailKind, noteMails } from "../mail-log.ts";
import { spendAddQuota } from "../rules/quotas.ts";
import { refusals } from "../rules/refusals.ts";
import { assertValid, email, list, object, oneOf, text } from "../rules/validate.ts";
import { nextOpaqueId } from "../state/ids.ts";
import type { RegistrantRecord, UserRecord, WebinarRecord } from "../state/state.ts";
import { isOver, nextOccurrence } from "../webinars/lifecycle.ts";
import { personalJoinUrl } from "../webinars/links.ts";
import { settingOf } from "../webinars/settings.ts";
import { toOccurrence } from "../webinars/webinar-reply.ts";
import { announced, findWithRegistration, hasRoomFor, mailsConfirmations, REGISTER_ONCE } from "./registration.ts";

/** What people may answer besides their name. Source: Zoom API, POST /webinars/{webinarId}/registrants; the brackets of sizes differ from those read. */
const ANSWERS = {
  last_name: text({ max: 64 }),
  address: text(),
  city: text(),
  state: text(),
  zip: text(),
  country: text(),
  phone: text(),
  industry: text(),
  org: text(),
  job_title: text(),
  comments: text(),
  purchasing_time_frame: oneOf("", "Within a month", "1-3 months", "4-6 months", "More than 6 months", "No timeframe"),
  role_in_purchase_process: oneOf("", "Decision Maker", "Evaluator/Recommender", "Influencer", "Not involved"),
  no_of_employees: oneOf("", "1-20", "21-50", "51-100", "101-500", "500-1,000", "1,001-5,000", "5,001-10,000", "More than 10,000"),
};

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
  if (isOver(webinar, call.nowMs)) throw refusals.registrationOver();
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

const newRegistrant = ({ state, body, nowMs }: Call, status: RegistrantRecord["status"], dates: string[] | null): RegistrantRecord => ({
  id: nextOpaqueId(state, "registrant"),
  email: asText(body.email) ?? "",
  first_name: asText(body.first_name) ?? "",
  createdMs: nowMs,
  status,
  statusOn: {},
  occurrence_ids: dates,
  answers: Object.fromEntries(Object.keys(ANSWERS).flatMap((name) => (typeof body[name] === "string" ? [[name, body[name]]] : []))),
  custom_questions: asList(body.custom_questions).map((entry) => {
    const { title, value } = asObject(entry);
    return { title: asText(title) ?? "", value: asText(value) ?? "" };
  }),
  language: asText(body.language) ?? null,
  source_id: asText(body.source_id) ?? null,
});

const answer = (call: Call, webinar: WebinarRecord, registrant: RegistrantRecord): JsonObject => {
  const dates = webinar.occurrences.filter(({ occurrence_id }) => registrant.occurrence_ids?.includes(occurrence_id) ?? true);
  return compact({
    id: webinar.id,
    registrant_id: registrant.id,
    topic: webinar.topic,
    start_time: dates[0]?.start_time ?? webinar.start_time,
    join_url: registrant.status === "approved" ? personalJoinUrl(call.state.seed, webinar, registrant) : undefined,
    status: registrant.status,
    occurrences: webinar.type === 9 ? dates.map(toOccurrence) : undefined,
    ...announced(call, webinar, registrant),
  });
};

/** The mail that follows a sign-up, null for none. */
const mailFor = ({ switches }: Call, webinar: WebinarRecord, registrant: RegistrantRecord): MailKind | null => {
  if (registrant.status === "approved" && mailsConfirmations(webinar)) return "registration_confirmation";
  return registrant.status === "pending" && switches.pendingMail ? "registration_pending" : null;
};

const write = (call: Call, webinar: WebinarRecord, registrant: RegistrantRecord): void => {
  const kind = mailFor(call, webinar, registrant);
  if (kind !== null) noteMails(call.state, call.nowMs, kind, webinar, [registrant.email]);
};

/** The same e-mail once more: the same registrant, with the dates added. It counts against the three a day nevertheless. */
const registerAgain = (call: Call, webinar: WebinarRecord, known: RegistrantRecord, dates: string[] | null): void => {
  if (call.switches.duplicateRegistrant === "error") throw refusals.alreadyRegistered();
  spendAddQuota(call, webinar, known.email);
  known.occurrence_ids = dates === null || known.occurrence_ids === null ? null : [...new Set([...known.occurrence_ids, ...dates])].sort();
  if (call.switches.duplicateRegistrant === "remail") write(call, webinar, known);
};

/** POST /webinars/{webinarId}/registrants: signs one person up, approved at once or waiting, as the webinar's `approval_type` says. */
export const addRegistrant: Handler = (call) => {
  const { body } = call;
  assertValid(fields, body);
  const { webinar, host } = findWithRegistration(call, refusals.registrationRequired);
  const address = (asText(body.email) ?? "").toLowerCase();
  assertOpen(call, webinar, host, address);
  const dates = datesFor(call, webinar);

  const known = webinar.registrants.find((registrant) => registrant.email.toLowerCase() === address);
  if (known !== undefined) {
    registerAgain(call, webinar, known, dates);
    return { status: 201, body: answer(call, webinar, known) };
  }
  const status = settingOf(webinar, "approval_type") === 0 ? "approved" : "pending";
  if (status === "approved" && !hasRoomFor(webinar, 1)) throw refusals.attendeeLimit();
  spendAddQuota(call, webinar, address);
  const registrant = newRegistrant(call, status, dates);
  webinar.registrants.push(registrant);
  write(call, webinar, registrant);
  return { status: 201, body: answer(call, webinar, registrant) };
};
