import type { AdvertisedSchema } from "./advertised-schema.ts";

type Json = Readonly<Record<string, unknown>>;

/** A parameter whose parts take more than this is listed without them. */
const MOST_BYTES_A_PARAMETER = 300;
/** Names of parts stand in for the parts themselves where they fit in this. */
const MOST_BYTES_OF_NAMES = 90;
/** A tool whose parameters take more than this lists those that are required, and of the others the first. A surface may set less. */
export const MOST_BYTES_A_TOOL = 1_450;

/** Where a model finds what the list leaves out. */
const ELSEWHERE = "find_operations";
const MORE = `More fields, by ${ELSEWHERE}: `;

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** Object schemas of a parameter: itself, its items, or a branch of either. */
const partNames = (schema: Json): string[] => {
  const own = Object.keys((schema.properties ?? {}) as Json);
  if (own.length > 0) return own;
  const inside = [schema.items, ...((schema.anyOf ?? schema.oneOf ?? []) as unknown[])].filter(
    (inner): inner is Json => typeof inner === "object" && inner !== null,
  );
  return inside.flatMap(partNames);
};

/** A parameter without its parts: type and meaning stay, the parts' names where they are few. */
const withoutParts = (schema: Json): Json => {
  const { type, description, minItems, maxItems, items } = schema;
  const names = partNames(schema);
  const list = names.join(", ");
  const parts = names.length === 0 ? "" : list.length <= MOST_BYTES_OF_NAMES ? ` Parts: ${list}.` : ` Parts: ${ELSEWHERE}.`;
  const said = typeof description === "string" ? description.replace(/\.$/, "") : "As Zoom documents it";
  const itemType = typeof items === "object" && items !== null ? (items as Json).type : undefined;
  return {
    ...(type === undefined ? {} : { type }),
    description: `${said}.${parts}`,
    ...(itemType === undefined ? {} : { items: { type: itemType } }),
    ...(minItems === undefined ? {} : { minItems }),
    ...(maxItems === undefined ? {} : { maxItems }),
  };
};

/**
 * A schema as a listing has room for: Zoom's deep bodies by their names only, and of a tool with very many parameters the required and the first ones. What
 * is left out is still taken; `find_operations` shows it. By size and not by name, so that no operation is special. May be made briefer again.
 */
export const brief = (schema: AdvertisedSchema, mostBytes: number = MOST_BYTES_A_TOOL): AdvertisedSchema => {
  const required = new Set((schema.required ?? []) as readonly string[]);
  const all = Object.entries((schema.properties ?? {}) as Record<string, Json>).map(
    ([name, inner]) => [name, bytes(inner) > MOST_BYTES_A_PARAMETER && isDeep(inner) ? withoutParts(inner) : inner] as const,
  );
  if (all.length === 0) return schema;
  const size = (entries: readonly (readonly [string, Json])[]) => entries.reduce((sum, [name, inner]) => sum + name.length + bytes(inner), 0);
  if (size(all) <= mostBytes) return withProperties(schema, all);
  let room = mostBytes - size(all.filter(([name]) => required.has(name)));
  const kept: (readonly [string, Json])[] = [];
  const left: string[] = [];
  for (const [name, inner] of all) {
    const needed = required.has(name) ? 0 : name.length + bytes(inner);
    // In their order, which is by use: a rare field that happens to be short tells a model less than the name of one that it needs.
    if (needed === 0 || (left.length === 0 && needed <= room)) {
      kept.push([name, inner]);
      room -= needed;
    } else left.push(name);
  }
  const before = typeof schema.description === "string" && schema.description.startsWith(MORE) ? [schema.description.slice(MORE.length)] : [];
  return { ...withProperties(schema, kept), description: `${MORE}${[...left, ...before].join(", ")}` };
};

const isDeep = (schema: Json): boolean => ["properties", "items", "anyOf", "oneOf", "allOf"].some((keyword) => keyword in schema);

/** The properties come back; definitions that only left-out parts referred to do not. */
const withProperties = (schema: AdvertisedSchema, properties: readonly (readonly [string, Json])[]): AdvertisedSchema => {
  const { $defs, ...rest } = schema;
  const made: AdvertisedSchema = { ...rest, properties: Object.fromEntries(properties) };
  return $defs !== undefined && JSON.stringify(made).includes('"$ref"') ? { ...made, $defs } : made;
};
