import type { Refusal } from "../../http/reply.ts";
import type { Call } from "../../rules/call.ts";
import { isOn } from "../../rules/features.ts";
import type { PageRules } from "../../rules/pages.ts";
import { refusals } from "../../rules/refusals.ts";
import type { EmulatorState, SessionRecord, UserRecord, WebinarRecord } from "../../state/state.ts";
import { lookUpHeld } from "../reports/find-held.ts";
import { hostOf } from "../webinars/find-webinar.ts";

/** One time that a webinar was or is held, as dashboards look at it. */
export interface Metered {
  webinar: WebinarRecord;
  host: UserRecord | undefined;
  session: SessionRecord;
  uuid: string;
  start_time: string;
  /** Null while it is on air. */
  end_time: string | null;
}

/** The running instance of a webinar, undefined if it is not on air. */
export const runningOf = (state: EmulatorState, webinar: WebinarRecord): Metered | undefined => {
  const { session, runningSince, uuid } = webinar;
  if (session === null || runningSince === null) return undefined;
  return { webinar, host: hostOf(state, webinar), session, uuid, start_time: runningSince, end_time: null };
};

const lookUpRunning = (state: EmulatorState, key: string): Metered | undefined => {
  const webinar = Object.values(state.webinars).find(({ id, uuid }) => String(id) === key || uuid === key);
  return webinar && runningOf(state, webinar);
};

const lookUpPast = (state: EmulatorState, key: string): Metered | undefined => {
  const held = lookUpHeld(state, key);
  if (held === undefined) return undefined;
  const { webinar, instance } = held;
  const { uuid, start_time, end_time } = instance;
  return { webinar, host: hostOf(state, webinar), session: instance, uuid, start_time, end_time };
};

/** True if a request asks for what is over. `live` is the default, also for a type that Zoom does not know. */
export const asksForPast = ({ query }: Call, types: readonly string[] = ["past"]): boolean => types.includes(query.get("type") ?? "");

/** What refuses the figures of one webinar, in the words of the endpoint. */
export interface MeterRules {
  unknown: () => Refusal;
  /** Not open to the app, or the account has no dashboard. */
  forbidden: (call: Call, key: string) => Refusal;
  /** Types of the query that mean what is over. */
  pastTypes?: readonly string[];
}

/** The refusal of most endpoints if the figures are not open. Its code differs; its HTTP status is a switch. */
export const forbidden =
  (code: number) =>
  ({ switches }: Call, key: string): Refusal =>
    refusals.metricsForbidden(switches.metricsRefusal, code, key);

/** The instance whose figures the path asks for: with `type=past` the latest that ended, or that of a UUID; else the one on air. */
export const findMetered = (call: Call, { unknown, forbidden: refuse, pastTypes }: MeterRules): Metered => {
  const { state, path } = call;
  const key = path.webinarId ?? "";
  const found = (asksForPast(call, pastTypes) ? lookUpPast : lookUpRunning)(state, key);
  if (found === undefined) throw unknown();
  if (!isOn(state, "permission", found.host) || !isOn(state, "dashboard", found.host)) throw refuse(call, key);
  return found;
};

/** How lists of the dashboards differ from others. */
export const pageRules = ({ switches }: Call): PageRules => ({ badToken: () => refusals.metricsPageToken(switches.metricsRefusal) });

/** What endpoints about the people of one webinar refuse with. */
export const DETAIL_RULES: MeterRules = { unknown: refusals.metricsDetailUnknown, forbidden: forbidden(300) };
