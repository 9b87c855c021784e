import { toZoomTime } from "../http/json.ts";
import { grantedScopes } from "../oauth/scopes.ts";
import type { Settled } from "../options.ts";
import { hasRegistration } from "../resources/webinars/lifecycle.ts";
import type { EmulatorState, RegistrantRecord, RegistrantStatus, StateHolder, UserRecord, WebinarRecord } from "../state/state.ts";

/** An overview of a world. */
export interface StateSummary {
  /** The emulator's time. */
  now: string;
  account_id: string;
  scopes: readonly string[];
  users: { id: string; email: string; webinar_add_on: boolean }[];
  webinars: {
    id: string;
    uuid: string;
    topic: string;
    host_email: string;
    running: boolean;
    held: number;
    /** Null without registration. */
    registrants: Record<RegistrantStatus, number> | null;
  }[];
  mails: number;
}

/** Looks into a world, past the API: for assertions of tests. Everything given out is a copy. */
export interface StateView {
  summary(): Promise<StateSummary>;
  users(): Promise<UserRecord[]>;
  webinars(): Promise<WebinarRecord[]>;
  /** Undefined if there is none, or it was deleted. */
  webinar(webinarId: string | number): Promise<WebinarRecord | undefined>;
  registrants(webinarId: string | number): Promise<RegistrantRecord[]>;
  /** All of it, but for the world's name: worlds that are alike have equal snapshots. */
  snapshot(): Promise<EmulatorState>;
}

const countRegistrants = (webinar: WebinarRecord): Record<RegistrantStatus, number> | null => {
  if (!hasRegistration(webinar)) return null;
  const counts = { approved: 0, pending: 0, denied: 0 };
  for (const { status } of webinar.registrants) counts[status] += 1;
  return counts;
};

/** The overview of a world. */
const summarize = (state: EmulatorState, nowMs: number): StateSummary => ({
  now: toZoomTime(nowMs),
  account_id: state.account.id,
  scopes: grantedScopes(state),
  users: state.users.map(({ id, email, hasWebinarAddOn }) => ({ id, email, webinar_add_on: hasWebinarAddOn })),
  webinars: Object.values(state.webinars).map((webinar) => ({
    id: String(webinar.id),
    uuid: webinar.uuid,
    topic: webinar.topic,
    host_email: state.users.find(({ id }) => id === webinar.host_id)?.email ?? "",
    running: webinar.runningSince !== null,
    held: webinar.instances.length,
    registrants: countRegistrants(webinar),
  })),
  mails: state.mails.length,
});

/** The view of a world. */
export const createView = (holder: StateHolder, { clock }: Settled): StateView => ({
  summary: () => holder.read((state) => summarize(state, clock.now() + state.clockOffsetMs)),
  users: () => holder.read(({ users }) => structuredClone(users)),
  webinars: () => holder.read(({ webinars }) => structuredClone(Object.values(webinars))),
  webinar: (webinarId) => holder.read(({ webinars }) => structuredClone(webinars[webinarId])),
  registrants: (webinarId) => holder.read(({ webinars }) => structuredClone(webinars[webinarId]?.registrants ?? [])),
  snapshot: () => holder.read(({ worldId: _, ...state }) => structuredClone(state)),
});
