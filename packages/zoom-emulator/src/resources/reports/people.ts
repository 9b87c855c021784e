import type { EmulatorState, ParticipantRecord, SessionRecord, WebinarRecord } from "../../state/state.ts";
import { findById } from "../registrants/roster.ts";

/** Somebody as reports name them. */
export interface NamedPerson {
  name: string;
  first_name: string;
  last_name: string;
  /** "" for people outside the account, with exceptions (`shownEmail`). */
  email: string;
  /** The account's person; "" for people outside. */
  account_user_id: string;
}

/** Who asked or voted without a name. */
export const NOBODY: NamedPerson = { name: "Anonymous Attendee", first_name: "", last_name: "", email: "", account_user_id: "" };

/**
 * The address of a joining as others see it: hidden for people outside the account, unless they signed up or were invited to speak.
 * Source: Zoom API.
 */
export const shownEmail = ({ email, role, registrant_id, account_user_id }: ParticipantRecord): string =>
  account_user_id !== null || registrant_id !== null || role !== "attendee" ? email : "";

/** Whether two joinings are the same person: by account, sign-up or address; a guest without any of them is a new one each time. */
export const personKey = ({ account_user_id, registrant_id, email, user_id }: ParticipantRecord): string =>
  account_user_id ?? registrant_id ?? (email === "" ? `joining ${user_id}` : email.toLowerCase());

/** The joinings of a session by their `user_id`. */
export const joiningsOf = (session: SessionRecord): ReadonlyMap<string, ParticipantRecord> =>
  new Map(session.participants.map((participant) => [participant.user_id, participant]));

const splitName = (name: string): { first_name: string; last_name: string } => {
  const [first_name = "", ...rest] = name.split(" ");
  return { first_name, last_name: rest.join(" ") };
};

/** Somebody by name, first and last as they signed up or stand in the account. A joining that is not known any more is nobody. */
export const nameOf = (state: EmulatorState, webinar: WebinarRecord, participant: ParticipantRecord | undefined): NamedPerson => {
  if (participant === undefined) return NOBODY;
  const { name, account_user_id, registrant_id } = participant;
  const registrant = registrant_id === null ? undefined : findById(webinar, registrant_id);
  const user = state.users.find(({ id }) => id === account_user_id);
  const { first_name, last_name } = splitName(name);
  return {
    name,
    first_name: user?.first_name ?? registrant?.first_name ?? first_name,
    last_name: user?.last_name ?? registrant?.answers.last_name ?? (registrant === undefined ? last_name : ""),
    email: shownEmail(participant),
    account_user_id: account_user_id ?? "",
  };
};
