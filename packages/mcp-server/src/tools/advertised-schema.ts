import * as z from "zod";

type Json = Readonly<Record<string, unknown>>;

/** A JSON Schema as a tool advertises it: an object at the top. */
export interface AdvertisedSchema {
  readonly type: "object";
  readonly [keyword: string]: unknown;
}

/**
 * Keywords that help a model to write a call. The rest is enforced but not advertised: string lengths and patterns cost bytes in every conversation, and
 * marks of ours (`secret`, `untrusted`) are nobody's business. A list of what stays, so that nothing new gets out by itself.
 */
const PLAIN = new Set([
  "type",
  "description",
  "default",
  "enum",
  "const",
  "required",
  "minimum",
  "maximum",
  "minItems",
  "maxItems",
  "format",
  "$ref",
]);
const ONE_SCHEMA = new Set(["items", "additionalProperties"]);
const SCHEMA_LIST = new Set(["anyOf", "oneOf", "allOf", "prefixItems"]);
const NAMED_SCHEMAS = new Set(["properties", "$defs"]);

/** zod's own bounds of every integer, which say nothing. */
const isUnbounded = (keyword: string, value: unknown): boolean =>
  (keyword === "minimum" || keyword === "maximum") && Math.abs(value as number) === Number.MAX_SAFE_INTEGER;

const isEmpty = (value: unknown): boolean => typeof value === "object" && value !== null && Object.keys(value).length === 0;

const trim = (schema: Json): Json => {
  const kept: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    const trimmed = trimKeyword(keyword, value);
    if (trimmed !== undefined && !(isEmpty(trimmed) && !ONE_SCHEMA.has(keyword))) kept[keyword] = trimmed;
  }
  return kept;
};

const trimKeyword = (keyword: string, value: unknown): unknown => {
  if (PLAIN.has(keyword)) return isUnbounded(keyword, value) ? undefined : value;
  if (ONE_SCHEMA.has(keyword)) return typeof value === "object" && value !== null ? trim(value as Json) : undefined; // additionalProperties: false goes
  if (SCHEMA_LIST.has(keyword)) return (value as readonly Json[]).map(trim);
  if (NAMED_SCHEMAS.has(keyword))
    return Object.fromEntries(Object.entries(value as Record<string, Json>).map(([name, inner]) => [name, trim(inner)]));
  return undefined;
};

/** A zod schema as JSON Schema 2020-12 with what a model needs. Throws for a schema that is no object or cannot be said in JSON Schema. */
export const advertised = (schema: z.ZodType, io: "input" | "output"): AdvertisedSchema => {
  const { type, ...rest } = trim(z.toJSONSchema(schema, { io }) as Json);
  if (type !== "object") throw new TypeError(`a tool's ${io} must be an object, not ${String(type)}`);
  return { type, ...rest };
};
