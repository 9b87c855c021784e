import { FEATURES } from "../rules/features.ts";
import { PLANS } from "../rules/rate-limits.ts";
import { SWITCH_VALUES } from "../rules/switches.ts";
import { WORLD_NAMES } from "../worlds/names.ts";

/** `means` is what people read if a value does not fit. */
const text = (means: string, pattern?: string) => ({ type: "string", minLength: 1, means, ...(pattern === undefined ? {} : { pattern }) });
const whole = (means: string, minimum: number, maximum: number) => ({ type: "integer", minimum, maximum, means });
const yesNo = { type: "boolean", means: "true or false" };
const choice = (...values: readonly unknown[]) => ({ enum: values, means: values.join(", ") });
const many = (items: object) => ({ type: "array", items, maxItems: 10_000, means: "a list" });
const record = (properties: Readonly<Record<string, object>>, required: readonly string[] = []) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
  means: `an object with ${Object.keys(properties).join(", ")}`,
});

const email = text("an e-mail address", "^[^\\s@,]+@[^\\s@,]+\\.[^\\s@,]+$");
const instant = text('an instant such as "2032-03-01T09:00:00Z"', "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$");
const minute = whole("minutes after the start", 0, 1440);

const user = record(
  {
    email,
    first_name: text("text"),
    last_name: text("text"),
    timezone: text('an IANA zone such as "Europe/Berlin"'),
    licensed: yesNo,
    webinar_add_on: yesNo,
    features_off: many(choice(...Object.keys(FEATURES))),
  },
  ["email"],
);

const token = record({ user: email, scopes: many(text('a scope such as "webinar:read:webinar:admin"')), expired: yesNo });

const webinar = record(
  {
    id: whole("nine to eleven digits", 100_000_000, 99_999_999_999),
    topic: text("text"),
    host: email,
    starts: text('an instant such as "2032-03-10T15:00:00Z", or a distance such as "+7d" or "-2d 15:00"'),
    duration: whole("minutes, 1 to 1440", 1, 1440),
    agenda: { type: "string", means: "text" },
    registration: choice("automatic", "manual", "none"),
    weeks: whole("how many dates, 1 to 50", 1, 50),
    registrants: many(
      record({ email, first_name: text("text"), last_name: text("text"), status: choice("approved", "pending", "denied") }, ["email"]),
    ),
    panelists: many(record({ name: text("text"), email }, ["name", "email"])),
    held: record(
      {
        minutes: whole("minutes, 1 to 1440", 1, 1440),
        attendees: many(record({ email, name: text("text"), from: minute, to: minute }, ["from", "to"])),
      },
      ["minutes"],
    ),
  },
  ["topic", "starts"],
);

const switches = Object.fromEntries(
  Object.entries(SWITCH_VALUES).map(([name, values]) => [
    name,
    values === "milliseconds" ? whole("milliseconds", 0, Number.MAX_SAFE_INTEGER) : choice(...values),
  ]),
);

/** The form of a seed file. */
export const SEED_SCHEMA = record(
  {
    version: { const: 1, means: "1" },
    base: choice(...WORLD_NAMES),
    now: instant,
    id_seed: text("text"),
    plan: choice(...PLANS),
    rate_limits: yesNo,
    validate: yesNo,
    scopes: many(text('a scope such as "webinar:read:webinar:admin"')),
    switches: record(switches),
    apps: many(
      record({ account_id: text("text"), client_id: text("text"), client_secret: text("text") }, ["account_id", "client_id", "client_secret"]),
    ),
    users: many(user),
    tokens: {
      type: "object",
      propertyNames: { pattern: "^\\S+$", means: "a token without spaces" },
      additionalProperties: token,
      means: "an object with a token as each key",
    },
    webinars: many(webinar),
  },
  ["version"],
);
