import { InputError, type InputFault } from "@zoom-webinar/foundation";
import { toZoomTime } from "../http/json.ts";
import { isScope, noSuchScope } from "../http/scope-names.ts";
import { nextOpaqueId, nextPersonalMeetingId, nextUuid } from "../state/ids.ts";
import { emptySession } from "../state/session-record.ts";
import type { EmulatorState, UserRecord, WebinarRecord } from "../state/state.ts";
import type { WorldOptions } from "../state/world.ts";
import { addWebinar, asJoiner, DAY_MS, guest, HOUR_MS, hostOfWebinar, MINUTE_MS, midnight, rowsOf, type Stay } from "./build.ts";
import type { PlannedAttendee, PlannedRegistrant, PlannedUser, PlannedWebinar, PlannedWorld } from "./planned-world.ts";

const UNITS = { m: MINUTE_MS, h: HOUR_MS, d: DAY_MS } as const;
const APPROVAL = { automatic: 0, manual: 1, none: 2 } as const;

const STARTS = /^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|[+-]\d{1,4}[mh]|[+-]\d{1,4}d(?: ([01]\d|2[0-3]):[0-5]\d)?)$/;

/** The instant that `starts` means: "2027-03-10T15:00:00Z", or a distance from now. Null for anything else. */
const toStartMs = (starts: string, nowMs: number): number | null => {
  if (!STARTS.test(starts)) return null;
  const [, sign = "+", amount = "", unit = "d", , hour, minute] = /^([+-])(\d+)([mhd])( (\d\d):(\d\d))?$/.exec(starts) ?? [];
  if (amount === "") return Number.isNaN(Date.parse(starts)) ? null : Date.parse(starts);
  const ms = nowMs + (sign === "-" ? -1 : 1) * Number(amount) * UNITS[unit as keyof typeof UNITS];
  return hour === undefined ? ms : midnight(ms) + Number(hour) * HOUR_MS + Number(minute) * MINUTE_MS;
};

const sameEmail = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
const userOf = (state: EmulatorState, email: string): UserRecord | undefined => state.users.find((user) => sameEmail(user.email, email));

const plantUser = (state: EmulatorState, planned: PlannedUser, nowMs: number): void => {
  const known = userOf(state, planned.email);
  const user: UserRecord = known ?? {
    id: nextOpaqueId(state, "user"),
    email: planned.email,
    first_name: planned.email.split("@")[0] ?? "",
    last_name: "Example",
    type: 2,
    status: "active",
    timezone: "UTC",
    dept: "",
    created_at: toZoomTime(nowMs - 400 * DAY_MS),
    pmi: nextPersonalMeetingId(state),
    hasWebinarAddOn: true,
    off: [],
  };
  if (known === undefined) state.users.push(user);
  user.first_name = planned.first_name ?? user.first_name;
  user.last_name = planned.last_name ?? user.last_name;
  user.timezone = planned.timezone ?? user.timezone;
  if (planned.licensed !== undefined) user.type = planned.licensed ? 2 : 1;
  user.hasWebinarAddOn = planned.webinar_add_on ?? user.hasWebinarAddOn;
  user.off = planned.features_off === undefined ? user.off : [...planned.features_off];
};

const plantRegistrant = (state: EmulatorState, webinar: WebinarRecord, person: PlannedRegistrant, createdMs: number): void => {
  webinar.registrants.push({
    id: nextOpaqueId(state, "registrant"),
    email: person.email,
    first_name: person.first_name ?? person.email.split("@")[0] ?? "",
    createdMs,
    status: person.status ?? "approved",
    statusOn: {},
    occurrence_ids: null,
    answers: person.last_name === undefined ? {} : { last_name: person.last_name },
    custom_questions: [],
    language: null,
    source_id: null,
  });
};

const stayOf = (webinar: WebinarRecord, { email = "", name, from, to }: PlannedAttendee): Stay => {
  const signedUp = webinar.registrants.find((registrant) => email !== "" && sameEmail(registrant.email, email));
  const joiner = signedUp === undefined ? guest(name ?? email.split("@")[0] ?? "", email) : asJoiner(signedUp, name);
  return [joiner, from * MINUTE_MS, to * MINUTE_MS];
};

const hold = (
  state: EmulatorState,
  webinar: WebinarRecord,
  startMs: number,
  { minutes, attendees = [] }: NonNullable<PlannedWebinar["held"]>,
): void => {
  const { uuid, occurrences } = webinar;
  const stays: Stay[] = [[hostOfWebinar(state, webinar), 0, minutes * MINUTE_MS], ...attendees.map((one) => stayOf(webinar, one))];
  webinar.instances.push({
    ...emptySession(occurrences[0]?.occurrence_id ?? null),
    participants: rowsOf(state.seed, uuid, startMs, stays),
    uuid,
    start_time: toZoomTime(startMs),
    end_time: toZoomTime(startMs + minutes * MINUTE_MS),
  });
  webinar.uuid = nextUuid(state);
};

/** A webinar gets the id that was asked for: what was made of the first one, such as its links, is made again from it at each request. */
const rename = (state: EmulatorState, webinar: WebinarRecord, id: number): void => {
  delete state.webinars[webinar.id];
  webinar.id = id;
  state.webinars[id] = webinar;
};

const heldFaults = ({ held }: PlannedWebinar, at: string, startMs: number, nowMs: number): InputFault[] => {
  if (held === undefined) return [];
  const faults = (held.attendees ?? []).flatMap(({ from, to, email, name }, index) => {
    const field = `${at}.held.attendees[${index}]`;
    return [
      ...(from >= to || to > held.minutes ? [{ field, message: `expected from < to <= ${held.minutes}, the minutes that it was held` }] : []),
      ...(email === undefined && name === undefined ? [{ field, message: "expected an email or a name" }] : []),
    ];
  });
  return startMs + held.minutes * MINUTE_MS > nowMs
    ? [...faults, { field: `${at}.held`, message: "it cannot be held yet: it starts too late" }]
    : faults;
};

const plantWebinar = (state: EmulatorState, planned: PlannedWebinar, at: string, nowMs: number): InputFault[] => {
  const { topic, agenda = "", duration = 60, registration = "automatic", weeks, id } = planned;
  const host = planned.host === undefined ? 0 : state.users.findIndex((user) => sameEmail(user.email, planned.host ?? ""));
  if (host < 0) return [{ field: `${at}.host`, message: `nobody of the account has the e-mail ${JSON.stringify(planned.host)}` }];
  const startMs = toStartMs(planned.starts, nowMs);
  if (startMs === null)
    return [{ field: `${at}.starts`, message: 'expected an instant such as "2027-03-10T15:00:00Z", or a distance such as "+7d" or "-2d 15:00"' }];
  if (id !== undefined && state.webinars[id] !== undefined) return [{ field: `${at}.id`, message: `another webinar has the id ${id}` }];
  if (registration === "none" && planned.registrants !== undefined)
    return [{ field: `${at}.registrants`, message: "nobody signs up without registration" }];
  const faults = [...repeated(planned.registrants ?? [], `${at}.registrants`), ...heldFaults(planned, at, startMs, nowMs)];
  if (faults.length > 0) return faults;
  const createdMs = Math.min(nowMs, startMs) - 20 * DAY_MS;
  const settings = { approval_type: APPROVAL[registration] };
  const plan = { host, topic, agenda, startMs, duration, createdMs, settings };
  const webinar = addWebinar(state, weeks === undefined ? plan : { ...plan, weeks });
  if (id !== undefined) rename(state, webinar, id);
  for (const [index, person] of (planned.registrants ?? []).entries()) plantRegistrant(state, webinar, person, createdMs + (index + 1) * MINUTE_MS);
  for (const { name, email } of planned.panelists ?? []) webinar.panelists.push({ id: nextOpaqueId(state, "panelist"), name, email });
  if (planned.held !== undefined) hold(state, webinar, startMs, planned.held);
  return [];
};

/** A person stands in a list once, however the address is written. */
const repeated = (people: readonly { email: string }[], at: string): InputFault[] => {
  const seen = new Set<string>();
  return people.flatMap(({ email }, index) => {
    const key = email.toLowerCase();
    if (seen.has(key)) return [{ field: `${at}[${index}].email`, message: `${JSON.stringify(email)} stands here a second time` }];
    seen.add(key);
    return [];
  });
};

const plantTokens = (state: EmulatorState, tokens: NonNullable<PlannedWorld["tokens"]>): InputFault[] =>
  Object.entries(tokens).flatMap(([token, { user, scopes, expired }]) => {
    const owner = user === undefined ? undefined : userOf(state, user);
    const field = `tokens.${token}.user`;
    const unknown = (scopes ?? []).flatMap((scope, index) =>
      isScope(scope) ? [] : [{ field: `tokens.${token}.scopes[${index}]`, message: noSuchScope(scope) }],
    );
    if (unknown.length > 0) return unknown;
    if (user !== undefined && owner === undefined) return [{ field, message: `nobody of the account has the e-mail ${JSON.stringify(user)}` }];
    state.fixedTokens = {
      ...state.fixedTokens,
      [token]: { userId: owner?.id ?? null, scopes: scopes === undefined ? null : [...scopes], expired: expired === true },
    };
    return [];
  });

/**
 * Makes the world that is planned, on top of the base that `makeBase` gives. The same one for the same seed and time. Throws `InputError` naming each field
 * that fits nothing else: a host whom nobody knows, an id or a person twice, a scope that does not exist, a webinar held in the future.
 */
export const plant = (planned: PlannedWorld, options: WorldOptions, makeBase: (options: WorldOptions) => EmulatorState): EmulatorState => {
  const nowMs = planned.now === undefined ? options.nowMs : Date.parse(planned.now);
  const state = makeBase({ ...options, nowMs });
  state.clockOffsetMs = nowMs - options.nowMs;
  if (planned.base === undefined && planned.users !== undefined) state.users = [];
  for (const user of planned.users ?? []) plantUser(state, user, nowMs);
  const faults = [
    ...repeated(planned.users ?? [], "users"),
    ...plantTokens(state, planned.tokens ?? {}),
    ...(planned.webinars ?? []).flatMap((webinar, index) => plantWebinar(state, webinar, `webinars[${index}]`, nowMs)),
  ];
  if (faults.length > 0) throw new InputError(faults.map(({ field, message }) => `${field}: ${message}`).join("; "), faults);
  return state;
};
