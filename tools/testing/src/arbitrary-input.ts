import type { AnyOperation } from "@zoom-webinar/webinar-core/doors";
import fc from "fast-check";
import * as z from "zod";
import { HELD, UPCOMING } from "./demo-webinars.ts";

interface JsonSchema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  contentEncoding?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  required?: string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}
type Arbitrary = fc.Arbitrary<unknown>;

const webinars = fc.constantFrom(UPCOMING, UPCOMING, HELD, HELD, "828 3451 2568", "99999999999");
const people = fc.constantFrom("ada@example.com", "grace@example.com", "linus@example.com", "mina@example.com", "nobody@example.com");
/** Fields whose values reach further into the emulator when they name what is there. */
const KNOWN: Readonly<Record<string, Arbitrary>> = {
  webinar_id: webinars,
  webinar_uuid: webinars,
  meeting_id: webinars,
  user_id: people,
  user_selection: fc.oneof(people, fc.constantFrom("1", "first", "last", "Ada")),
  panelist_id: people,
  registrant_id: people,
  registrants: people,
  registrant_ids: people,
  prompt: fc.constantFrom('Webinar "Tides" every Monday at 10:00 for 4 weeks, UTC', 'Webinar "Tides" on March 15, 2027 at 10:00 UTC', "soon"),
  start_time: fc.constantFrom("2027-03-15T10:00", "2027-03-14T02:30", "2027-03-15T15:00:00Z", "soon"),
  from: fc.constantFrom("2027-01-01", "2027-01-01T00:00:00Z"),
  to: fc.constantFrom("2027-01-15", "2027-01-15T00:00:00Z"),
  stream_url: fc.constantFrom("rtmp://stream.example.com/live", "nope"),
  page_url: fc.constantFrom("https://example.com/watch", "a page"),
  timezone: fc.constantFrom("America/New_York", "UTC", "Mars/Olympus"),
};
const FORMATS: Readonly<Record<string, Arbitrary>> = {
  email: people,
  uri: fc.constant("https://example.com/x"),
  date: fc.constantFrom("2027-01-01", "2027-01-15"),
  "date-time": fc.constantFrom("2027-01-01T00:00:00Z", "2027-01-15T00:00:00Z"),
};

/** Values that a schema takes, small ones. What JSON Schema cannot say (a refinement) may still refuse some. */
const arbitraryOf = (schema: JsonSchema, name = ""): Arbitrary => {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((part) => arbitraryOf(part, name)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.contentEncoding) return fc.constant("iVBORw0KGgo=");
  switch (schema.type) {
    case "object": {
      const { properties = {}, required = [] } = schema;
      const optional = Object.keys(properties).filter((key) => !required.includes(key));
      // Few optional fields at a time: many together contradict each other, and no call would get as far as Zoom.
      return fc
        .subarray(optional, { maxLength: Math.min(2, optional.length) })
        .chain((chosen) => fc.record(Object.fromEntries([...required, ...chosen].map((key) => [key, arbitraryOf(properties[key] ?? {}, key)]))));
    }
    case "array":
      return fc.array(arbitraryOf(schema.items ?? {}, name), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, Math.max(3, schema.minItems ?? 0)),
      });
    case "boolean":
      return fc.boolean();
    case "integer":
    case "number":
      return fc.integer({ min: Math.max(schema.minimum ?? 0, -1_000), max: Math.min(schema.maximum ?? 100, 100_000) });
    case "string":
      if (KNOWN[name]) return KNOWN[name];
      if (schema.format && FORMATS[schema.format]) return FORMATS[schema.format] as Arbitrary;
      if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern));
      return fc.string({ unit: "grapheme", minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? 12, 12) });
    default:
      return fc.constant(null);
  }
};

const wrongValues = fc.constantFrom<unknown>(
  null,
  "",
  "x".repeat(5_000),
  -1,
  1e300,
  2 ** 53,
  [],
  {},
  [null],
  { a: 1 },
  "\u0000\r\n",
  "../..",
  "/ab//cd",
  "💣",
  true,
);

/** Inputs that an operation's schema takes. */
export const validInput = (op: AnyOperation): fc.Arbitrary<Record<string, unknown>> =>
  arbitraryOf(z.toJSONSchema(op.input, { io: "input", unrepresentable: "any" }) as JsonSchema) as fc.Arbitrary<Record<string, unknown>>;

/** Inputs with something wrong: a field taken away, changed or added; or anything at all. */
export const wrongInput = (op: AnyOperation): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.tuple(validInput(op), fc.nat(), wrongValues).map(([input, at, value]) => withField(input, at, value)) },
    { weight: 1, arbitrary: fc.tuple(validInput(op), fc.nat()).map(([input, at]) => withField(input, at, undefined)) },
    { weight: 1, arbitrary: fc.tuple(validInput(op), fc.string(), wrongValues).map(([input, key, value]) => ({ ...input, [key]: value })) },
    { weight: 1, arbitrary: fc.anything() },
  );

const withField = (input: Record<string, unknown>, at: number, value: unknown): Record<string, unknown> => {
  const keys = Object.keys(input);
  return keys.length === 0 ? { webinar_id: value } : { ...input, [keys[at % keys.length] as string]: value };
};
