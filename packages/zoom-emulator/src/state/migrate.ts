import { asList, asObject, isObject, type JsonObject } from "../http/json.ts";
import { emptySession } from "./session-record.ts";
import { STATE_VERSION } from "./state.ts";
import { emptyParts } from "./webinar-record.ts";

/** Format 1 knew no polls, no branding, no templates … and of an instance only when it was. */
const from1to2 = (old: JsonObject): JsonObject => ({
  ...old,
  version: 2,
  account: { ...asObject(old.account), off: ["simulive"], recordings: [] },
  users: asList(old.users).map((user) => ({ ...asObject(user), off: [] })),
  webinars: Object.fromEntries(
    Object.entries(asObject(old.webinars)).map(([id, webinar]) => {
      const known = asObject(webinar);
      const instances = asList(known.instances).map((instance) => ({ ...emptySession(), ...asObject(instance) }));
      return [id, { ...emptyParts(), ...known, instances, session: known.runningSince === null ? null : emptySession() }];
    }),
  ),
  templates: [],
  trackingFields: [],
  webhooks: [],
});

/** One step for each format, keyed by the one that it starts from. */
const STEPS: Readonly<Record<number, (old: JsonObject) => JsonObject>> = { 1: from1to2 };

/** A state of an older format in today's; anything else as it came. */
export const migrate = (value: unknown): unknown => {
  let current = value;
  while (isObject(current) && typeof current.version === "number" && current.version < STATE_VERSION) {
    const step = STEPS[current.version];
    if (step === undefined) return current;
    current = step(current);
  }
  return current;
};
