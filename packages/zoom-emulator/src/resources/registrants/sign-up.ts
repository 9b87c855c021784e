import { asList, asObject, asText, type JsonObject } from "../../http/json.ts";
import type { Call } from "../../rules/call.ts";
import { spendAddQuota } from "../../rules/quotas.ts";
import { refusals } from "../../rules/refusals.ts";
import { oneOf, text } from "../../rules/validate.ts";
import { nextOpaqueId } from "../../state/ids.ts";
import { type MailKind, noteMails } from "../../state/mail-log.ts";
import type { RegistrantRecord, WebinarRecord } from "../../state/state.ts";
import { noteRegistration } from "../webinars/events.ts";
import { mailsConfirmations } from "./registration.ts";
import { enlist } from "./roster.ts";

/** What people may answer besides their name. Source: Zoom API, POST /webinars/{webinarId}/registrants; the brackets of sizes differ from those read. */
export const ANSWERS = {
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

const newRegistrant = ({ state, nowMs }: Call, person: JsonObject, status: RegistrantRecord["status"], dates: string[] | null): RegistrantRecord => ({
  id: nextOpaqueId(state, "registrant"),
  email: asText(person.email) ?? "",
  first_name: asText(person.first_name) ?? "",
  createdMs: nowMs,
  status,
  statusOn: {},
  occurrence_ids: dates,
  answers: Object.fromEntries(Object.keys(ANSWERS).flatMap((name) => (typeof person[name] === "string" ? [[name, person[name]]] : []))),
  custom_questions: asList(person.custom_questions).map((entry) => {
    const { title, value } = asObject(entry);
    return { title: asText(title) ?? "", value: asText(value) ?? "" };
  }),
  language: asText(person.language) ?? null,
  source_id: asText(person.source_id) ?? null,
});

/** The mail that follows a sign-up, null for none. */
const mailFor = ({ switches }: Call, webinar: WebinarRecord, registrant: RegistrantRecord): MailKind | null => {
  if (registrant.status === "approved" && mailsConfirmations(webinar)) return "registration_confirmation";
  return registrant.status === "pending" && switches.pendingMail ? "registration_pending" : null;
};

/** Notes the mail that follows a sign-up, if there is one. */
export const writeTo = (call: Call, webinar: WebinarRecord, registrant: RegistrantRecord): void => {
  const kind = mailFor(call, webinar, registrant);
  if (kind !== null) noteMails(call.state, call.nowMs, kind, webinar, [registrant.email]);
};

/** Puts a new person on the list. Everything must have been checked and counted. */
export const signUp = (
  call: Call,
  webinar: WebinarRecord,
  person: JsonObject,
  status: RegistrantRecord["status"],
  dates: string[] | null,
): RegistrantRecord => {
  const registrant = newRegistrant(call, person, status, dates);
  enlist(webinar, registrant);
  noteRegistration(call, "created", webinar, registrant);
  return registrant;
};

/** Takes the registration of somebody who was denied like a first one, if a switch says that Zoom does so. */
export const takeAnew = (call: Call, webinar: WebinarRecord, known: RegistrantRecord, status: RegistrantRecord["status"]): void => {
  if (known.status !== "denied" || call.switches.deniedRegistersAgain === "denied") return;
  known.status = status;
  known.statusOn = {};
  noteRegistration(call, "created", webinar, known);
  writeTo(call, webinar, known);
};

/** The same e-mail once more: the same registrant, with the dates added. It counts against the three a day nevertheless. */
export const registerAgain = (call: Call, webinar: WebinarRecord, known: RegistrantRecord, dates: string[] | null): void => {
  if (call.switches.duplicateRegistrant === "error") throw refusals.alreadyRegistered();
  spendAddQuota(call, webinar, [known.email]);
  known.occurrence_ids = dates === null || known.occurrence_ids === null ? null : [...new Set([...known.occurrence_ids, ...dates])].sort();
  if (call.switches.duplicateRegistrant === "remail") writeTo(call, webinar, known);
};
