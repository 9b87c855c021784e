import { asList, asObject, asText, type JsonObject } from "../../http/json.ts";
import type { Call, Handler } from "../../rules/call.ts";
import { spendDecisionQuota } from "../../rules/quotas.ts";
import { refusals } from "../../rules/refusals.ts";
import { assertValid, email, list, object, oneOf, text } from "../../rules/validate.ts";
import { type MailKind, noteMails } from "../../state/mail-log.ts";
import type { OccurrenceRecord, RegistrantRecord, RegistrantStatus, WebinarRecord } from "../../state/state.ts";
import { noteRegistration, type RegistrationEvent } from "../webinars/events.ts";
import { findOccurrence } from "../webinars/find-webinar.ts";
import { countsFor, findWithRegistration, hasRoomFor, mailsDecisions, statusOf } from "./registration.ts";
import { findByEmail, findById, strike } from "./roster.ts";

/** Most registrants in one decision. */
const MOST = 30;

const FIELDS = { action: oneOf("approve", "deny", "cancel"), registrants: list(object({ id: text(), email }), MOST) };
const withPeople = object(FIELDS, ["action", "registrants"]);
/** Zoom's schema does not ask for `registrants`, and is known to answer 204 to a list of another name (github zoom/api, issue 21). */
const withoutPeople = object(FIELDS, ["action"]);

interface Outcome {
  status: RegistrantStatus;
  mail: MailKind & RegistrationEvent;
}

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  approve: { status: "approved", mail: "approved" },
  deny: { status: "denied", mail: "denied" },
  cancel: { status: "denied", mail: "cancelled" },
};

const lookUp = (webinar: WebinarRecord, { id, email: address }: JsonObject): RegistrantRecord | undefined =>
  typeof id === "string" && id !== "" ? findById(webinar, id) : findByEmail(webinar, asText(address) ?? "");

/** The people that a decision names, each once. Throws `Refusal` for one who did not sign up, unless a switch says to pass over. */
const namedIn = ({ body, switches }: Call, webinar: WebinarRecord): RegistrantRecord[] => {
  const found = new Set<RegistrantRecord>();
  for (const entry of asList(body.registrants).map(asObject)) {
    const registrant = lookUp(webinar, entry);
    if (registrant !== undefined) found.add(registrant);
    else if (switches.unknownRegistrant === "refuse") throw refusals.registrantNotFound(asText(entry.id) || asText(entry.email) || "");
  }
  return [...found];
};

const apply = (
  { switches, nowMs }: Call,
  webinar: WebinarRecord,
  registrant: RegistrantRecord,
  occurrence: OccurrenceRecord | null,
  outcome: Outcome,
): void => {
  if (outcome.mail === "cancelled" && switches.cancelledRegistrant === "gone" && occurrence === null) {
    strike(webinar, registrant);
  } else if (occurrence === null) {
    registrant.decided = { ms: nowMs, before: registrant.status };
    registrant.status = outcome.status;
    registrant.statusOn = {};
  } else {
    registrant.statusOn[occurrence.occurrence_id] = outcome.status;
  }
};

/**
 * PUT /webinars/{webinarId}/registrants/status: approves, denies or cancels up to thirty people, all or none. Zoom writes to each whose standing
 * changes, if the webinar's `registrants_email_notification` is on.
 */
export const decideRegistrants: Handler = (call) => {
  const { state, body, nowMs, switches } = call;
  assertValid(switches.decisionWithoutPeople === "refuse" ? withPeople : withoutPeople, body);
  const { webinar } = findWithRegistration(call, refusals.registrationOffForStatus);
  const occurrence = findOccurrence(call, webinar);
  const outcome = OUTCOMES[asText(body.action) ?? ""];
  if (outcome === undefined) throw refusals.fields(["action"]);
  const named = namedIn(call, webinar).filter((registrant) => countsFor(registrant, occurrence));
  const changing = named.filter((registrant) => statusOf(registrant, occurrence) !== outcome.status);
  if (outcome.status === "approved" && !hasRoomFor(webinar, changing.length)) throw refusals.capacityReached();
  spendDecisionQuota(call, webinar, named);

  for (const registrant of changing) {
    apply(call, webinar, registrant, occurrence, outcome);
    noteRegistration(call, outcome.mail, webinar, registrant);
  }
  if (mailsDecisions(webinar))
    noteMails(
      state,
      nowMs,
      outcome.mail,
      webinar,
      changing.map((registrant) => registrant.email),
    );
  return { status: 204 };
};
