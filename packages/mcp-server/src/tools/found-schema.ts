import type { AdvertisedSchema } from "./advertised-schema.ts";

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const propertiesOf = ({ properties }: Json): Json => (isJson(properties) ? properties : {});

/** A schema in an answer beyond this is cut to what the caller does not have yet. */
const MOST_SCHEMA_BYTES = 3_400;
const fits = (schema: Json): boolean => Buffer.byteLength(JSON.stringify(schema)) <= MOST_SCHEMA_BYTES;

/** The schema of one field by its dotted path, through lists, or null. */
export const schemaAt = (schema: AdvertisedSchema, path: string): Json | null => {
  let at: Json = schema;
  for (const name of path.replaceAll("[]", "").split(".")) {
    const inside = isJson(at.items) ? at.items : at;
    const next = propertiesOf(inside)[name];
    if (!isJson(next)) return null;
    at = next;
  }
  return at;
};

/** The fields that a listing leaves out; those that it shows in part, with the rest of theirs. */
const unlisted = (whole: Json, listed: Json): Json => {
  const shown = propertiesOf(listed);
  const left = Object.entries(propertiesOf(whole)).flatMap(([name, field]): [string, Json][] => {
    if (!isJson(field)) return [];
    const known = shown[name];
    if (!isJson(known)) return [[name, field]];
    const inner = unlisted(field, known);
    return Object.keys(propertiesOf(inner)).length === 0 ? [] : [[name, inner]];
  });
  return { type: "object", properties: Object.fromEntries(left) };
};

/** The same without what fields hold inside: objects by the names of their fields. */
const namesOnly = (schema: Json): Json => ({
  type: "object",
  properties: Object.fromEntries(
    Object.entries(propertiesOf(schema)).map(([name, field]) => {
      const inner = isJson(field) ? Object.keys(propertiesOf(field)) : [];
      return [name, inner.length === 0 ? field : { type: "object", description: `Fields: ${inner.join(", ")}` }];
    }),
  ),
});

/** The input of a tool that was asked for by name: whole if it is not listed, else what `tools/list` does not show; names alone if that is large. */
export const schemaToShow = (tool: string, whole: AdvertisedSchema, listed: AdvertisedSchema | null): { input_schema?: Json; note?: string } => {
  if (listed === null) return fits(whole) ? { input_schema: whole } : { input_schema: namesOnly(whole), note: wayToField(tool) };
  const left = unlisted(whole, listed);
  if (Object.keys(propertiesOf(left)).length === 0) return { note: "tools/list shows all that it takes." };
  const beside = "Only what tools/list does not show.";
  return fits(left) ? { input_schema: left, note: beside } : { input_schema: namesOnly(left), note: `${beside} ${wayToField(tool)}` };
};

const wayToField = (tool: string): string => `${tool}.FIELD as words shows a field's schema.`;

const MOST_FIELD_BYTES = 1_400;

/** What a field holds inside, through lists. */
const insideOf = (field: Json): Json => (isJson(field.items) ? insideOf(field.items) : field);

/** The schema of the field at a path of a tool, such as settings.audio of create_webinar. A large field shows only the names of its own fields. Null if the tool has no such field. */
export const fieldToShow = (tool: string, schema: AdvertisedSchema, path: string): { field_schemas: Json; note?: string } | null => {
  const field = schemaAt(schema, path);
  if (field === null) return null;
  if (Buffer.byteLength(JSON.stringify(field)) <= MOST_FIELD_BYTES) return { field_schemas: { [path]: field } };
  const names = Object.keys(propertiesOf(insideOf(field))).join(", ");
  const { type, description } = field;
  return {
    field_schemas: { [path]: { type, description, fields: names } },
    note: `Too large to show whole: ${tool}.${path}.FIELD as words shows one of its fields.`,
  };
};
