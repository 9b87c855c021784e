import type { Changer } from "../change.ts";
import type { Fault, FaultPlan } from "../faults.ts";
import { toZoomTime } from "../http/json.ts";
import { grantedScopes } from "../oauth/scopes.ts";
import type { Settled } from "../options.ts";
import type { RateLimiter } from "../rules/rate-limits.ts";
import { refusals } from "../rules/refusals.ts";
import type { EmulatorState, RegistrantRecord, RegistrantStatus, StateHolder, UserRecord, WebinarRecord } from "../state/state.ts";
import { lookUpUser } from "../users/find-user.ts";
import { hasRegistration } from "../webinars/lifecycle.ts";
import { closeInstance, openInstance } from "../webinars/on-air.ts";

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
  /** Undefined where there is none, or it was deleted. */
  webinar(webinarId: string | number): Promise<WebinarRecord | undefined>;
  registrants(webinarId: string | number): Promise<RegistrantRecord[]>;
  /** All of it. */
  snapshot(): Promise<EmulatorState>;
}

/** What is done to a world from outside Zoom's API. */
export interface Controls {
  /** Puts a fresh world in place and forgets faults and counts. Tokens stay good. */
  reset(): Promise<void>;
  /** The host opens the webinar. Throws `Refusal` where it is unknown or on air. Gives the instance's UUID. */
  startWebinar(webinarId: string | number): Promise<string>;
  /** The host ends it. Throws `Refusal` where it is unknown or not on air. Gives the UUID of the instance that ended. */
  endWebinar(webinarId: string | number): Promise<string>;
  /** Moves the emulator's time ahead of its clock, for all processes that share the state. Gives the new time. */
  advanceClock(ms: number): Promise<string>;
  /** Every token given out so far has expired. */
  expireTokens(): Promise<void>;
  /** Changes the app's scopes, at once; null gives all back. */
  setScopes(scopes: readonly string[] | null): Promise<void>;
  /** Buys or cancels the webinar add-on of a person, by id or e-mail; their webinars stay. Throws `Refusal` for an unknown one. */
  setWebinarAddOn(user: string, isThere: boolean): Promise<void>;
  /** Plans something that goes wrong. */
  addFault(fault: Fault): void;
  clearFaults(): void;
}

const webinarOf = (state: EmulatorState, webinarId: string | number): WebinarRecord => {
  const webinar = state.webinars[webinarId];
  if (webinar === undefined) throw refusals.webinarUnknown(String(webinarId));
  return webinar;
};

const countRegistrants = (webinar: WebinarRecord): Record<RegistrantStatus, number> | null => {
  if (!hasRegistration(webinar)) return null;
  const counts = { approved: 0, pending: 0, denied: 0 };
  for (const { status } of webinar.registrants) counts[status] += 1;
  return counts;
};

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
  snapshot: () => holder.read((state) => structuredClone(state)),
});

/** What the controls work on. */
export interface ControlledParts {
  holder: StateHolder;
  /** Changes the state and tells webhooks of it. */
  change: Changer;
  limiter: RateLimiter;
  faults: FaultPlan;
  settled: Settled;
}

/** The controls of a world. */
export const createControls = ({ holder, change, limiter, faults, settled: { clock } }: ControlledParts): Controls => ({
  reset: async () => {
    await holder.reset();
    limiter.reset();
    faults.clear();
  },
  startWebinar: (webinarId) =>
    change((now) => {
      const webinar = webinarOf(now.state, webinarId);
      openInstance(now, webinar);
      return webinar.uuid;
    }),
  endWebinar: (webinarId) =>
    change((now) => {
      const webinar = webinarOf(now.state, webinarId);
      if (webinar.runningSince === null) throw refusals.notRunning();
      const { uuid } = webinar;
      closeInstance(now, webinar);
      return uuid;
    }),
  advanceClock: (ms) =>
    holder.change((state) => {
      state.clockOffsetMs += ms;
      return toZoomTime(clock.now() + state.clockOffsetMs);
    }),
  expireTokens: () =>
    holder.change((state) => {
      state.tokenGeneration += 1;
    }),
  setScopes: (scopes) =>
    holder.change((state) => {
      state.scopes = scopes === null ? null : [...scopes];
    }),
  setWebinarAddOn: (idOrEmail, isThere) =>
    holder.change((state) => {
      const user = lookUpUser(state, idOrEmail);
      if (user === undefined) throw refusals.userUnknown(idOrEmail);
      user.hasWebinarAddOn = isThere;
    }),
  addFault: faults.add,
  clearFaults: faults.clear,
});
