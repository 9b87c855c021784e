import { compact, type JsonObject, toZoomTime } from "../../http/json.ts";
import type { Switches } from "../../rules/switches.ts";
import type { OccurrenceRecord, TrackingFieldRecord, UserRecord, WebinarRecord } from "../../state/state.ts";
import { hasRegistration, isOccurrenceOver, nextOccurrence } from "./lifecycle.ts";
import { encryptedPasscode, joinUrl, registrationUrl, roomPasscode, startUrl } from "./links.ts";
import { allSettings, mergeSettings } from "./settings.ts";
import { toSimulive } from "./simulive.ts";

/** An occurrence as Zoom shows it, without what the emulator notes beside it. */
export const toOccurrence = ({ occurrence_id, start_time, duration, status }: OccurrenceRecord) => ({ occurrence_id, start_time, duration, status });

/** What the answer depends on besides the webinar. */
export interface WebinarView {
  seed: string;
  nowMs: number;
  host: UserRecord | undefined;
  /** The instance asked for. */
  uuid: string;
  /** The account's tracking fields. */
  labels: readonly TrackingFieldRecord[];
  switches: Switches;
  /** The one date asked for: its own time, agenda and settings show. */
  occurrence?: OccurrenceRecord | null;
  /** Also show dates that are over. */
  withPrevious?: boolean;
}

/** Settings that follow the host until somebody sets them. */
const contactOf = (host: UserRecord | undefined, { contactSettings }: Switches): JsonObject =>
  contactSettings === "set" || host === undefined
    ? {}
    : { contact_name: `${host.first_name} ${host.last_name}`, contact_email: host.email, global_dial_in_countries: ["US"] };

/** A webinar as create and get answer it. */
export const toWebinar = (
  webinar: WebinarRecord,
  { seed, nowMs, host, uuid, labels, switches, occurrence, withPrevious = false }: WebinarView,
): Record<string, unknown> => {
  const isHidden = (date: OccurrenceRecord) =>
    isOccurrenceOver(date, nowMs) || (date.status === "deleted" && date !== occurrence && switches.deletedDates === "previous");
  const dates = webinar.occurrences.filter((date) => withPrevious || !isHidden(date));
  return compact({
    id: webinar.id,
    uuid,
    host_id: webinar.host_id,
    host_email: host?.email,
    topic: webinar.topic,
    type: webinar.type,
    start_time: occurrence?.start_time ?? webinar.start_time,
    duration: occurrence?.duration ?? webinar.duration,
    timezone: webinar.timezone,
    agenda: occurrence?.agenda ?? webinar.agenda,
    created_at: toZoomTime(webinar.createdMs),
    creation_source: webinar.creation_source,
    start_url: startUrl(seed, webinar, nowMs),
    join_url: joinUrl(seed, webinar),
    registration_url: hasRegistration(webinar) ? registrationUrl(seed, webinar) : undefined,
    ...(webinar.password === ""
      ? {}
      : { password: webinar.password, encrypted_passcode: encryptedPasscode(seed, webinar), h323_passcode: roomPasscode(seed, webinar) }),
    recurrence: webinar.recurrence,
    occurrences: webinar.type === 9 ? dates.map(toOccurrence) : undefined,
    tracking_fields: webinar.tracking_fields.map((entry) => ({
      ...entry,
      visible: labels.find(({ field }) => field === entry.field)?.visible ?? true,
    })),
    template_id: webinar.template_id,
    ...toSimulive(webinar.simulive),
    settings: { ...contactOf(host, switches), ...allSettings(mergeSettings(webinar.settings, occurrence?.settings ?? {})) },
  });
};

const LONGEST_AGENDA_IN_LISTS = 250;

/** A webinar as the list of its host shows it. A recurring one shows its next date, or the first once all are over. */
export const toListedWebinar = (webinar: WebinarRecord, seed: string, nowMs: number): Record<string, unknown> =>
  compact({
    id: webinar.id,
    uuid: webinar.uuid,
    host_id: webinar.host_id,
    topic: webinar.topic,
    type: webinar.type,
    start_time: nextOccurrence(webinar, nowMs)?.start_time ?? webinar.start_time,
    duration: webinar.duration,
    timezone: webinar.timezone,
    agenda: webinar.agenda.slice(0, LONGEST_AGENDA_IN_LISTS),
    created_at: toZoomTime(webinar.createdMs),
    join_url: joinUrl(seed, webinar),
    is_simulive: webinar.simulive === null ? undefined : true,
    is_events_webinar: webinar.isEvents ? true : undefined,
  });
