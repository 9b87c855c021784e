import { memoryStore, ResponseError, type Store, UnavailableError, virtualClock } from "@zoom-webinar/foundation";
import { settleWrite } from "../settle/settle-write.ts";
import type { Candidate, SettleContext, SettledWrite } from "../settle/settled-write.ts";

/** When a planned write begins. */
export const START = Date.UTC(2027, 0, 15, 12);
/** Nobody knows what came of the attempt. */
export const lost = () => new UnavailableError("The connection broke.", "maybe-sent");
/** Zoom said that it was done, and no more. */
export const unread = () => new ResponseError("Its answer broke off.", { trackingId: "WEB_1", details: { sent: "done", status: 201 } });

/** The result of an attempt: an error, or the id of what it made. */
export type End = Error | string;
interface Plan {
  /** The world of an emulator that answers; null: Zoom itself. */
  world?: string | null;
  sends?: readonly End[];
  /** What each look shows; the last one stays. An error: it fails. */
  looks?: readonly (Error | readonly Partial<Candidate<string>>[])[];
  write?: Partial<SettledWrite<string>>;
  store?: Store;
}

/** A world with one write whose attempts and looks are planned; `run` does it, as often as one likes. */
export const plan = ({ sends = [], looks = [[]], write = {}, store, world = null }: Plan = {}) => {
  const clock = virtualClock(START, { autoAdvance: true });
  const notes: string[] = [];
  const log: string[] = [];
  const sinces: number[] = [];
  const counts = { send: 0, look: 0 };
  const context: SettleContext = {
    store: store ?? memoryStore({ clock }),
    clock,
    signal: undefined,
    account: { inForce: { credentials: { kind: "access-token", accessToken: "t" }, apiBaseUrl: undefined } },
    note: (text) => notes.push(text),
    world: () => world,
  };
  const planned: SettledWrite<string> = {
    operation: "things.make",
    what: 'The thing "Tides"',
    identity: { topic: "Tides" },
    where: "the list of things",
    idOf: (id) => id,
    send: async () => {
      log.push(`send at ${(clock.now() - START) / 1000} s`);
      const end = sends[Math.min(counts.send++, sends.length - 1)] ?? "made";
      if (typeof end !== "string") throw end;
      return end;
    },
    find: async (sinceMs) => {
      sinces.push(sinceMs);
      log.push(`look at ${(clock.now() - START) / 1000} s`);
      const found = looks[Math.min(counts.look++, looks.length - 1)] ?? [];
      if (found instanceof Error) throw found;
      return found.map((one) => ({ id: "made", label: "Tides", adopt: async () => one.id ?? "made", ...one }));
    },
    ...write,
  };
  return {
    clock,
    notes,
    log,
    sinces,
    context,
    run: (more: Partial<SettledWrite<string>> = {}) =>
      settleWrite({ ...planned, ...more }, context).then(
        (done) => done,
        (error: unknown) => error,
      ),
  };
};
/** What a look shows. */
export const made = { id: "made" };
