import type { Call } from "../../rules/call.ts";
import { assertOn } from "../../rules/features.ts";
import { refusals } from "../../rules/refusals.ts";
import type { EmulatorState, OccurrenceRecord, UserRecord, WebinarRecord } from "../../state/state.ts";
import { assertAddOn } from "../users/find-user.ts";
import { isExpired } from "./lifecycle.ts";

/** A webinar with its host, and the UUID of the instance that was asked for. */
export interface FoundWebinar {
  webinar: WebinarRecord;
  host: UserRecord | undefined;
  uuid: string;
}

/** The account's owner of a webinar. */
export const hostOf = (state: EmulatorState, webinar: WebinarRecord): UserRecord | undefined =>
  state.users.find((user) => user.id === webinar.host_id);

const lookUp = (state: EmulatorState, key: string): { webinar: WebinarRecord; uuid: string } | undefined => {
  const byId = state.webinars[key];
  if (byId !== undefined) return { webinar: byId, uuid: byId.uuid };
  const byUuid = Object.values(state.webinars).find((webinar) => webinar.uuid === key || webinar.instances.some(({ uuid }) => uuid === key));
  return byUuid && { webinar: byUuid, uuid: key };
};

const IS_ID = /^\d{9,12}$/;
const IS_UUID = /^[A-Za-z0-9+/]{22}==$/;

/**
 * The webinar that the path names, by id, or by UUID if the endpoint takes one.
 * Throws `Refusal`: no id (300), unknown, deleted or expired (3001), or its host has no webinar add-on, or is not open to the app (200).
 */
export const findWebinar = ({ state, endpoint, path, nowMs }: Call): FoundWebinar => {
  const key = path.webinarId ?? "";
  const takesUuid = endpoint.uuids.includes("webinarId");
  if (!IS_ID.test(key) && !(takesUuid && IS_UUID.test(key))) throw refusals.webinarIdInvalid();
  const found = lookUp(state, key);
  if (found === undefined || isExpired(found.webinar, nowMs)) throw refusals.webinarUnknown(key);
  const host = hostOf(state, found.webinar);
  assertOn(state, "permission", host);
  assertAddOn(host);
  return { ...found, host };
};

/** The occurrence that the query names, null if it names none. Throws `Refusal` 400/300 for one that the webinar does not have. */
export const findOccurrence = ({ query }: Call, webinar: WebinarRecord): OccurrenceRecord | null => {
  const id = query.get("occurrence_id") ?? "";
  if (id === "") return null;
  const occurrence = webinar.occurrences.find((date) => date.occurrence_id === id);
  if (occurrence === undefined) throw refusals.occurrenceInvalid(id);
  return occurrence;
};
