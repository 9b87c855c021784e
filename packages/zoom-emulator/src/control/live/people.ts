import { toZoomTime } from "../../http/json.ts";
import { countsFor, statusOf } from "../../resources/registrants/registration.ts";
import { findByEmail, findById } from "../../resources/registrants/roster.ts";
import { lookUpUser } from "../../resources/users/find-user.ts";
import { noteJoined, noteLeft } from "../../resources/webinars/participant-events.ts";
import type { Change } from "../../rules/call.ts";
import { joiningId, joiningUuid } from "../../state/ids.ts";
import type { ParticipantRecord, RegistrantRecord, SessionRecord, WebinarRecord } from "../../state/state.ts";
import { findPresent, misuse, sessionOf, type Who } from "./who.ts";

/** Somebody who comes in: with a sign-up, by an address that may belong to host, panelist or registrant, or as a guest with a name only. */
export interface Newcomer {
  registrant_id?: string;
  email?: string;
  name?: string;
}

type Person = Pick<ParticipantRecord, "role" | "name" | "email" | "account_user_id" | "registrant_id">;

const asRegistrant = (webinar: WebinarRecord, session: SessionRecord, registrant: RegistrantRecord, name: string | undefined): Person => {
  const date = webinar.occurrences.find(({ occurrence_id }) => occurrence_id === session.occurrence_id) ?? null;
  if (!countsFor(registrant, date) || statusOf(registrant, date) !== "approved")
    throw misuse(`${registrant.email} is not approved for this webinar.`);
  const { first_name, answers, email, id } = registrant;
  return {
    role: "attendee",
    name: name ?? [first_name, answers.last_name].filter(Boolean).join(" "),
    email,
    account_user_id: null,
    registrant_id: id,
  };
};

const identify = ({ state }: Change, webinar: WebinarRecord, session: SessionRecord, { registrant_id, email, name }: Newcomer): Person => {
  if (registrant_id !== undefined) {
    const registrant = findById(webinar, registrant_id);
    if (registrant === undefined) throw misuse(`Nobody signed up as ${registrant_id}.`);
    return asRegistrant(webinar, session, registrant, name);
  }
  if (email === undefined || email === "") {
    if (name === undefined || name === "")
      throw misuse("Somebody who joins needs registrant_id, email or name (--registrant-id, --email or --name).");
    return { role: "attendee", name, email: "", account_user_id: null, registrant_id: null };
  }
  const user = lookUpUser(state, email);
  const panelist = webinar.panelists.find((known) => known.email.toLowerCase() === email.toLowerCase());
  if (user !== undefined || panelist !== undefined) {
    const role = user?.id === webinar.host_id ? "host" : panelist === undefined ? "attendee" : "panelist";
    const known = panelist?.name ?? `${user?.first_name} ${user?.last_name}`;
    return { role, name: name ?? known, email: user?.email ?? email, account_user_id: user?.id ?? null, registrant_id: null };
  }
  const registrant = findByEmail(webinar, email);
  if (registrant !== undefined) return asRegistrant(webinar, session, registrant, name);
  return { role: "attendee", name: name ?? email.split("@")[0] ?? email, email, account_user_id: null, registrant_id: null };
};

/** Somebody comes in; who comes in again has another row. Returns the `user_id` of this joining. Throws `Refusal` if the webinar is not on air or the person is not approved. */
export const join = (change: Change, webinar: WebinarRecord, newcomer: Newcomer): string => {
  const session = sessionOf(webinar);
  const person = identify(change, webinar, session, newcomer);
  const user_id = joiningId(session.participants.length);
  const join_time = toZoomTime(change.nowMs);
  const participant_uuid = joiningUuid(change.state.seed, webinar.uuid, user_id);
  const row: ParticipantRecord = { user_id, participant_uuid, ...person, join_time, leave_time: null };
  session.participants.push(row);
  noteJoined(change, webinar, row);
  return user_id;
};

/** Somebody leaves. Throws `Refusal` if nobody such is in. */
export const leave = (change: Change, webinar: WebinarRecord, who: Who): void => {
  const row = findPresent(sessionOf(webinar), who);
  row.leave_time = toZoomTime(change.nowMs);
  noteLeft(change, webinar, row, `${row.name} left the webinar.`);
};
