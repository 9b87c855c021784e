import { Refusal } from "../../http/reply.ts";
import { refusals } from "../../rules/refusals.ts";
import type { EmulatorState, InstanceRecord, ParticipantRecord, SessionRecord, WebinarRecord } from "../../state/state.ts";

/** Somebody who has joined: by that joining, sign-up, address or name; of several joinings the latest. */
export interface Who {
  user_id?: string;
  registrant_id?: string;
  email?: string;
  name?: string;
}

/** Names a webinar. */
export type WebinarKey = string | number;

/** Refuses what a control cannot do. The words are ours: Zoom has no such endpoints. */
export const misuse = (message: string) => new Refusal(400, 3000, message);

/** The webinar with this id. Throws `Refusal` for an unknown one. */
export const webinarOf = (state: EmulatorState, webinarId: WebinarKey): WebinarRecord => {
  const webinar = Object.hasOwn(state.webinars, webinarId) ? state.webinars[webinarId] : undefined;
  if (webinar === undefined) throw refusals.webinarUnknown(String(webinarId));
  return webinar;
};

/** What happens in a webinar right now. Throws `Refusal` if it is not on air. */
export const sessionOf = (webinar: WebinarRecord): SessionRecord => {
  if (webinar.session === null) throw refusals.notRunning();
  return webinar.session;
};

/** What happens right now, else what happened last. Throws `Refusal` if the webinar was never on air. */
export const latestSession = (webinar: WebinarRecord): SessionRecord | InstanceRecord => {
  const session = webinar.session ?? webinar.instances.at(-1);
  if (session === undefined) throw refusals.notRunning();
  return session;
};

const isMeant = (row: ParticipantRecord, { user_id, registrant_id, email, name }: Who): boolean => {
  if (user_id !== undefined) return row.user_id === user_id;
  if (registrant_id !== undefined) return row.registrant_id === registrant_id;
  if (email !== undefined) return row.email.toLowerCase() === email.toLowerCase();
  return name !== undefined && row.name === name;
};

/** Somebody who has joined, even if they have left. Throws `Refusal` if nobody fits. */
export const findJoined = (session: SessionRecord, who: Who): ParticipantRecord => {
  const found = session.participants.findLast((row) => isMeant(row, who));
  if (found === undefined) throw misuse("Nobody of that name or ID has joined this webinar.");
  return found;
};

/** Somebody who is in. Throws `Refusal` if nobody such is. */
export const findPresent = (session: SessionRecord, who: Who): ParticipantRecord => {
  const found = session.participants.findLast((row) => row.leave_time === null && isMeant(row, who));
  if (found === undefined) throw misuse("Nobody of that name or ID is in this webinar.");
  return found;
};

/** An answer, or the several of a question that takes several. */
export type GivenAnswer = string | readonly string[];
