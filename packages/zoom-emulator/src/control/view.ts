import type { Settled } from "../options.ts";
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
  /** Undefined where there is none, or it was deleted. */
  webinar(webinarId: string | number): Promise<WebinarRecord | undefined>;
  registrants(webinarId: string | number): Promise<RegistrantRecord[]>;
  /** All of it. */
  snapshot(): Promise<EmulatorState>;
}

/** The view of a world. */
export const createView = (holder: StateHolder, { clock }: Settled): StateView => ({
  summary: async () => {
    const { summarize } = await import("./summary.ts");
    return holder.read((state) => summarize(state, clock.now() + state.clockOffsetMs));
  },
  users: () => holder.read(({ users }) => structuredClone(users)),
  webinars: () => holder.read(({ webinars }) => structuredClone(Object.values(webinars))),
  webinar: (webinarId) => holder.read(({ webinars }) => structuredClone(webinars[webinarId])),
  registrants: (webinarId) => holder.read(({ webinars }) => structuredClone(webinars[webinarId]?.registrants ?? [])),
  snapshot: () => holder.read((state) => structuredClone(state)),
});
