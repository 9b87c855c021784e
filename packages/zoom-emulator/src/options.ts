import { type Clock, InputError, systemClock } from "@zoom-webinar/foundation";
import { isObject } from "./http/json.ts";
import { type AppCredentials, DEMO_CREDENTIALS, type KnownApps } from "./oauth/oauth.ts";
import { PLANS, type Plan } from "./rules/rate-limits.ts";
import { DEFAULT_SWITCHES, SWITCH_VALUES, type Switches } from "./rules/switches.ts";
import { oneOf, shownValue, type ValueRule, yesNo } from "./rules/value-rule.ts";
import { sendOverNetwork, type WebhookSend } from "./webhooks/send.ts";
import { WORLD_NAMES, type WorldName } from "./worlds/names.ts";
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

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isClock = (value: unknown): boolean => isObject(value) && ["now", "monotonic", "sleep"].every((name) => typeof value[name] === "function");
const isApp = (value: unknown): boolean => isObject(value) && [value.accountId, value.clientId, value.clientSecret].every(isText);

const RULES: Readonly<Record<keyof EmulatorOptions, ValueRule>> = {
  world: [
    `one of ${WORLD_NAMES.join(", ")}, or a world as readSeedFile returns it`,
    (value) => isObject(value) || (isText(value) && WORLD_NAMES.includes(value)),
  ],
  clock: ["an object with now, monotonic, sleep", isClock],
  plan: oneOf(...PLANS),
  rateLimits: yesNo,
  validate: yesNo,
  strictAuth: yesNo,
  apps: ["a list of apps with accountId, clientId and clientSecret", (value) => Array.isArray(value) && value.every(isApp)],
  scopes: ["a list of scopes", (value) => Array.isArray(value) && value.every(isText)],
  seed: ["text", (value) => typeof value === "string"],
  webhookHosts: oneOf("loopback", "any"),
  webhookSend: ["a function", (value) => typeof value === "function"],
  switches: ["an object with switches", isObject],
};

const ruleOfSwitch = (values: (typeof SWITCH_VALUES)[keyof Switches]): ValueRule => {
  if (values === "milliseconds") return ["milliseconds", (value) => typeof value === "number" && value >= 0];
  const known: readonly unknown[] = values;
  return [`one of ${known.join(", ")}`, (value) => known.includes(value)];
};
const SWITCH_RULES = Object.fromEntries(Object.entries(SWITCH_VALUES).map(([name, values]) => [name, ruleOfSwitch(values)]));

const assertRules = (rules: Readonly<Record<string, ValueRule>>, given: object, before = ""): void => {
  for (const [name, value] of Object.entries(given)) {
    const field = `${before}${name}`;
    const [means, isFine] = Object.hasOwn(rules, name) ? (rules[name] ?? []) : [];
    const known = `Options: ${Object.keys(rules).join(", ")}.`;
    if (means === undefined || isFine === undefined) throw InputError.at(field, "there is no such option", known);
    if (value !== undefined && !isFine(value))
      throw InputError.at(field, `expected ${means}, got ${shownValue(value)}`, "Leave it out for its default.");
  }
};

/** Fills in the defaults. Throws `InputError` for an option or a switch that does not exist, or that has a value it does not take. */
export const settle = (options: EmulatorOptions): Settled => {
  if (!isObject(options)) throw InputError.at("options", `expected an object, got ${shownValue(options)}`, "Leave it out for a demo world.");
  assertRules(RULES, options);
  assertRules(SWITCH_RULES, options.switches ?? {}, "switches.");
  return withDefaults(options);
};

const withDefaults = (options: EmulatorOptions): Settled => ({
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
