import { toZoomTime } from "../http/json.ts";
import { joiningId, joiningUuid, nextOpaqueId, nextPasscode, nextUuid, nextWebinarId } from "../state/ids.ts";
import type { EmulatorState, OccurrenceRecord, ParticipantRecord, RegistrantRecord, WebinarRecord } from "../state/state.ts";
import { emptyParts } from "../state/webinar-record.ts";

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The start of the day, UTC. */
export const midnight = (nowMs: number): number => Math.floor(nowMs / DAY_MS) * DAY_MS;

/** A webinar to be put into a world. */
export interface Planned {
  /** Place of the host among the world's people, from 0. */
  host: number;
  topic: string;
  agenda: string;
  startMs: number;
  /** Minutes. */
  duration: number;
  createdMs: number;
  settings: Record<string, unknown>;
  /** Dates a week apart, in UTC. Default: a single webinar. */
  weeks?: number;
}

const weekly = (startMs: number, weeks: number, duration: number): OccurrenceRecord[] =>
  Array.from({ length: weeks }, (_, index) => {
    const ms = startMs + index * 7 * DAY_MS;
    return { occurrence_id: String(ms), start_time: toZoomTime(ms), duration, status: "available" };
  });

/** Puts a webinar into a world, as if planned in the portal. */
export const addWebinar = (state: EmulatorState, planned: Planned): WebinarRecord => {
  const { host, topic, agenda, startMs, duration, createdMs, settings, weeks } = planned;
  const { id: host_id = "", timezone = "UTC" } = state.users[host] ?? {};
  const webinar: WebinarRecord = {
    id: nextWebinarId(state),
    uuid: nextUuid(state),
    host_id,
    topic,
    type: weeks === undefined ? 5 : 9,
    start_time: toZoomTime(startMs),
    // dates a week apart by the clock of UTC are not so by another's, if that changes with the season
    timezone: weeks === undefined ? timezone : "UTC",
    duration,
    agenda,
    createdMs,
    creation_source: "web_portal",
    password: nextPasscode(state),
    recurrence:
      weeks === undefined ? null : { type: 2, repeat_interval: 1, weekly_days: String((new Date(startMs).getUTCDay() % 7) + 1), end_times: weeks },
    occurrences: weeks === undefined ? [] : weekly(startMs, weeks, duration),
    tracking_fields: [],
    settings,
    ...emptyParts(),
  };
  state.webinars[webinar.id] = webinar;
  return webinar;
};

const FIRST_NAMES = "Alma Bert Cleo Dirk Edda Finn Gita Hugo Ines Jan Kaya Luis Mina Nils Olga Paul Runa Sven Tara Uwe Vera Wim Xenia Yann Zoe".split(
  " ",
);
const LAST_NAMES = "Muster Sample Specimen Ejemplo Placeholder Fictional Exempel Exemple Esempio Przyklad Pelda Voorbeeld Exemplo Ornek".split(" ");

/** The name of the person with this number; all of them are made up. */
export const nameFor = (index: number): { first_name: string; last_name: string } => ({
  first_name: FIRST_NAMES[index % FIRST_NAMES.length] ?? "",
  last_name: LAST_NAMES[Math.floor(index / FIRST_NAMES.length) % LAST_NAMES.length] ?? "",
});

/** The address of the person with this number: no two have the same. */
export const emailFor = (index: number): string => `${nameFor(index).first_name.toLowerCase()}.${index}@example.com`;

/** Puts the person with this number on a webinar's list. */
export const signUpPerson = (
  state: EmulatorState,
  webinar: WebinarRecord,
  index: number,
  createdMs: number,
  more: Partial<RegistrantRecord> = {},
): RegistrantRecord => {
  const { first_name, last_name } = nameFor(index);
  const registrant: RegistrantRecord = {
    id: nextOpaqueId(state, "registrant"),
    email: emailFor(index),
    first_name,
    createdMs,
    status: "approved",
    statusOn: {},
    occurrence_ids: null,
    answers: { last_name },
    custom_questions: [],
    language: null,
    source_id: null,
    ...more,
  };
  webinar.registrants.push(registrant);
  return registrant;
};

/** Who joins, as the world's author knows them. */
export type Joiner = Pick<ParticipantRecord, "role" | "name" | "email" | "account_user_id" | "registrant_id">;

/** A registrant as somebody who joins. */
export const asJoiner = ({ id, email, first_name, answers }: RegistrantRecord, name = `${first_name} ${answers.last_name}`): Joiner => ({
  role: "attendee",
  name,
  email,
  account_user_id: null,
  registrant_id: id,
});

/** Somebody who joins without a sign-up. */
export const guest = (name: string, email = ""): Joiner => ({ role: "attendee", name, email, account_user_id: null, registrant_id: null });

/** The host of a webinar as somebody who joins. */
export const hostOfWebinar = (state: EmulatorState, webinar: WebinarRecord): Joiner => {
  const host = state.users.find(({ id }) => id === webinar.host_id);
  return {
    role: "host",
    name: host === undefined ? "" : `${host.first_name} ${host.last_name}`,
    email: host?.email ?? "",
    account_user_id: webinar.host_id,
    registrant_id: null,
  };
};

/** Somebody's stay, in milliseconds from the start of the instance. */
export type Stay = readonly [joiner: Joiner, fromMs: number, toMs: number];

/** The rows of an instance, in the order of joining. */
export const rowsOf = (seed: string, instanceUuid: string, startMs: number, stays: readonly Stay[]): ParticipantRecord[] =>
  stays
    .toSorted(([, one], [, other]) => one - other)
    .map(([joiner, fromMs, toMs], index) => ({
      user_id: joiningId(index),
      participant_uuid: joiningUuid(seed, instanceUuid, joiningId(index)),
      ...joiner,
      join_time: toZoomTime(startMs + fromMs),
      leave_time: toZoomTime(startMs + toMs),
    }));
