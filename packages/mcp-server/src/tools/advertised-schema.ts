import * as z from "zod";

type Json = Readonly<Record<string, unknown>>;

/** A JSON Schema as a tool advertises it: an object at the top. */
export interface AdvertisedSchema {
  readonly type: "object";
  readonly [keyword: string]: unknown;
}

/**
 * The keywords that every model's API takes. The rest is enforced but not advertised: string lengths and patterns cost bytes in every conversation, and
 * marks of ours (`secret`, `untrusted`) are nobody's business. A list of what stays, so that nothing new gets out by itself.
 */
const PLAIN: ReadonlySet<string> = new Set(["type", "description", "default", "enum", "required", "minimum", "maximum", "minItems", "maxItems"]);

/** What a listing does with fields that few people need. */
export type RareFields = "shown" | "named";

interface Shaping {
  rare: RareFields;
  /** Fields at the top: a field of the same name below them is not named once more. */
  top: readonly string[];
  definitions: Readonly<Record<string, Json>>;
}

/**
 * A zod schema as JSON Schema 2020-12 with what a model needs, in keywords that every model's API takes. Fields marked rare are left out if they are only to
 * be named; the description of their object then lists them. Throws for a schema that is not an object or cannot be written as JSON Schema.
 */
export const advertised = (schema: z.ZodType, io: "input" | "output", rare: RareFields = "shown"): AdvertisedSchema => {
  const { $defs = {}, ...json } = z.toJSONSchema(schema, { io }) as Json;
  const top = isJson(json.properties) ? Object.keys(json.properties) : [];
  const { type, properties = {}, ...rest } = shape(json, { rare, top, definitions: $defs as Record<string, Json> });
  if (type !== "object") throw new TypeError(`a tool's ${io} must be an object, not ${String(type)}`);
  return { type, properties, ...rest };
};

const shape = (raw: Json, shaping: Shaping): Json => {
  const schema = resolve(raw, shaping);
  const { properties, items, anyOf, oneOf, const: only, additionalProperties } = schema;
  const shaped: Record<string, unknown> = {};
  for (const [keyword, value] of Object.entries(schema)) if (PLAIN.has(keyword) && !isUnbounded(keyword, value)) shaped[keyword] = value;
  if (only !== undefined) shaped.enum = [only];
  if (isJson(properties)) withProperties(shaped, properties, shaping);
  if (isJson(items)) shaped.items = shape(items, shaping);
  const ways = anyOf ?? oneOf;
  if (Array.isArray(ways)) shaped.anyOf = ways.map((way: Json) => shape(way, shaping));
  if (schema.type === "object" && !isJson(properties))
    shaped.additionalProperties = isJson(additionalProperties) ? shape(additionalProperties, shaping) : true;
  return shaped;
};

/** The fields that are shown; those that are only named are in the description. */
const withProperties = (shaped: Record<string, unknown>, properties: Json, shaping: Shaping): void => {
  const all = Object.entries(properties) as [string, Json][];
  const left = shaping.rare === "named" ? all.filter(([, field]) => isRare(field, shaping)).map(([name]) => name) : [];
  shaped.properties = Object.fromEntries(all.filter(([name]) => !left.includes(name)).map(([name, field]) => [name, shape(field, shaping)]));
  if (left.length === 0) return;
  const meaning = typeof shaped.description === "string" ? `${shaped.description}. ` : "";
  const isTop = all.every(([name]) => shaping.top.includes(name));
  const named = isTop ? left : left.filter((name) => !shaping.top.includes(name));
  if (named.length > 0) shaped.description = `${meaning}Rare, see find_operations: ${named.join(", ")}`;
};

const isRare = (field: Json, shaping: Shaping): boolean => field.rare === true || resolve(field, shaping).rare === true;

/** A schema with its reference put in place, and parts that all hold put together. */
const resolve = (schema: Json, { definitions }: Shaping): Json => {
  if (typeof schema.$ref === "string") {
    const { $ref, ...beside } = schema;
    return { ...definitions[$ref.slice("#/$defs/".length)], ...beside };
  }
  if (!Array.isArray(schema.allOf)) return schema;
  const { allOf, ...beside } = schema;
  return Object.assign({}, ...(allOf as Json[]), beside) as Json;
};

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** zod's own bounds of every integer, which say nothing. */
const isUnbounded = (keyword: string, value: unknown): boolean =>
  keyword === "required"
    ? (value as readonly string[]).length === 0
    : (keyword === "minimum" || keyword === "maximum") && Math.abs(value as number) === Number.MAX_SAFE_INTEGER;
