import { type Clock, systemClock } from "@zoom-webinar/foundation";
import { type AppCredentials, DEMO_CREDENTIALS, type KnownApps } from "./oauth/oauth.ts";
import type { Plan } from "./rules/rate-limits.ts";
import { DEFAULT_SWITCHES, type Switches } from "./rules/switches.ts";
import { sendOverNetwork, type WebhookSend } from "./webhooks/send.ts";
import type { WorldName } from "./worlds/names.ts";
import type { PlannedWorld } from "./worlds/planned-world.ts";

/** How an emulator behaves. Everything has a default. */
export interface EmulatorOptions {
  /**
   * What a new world holds: webinars to look at (`demo`, default), only an account and its people (`empty`), a conference in preparation
   * (`conference-series`), a webinar whose attendance is hard to count (`rejoins`), or 100,000 sign-ups (`large`). Or one of your own, by hand or from
   * `readSeedFile`.
   */
  world?: WorldName | PlannedWorld;
  /** Default: the machine's time. With a virtual clock, time moves only when asked to. */
  clock?: Clock;
  /** Plan of the account; decides the rate limits. Default `business`. */
  plan?: Plan;
  /** False lets any number of requests through per second, minute and day of the account. Limits per host and registrant stay. Default true. */
  rateLimits?: boolean;
  /**
   * Answer 400 to whatever does not fit our OpenAPI document, also if Zoom would let it pass, and name each fault; break if an answer of
   * the emulator's own does not fit it. Default: whether the environment has `ZOOM_EMULATOR_VALIDATE=1`, so that a whole test run can be held to it.
   */
  validate?: boolean;
  /** Accept only the given apps, not any id and secret. Default false. */
  strictAuth?: boolean;
  /** The apps that `strictAuth` accepts. Default: the demo app, `DEMO_CREDENTIALS`. */
  apps?: readonly AppCredentials[];
  /** Scopes that the app holds. Default: every account-level scope of the document. */
  scopes?: readonly string[];
  /** The same seed gives the same ids and links. Default "demo". */
  seed?: string;
  /** Where webhooks may go: to this machine only (default), or anywhere. */
  webhookHosts?: "loopback" | "any";
  /** How webhooks are sent. Default: over the network. */
  webhookSend?: WebhookSend;
  /** What nobody knows of Zoom, decided one way or the other. */
  switches?: Partial<Switches>;
}

/** The options with every default filled in. */
export interface Settled {
  world: WorldName | PlannedWorld;
  clock: Clock;
  plan: Plan;
  rateLimits: boolean;
  validate: boolean;
  apps: KnownApps;
  scopes: readonly string[] | null;
  seed: string;
  webhookHosts: "loopback" | "any";
  webhookSend: WebhookSend;
  switches: Switches;
}

/** Fills in the defaults. */
export const settle = (options: EmulatorOptions): Settled => ({
  world: options.world ?? "demo",
  clock: options.clock ?? systemClock,
  plan: options.plan ?? "business",
  rateLimits: options.rateLimits ?? true,
  validate: options.validate ?? process.env.ZOOM_EMULATOR_VALIDATE === "1",
  apps: options.strictAuth === true ? (options.apps ?? [DEMO_CREDENTIALS]) : null,
  scopes: options.scopes ?? null,
  seed: options.seed ?? "demo",
  webhookHosts: options.webhookHosts ?? "loopback",
  webhookSend: options.webhookSend ?? sendOverNetwork,
  switches: { ...DEFAULT_SWITCHES, ...options.switches },
});
