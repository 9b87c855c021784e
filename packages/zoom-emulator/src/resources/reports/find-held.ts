import { DateTime } from "luxon";
import { toZoomTime } from "../../http/json.ts";
import type { Refusal } from "../../http/reply.ts";
import type { Call } from "../../rules/call.ts";
import { assertOn } from "../../rules/features.ts";
import { refusals } from "../../rules/refusals.ts";
import { emptySession } from "../../state/session-record.ts";
import type { EmulatorState, InstanceRecord, ParticipantRecord, UserRecord, WebinarRecord } from "../../state/state.ts";
import { hostOf } from "../webinars/find-webinar.ts";

/** A webinar with one of the times that it was held. */
export interface Held {
  webinar: WebinarRecord;
  instance: InstanceRecord;
  /** True for one that is on air: its end is not known, and the instance's stands for now. */
  isRunning?: true;
}

/** The instance that is on air, by its webinar's id or its UUID, as if it ended now, or undefined. */
const lookUpRunning = (state: EmulatorState, key: string, nowMs: number): Held | undefined => {
  const webinar = Object.values(state.webinars).find(({ id, uuid }) => String(id) === key || uuid === key);
  if (webinar === undefined || webinar.runningSince === null) return undefined;
  const session = webinar.session ?? emptySession();
  return { webinar, instance: { ...session, uuid: webinar.uuid, start_time: webinar.runningSince, end_time: toZoomTime(nowMs) }, isRunning: true };
};

/**
 * The ended instance that a key names: of an id the latest, of a UUID its own. Undefined if there is none. What has been held stays known when its
 * id has expired, but not when the webinar was deleted.
 */
export const lookUpHeld = (state: EmulatorState, key: string): Held | undefined => {
  if (/^\d+$/.test(key)) {
    const webinar = state.webinars[key];
    const instance = webinar?.instances.at(-1);
    return webinar && instance && { webinar, instance };
  }
  for (const webinar of Object.values(state.webinars)) {
    const instance = webinar.instances.find(({ uuid }) => uuid === key);
    if (instance !== undefined) return { webinar, instance };
  }
  return undefined;
};

/** An ended instance with the host that reports name. */
export interface Reported extends Held {
  host: UserRecord;
}

/** What refuses a report, in the words of its endpoint. */
export interface ReportRules {
  unknown: (key: string) => Refusal;
  /** Held more than a year ago. Default 400/12702. */
  tooOld?: (key: string) => Refusal;
  /** Whose host is no longer in the account. Default 400/1010. */
  hostUnknown?: (key: string) => Refusal;
  /** Months that the data is kept; afterwards it is unknown. Default: the year of all reports. */
  monthsKept?: number;
}

/** Throws `unknown` for an instance whose participants are not published yet, as long after the end as a switch says. */
export const assertPublished = ({ switches, nowMs, path }: Call, { instance, isRunning }: Held, unknown: (key: string) => Refusal): void => {
  if (!isRunning && nowMs < Date.parse(instance.end_time) + switches.participantsUnknownMs) throw unknown(path.webinarId ?? "");
};

/** When somebody left; undefined while the webinar is on air and they are in. */
export const leaveTimeOf = ({ instance, isRunning }: Held, { leave_time }: ParticipantRecord): string | undefined =>
  leave_time ?? (isRunning ? undefined : instance.end_time);

/** Months that reports reach back. Source: Zoom API. */
const MONTHS_OF_REPORTS = 12;

const isOlderThan = ({ instance }: Held, months: number, nowMs: number): boolean =>
  Date.parse(instance.end_time) < DateTime.fromMillis(nowMs, { zone: "utc" }).minus({ months }).toMillis();

/** The ended instance that a report is about. Throws `Refusal`: unknown or not ended, too old, its host gone, or reports not open to the app. */
export const findReported = (
  { state, path, nowMs, switches }: Call,
  { unknown, tooOld = refusals.reportTooOld, hostUnknown = refusals.userOfOtherAccount, monthsKept = MONTHS_OF_REPORTS }: ReportRules,
): Reported => {
  const key = path.webinarId ?? "";
  const running = switches.reportsWhileRunning === "open" ? lookUpRunning(state, key, nowMs) : undefined;
  const held = running ?? lookUpHeld(state, key);
  if (held === undefined) throw unknown(key);
  const host = hostOf(state, held.webinar);
  if (host === undefined) throw hostUnknown(held.webinar.host_id);
  assertOn(state, "permission", host);
  if (isOlderThan(held, MONTHS_OF_REPORTS, nowMs)) throw tooOld(key);
  if (isOlderThan(held, monthsKept, nowMs)) throw unknown(key);
  return { ...held, host };
};
