import { compact, type JsonObject } from "../../http/json.ts";
import type { Change } from "../../rules/call.ts";
import type { OccurrenceRecord, RegistrantRecord, WebinarRecord } from "../../state/state.ts";
import { joinUrl, registrantJoinUrl, registrationUrl, trackingUrl } from "./links.ts";
import { settingOf } from "./settings.ts";

/** Notes an event for the webhooks. Source of the shapes: Zoom's samples of webhook events. */
export const noteEvent = ({ state, nowMs, events }: Change, event: string, payload: JsonObject): void => {
  events.push({ event, event_ts: nowMs, payload: { account_id: state.account.id, ...payload } });
};

/** Who Zoom says did it: a server-to-server app acts for the account's first person. */
const operator = ({ state }: Change) => {
  const [first] = state.users;
  return first === undefined ? {} : { operator: first.email, operator_id: first.id };
};

const dates = (webinar: WebinarRecord) =>
  webinar.type === 9 ? webinar.occurrences.map(({ occurrence_id, start_time }) => ({ occurrence_id, start_time })) : undefined;

/** What every event says of its webinar. `id` is a number in events about planning and sign-ups, text in events about what happens on air. */
export const common = (webinar: WebinarRecord) =>
  compact({
    uuid: webinar.uuid,
    id: webinar.id,
    host_id: webinar.host_id,
    topic: webinar.topic,
    type: webinar.type,
    start_time: webinar.start_time,
    duration: webinar.duration,
    timezone: webinar.timezone,
  });

/** webinar.created */
export const noteCreated = (change: Change, webinar: WebinarRecord): void =>
  noteEvent(change, "webinar.created", {
    ...operator(change),
    operation: webinar.type === 5 ? "single" : "all",
    object: compact({
      ...common(webinar),
      join_url: joinUrl(change.state.seed, webinar),
      password: webinar.password,
      creation_source: webinar.creation_source,
      occurrences: webinar.type === 9 ? webinar.occurrences : undefined,
      settings: webinar.settings,
      recurrence: webinar.recurrence,
    }),
  });

/** A webinar as webinar.updated compares it. */
export const comparable = (webinar: WebinarRecord): JsonObject =>
  structuredClone(
    compact({
      ...common(webinar),
      agenda: webinar.agenda,
      password: webinar.password,
      occurrences: webinar.type === 9 ? webinar.occurrences : undefined,
      recurrence: webinar.recurrence,
      settings: webinar.settings,
    }),
  );

/** webinar.updated: what changed, and how it was. */
export const noteUpdated = (change: Change, webinar: WebinarRecord, before: JsonObject, occurrence: OccurrenceRecord | null): void => {
  const after = comparable(webinar);
  const names = Object.keys(after).filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]));
  const only = (from: JsonObject) => ({
    id: webinar.id,
    ...Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]])),
  });
  noteEvent(change, "webinar.updated", {
    ...operator(change),
    scope: occurrence === null && webinar.type !== 5 ? "all" : "single",
    time_stamp: change.nowMs,
    object: { ...only(after), uuid: webinar.uuid, host_id: webinar.host_id },
    old_object: only(before),
  });
};

/** webinar.deleted, of the whole or of one date. */
export const noteDeleted = (change: Change, webinar: WebinarRecord, occurrence: OccurrenceRecord | undefined): void =>
  noteEvent(change, "webinar.deleted", {
    ...operator(change),
    operation: occurrence === undefined && webinar.type !== 5 ? "all" : "single",
    object: compact({
      ...common(webinar),
      occurrences: occurrence === undefined ? dates(webinar) : [{ occurrence_id: occurrence.occurrence_id, start_time: occurrence.start_time }],
    }),
  });

/** webinar.started and webinar.ended */
export const noteOnAir = (change: Change, event: "webinar.started" | "webinar.ended", webinar: WebinarRecord, endTime?: string): void =>
  noteEvent(change, event, {
    object: compact({
      ...common(webinar),
      id: String(webinar.id),
      start_time: webinar.runningSince,
      end_time: endTime,
      practice_session: event === "webinar.ended" ? settingOf(webinar, "practice_session") === true : undefined,
    }),
  });

/**
 * An event about what happens on air. Chat and feedback name their webinar in short. The id is text, as in Zoom's samples of these events; in those of
 * chat it is a number.
 */
export const noteOnAirEvent = (change: Change, event: string, webinar: WebinarRecord, more: JsonObject, form: "full" | "short" = "full"): void => {
  const id = event.startsWith("webinar.chat_") ? webinar.id : String(webinar.id);
  const full = { ...common(webinar), id, start_time: webinar.runningSince ?? webinar.start_time };
  noteEvent(change, event, { object: { ...(form === "full" ? compact(full) : { id, uuid: webinar.uuid }), ...more } });
};

/** What became of a sign-up. */
export type RegistrationEvent = "created" | "approved" | "denied" | "cancelled";

/** webinar.registration_created, _approved, _denied, _cancelled */
export const noteRegistration = (change: Change, event: RegistrationEvent, webinar: WebinarRecord, registrant: RegistrantRecord): void => {
  const { seed } = change.state;
  const source = webinar.trackingSources.find(({ id }) => id === registrant.source_id);
  const hasLink = event === "created" || event === "approved";
  noteEvent(change, `webinar.registration_${event}`, {
    ...(event === "created" ? {} : operator(change)),
    object: compact({
      ...common(webinar),
      occurrences: dates(webinar)?.filter(({ occurrence_id }) => registrant.occurrence_ids?.includes(occurrence_id) ?? true),
      registrant: compact({
        id: registrant.id,
        first_name: registrant.first_name,
        last_name: registrant.answers.last_name,
        email: registrant.email,
        ...(event === "created" ? { ...registrant.answers, custom_questions: registrant.custom_questions, status: registrant.status } : {}),
        join_url: hasLink ? registrantJoinUrl(seed, webinar, registrant) : undefined,
        tracking_source:
          source === undefined
            ? undefined
            : { id: source.id, source_name: source.source_name, tracking_url: trackingUrl(registrationUrl(seed, webinar), source.id) },
      }),
    }),
  });
};
