import { asList, asObject, asText, compact, type JsonObject } from "../../http/json.ts";
import type { Handler } from "../../rules/call.ts";
import { assertOn } from "../../rules/features.ts";
import { spendAddQuota } from "../../rules/quotas.ts";
import { refusals } from "../../rules/refusals.ts";
import { assertValid, email, flag, list, object, text } from "../../rules/validate.ts";
import { isOver } from "../webinars/lifecycle.ts";
import { registrantJoinUrl } from "../webinars/links.ts";
import { settingOf } from "../webinars/settings.ts";
import { findWithRegistration, hasRoomFor } from "./registration.ts";
import { findByEmail } from "./roster.ts";
import { signUp, takeAnew, writeTo } from "./sign-up.ts";

/** Most people in one batch. */
const MOST = 30;

const person = object({ email, first_name: text({ max: 64 }), last_name: text({ max: 64 }) }, ["email", "first_name"]);
const fields = object({ registrants: list(person, MOST), auto_approve: flag }, ["registrants"]);

const addressOf = (entry: JsonObject) => (asText(entry.email) ?? "").toLowerCase();

/**
 * POST /webinars/{webinarId}/batch_registrants: signs up to thirty people up, all or none, for a single webinar; `auto_approve` spares them the wait.
 * Who is on the list already is answered as they are.
 */
export const addBatch: Handler = (call) => {
  const { state, body, nowMs, switches } = call;
  assertValid(fields, body);
  const { webinar, host } = findWithRegistration(call, refusals.registrationOff);
  if (webinar.type !== 5) throw refusals.batchOnlySingle();
  assertOn(state, "free_registration", host);
  assertOn(state, "attendee_licence", host);
  if (isOver(webinar, nowMs)) throw refusals.registrationOverForBatch();

  const people = [...new Map(asList(body.registrants).map((entry) => [addressOf(asObject(entry)), asObject(entry)])).values()];
  const coming = people.filter((entry) => findByEmail(webinar, addressOf(entry)) === undefined);
  if (coming.length < people.length && switches.duplicateRegistrant === "error") throw refusals.alreadyRegistered();
  const status = settingOf(webinar, "approval_type") === 0 || body.auto_approve === true ? "approved" : "pending";
  if (status === "approved" && !hasRoomFor(webinar, coming.length)) throw refusals.capacityReachedForBatch();
  spendAddQuota(call, webinar, people.map(addressOf));

  const registrants = people.map((entry) => {
    const known = findByEmail(webinar, addressOf(entry));
    const registrant = known ?? signUp(call, webinar, entry, status, null);
    if (known !== undefined) takeAnew(call, webinar, known, status);
    const isTold = known === undefined || switches.duplicateRegistrant === "remail";
    if (isTold && switches.batchMails) writeTo(call, webinar, registrant);
    return compact({ email: registrant.email, registrant_id: registrant.id, join_url: registrantJoinUrl(state.seed, webinar, registrant) });
  });
  return { status: 201, body: { registrants } };
};
