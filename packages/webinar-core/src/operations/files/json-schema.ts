import * as z from "zod";
import { documentSchema } from "./schema.ts";
import { SCHEMA_URL } from "./yaml-write.ts";

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** Marks of ours that mean nothing to an editor. */
const OURS = new Set(["rare", "untrusted", "secret"]);

const withoutMarks = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutMarks);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => (OURS.has(name) ? [] : [[name, withoutMarks(inner)]])));
};

/** What a webinar in a file may hold, as JSON Schema for editors. An ID may stand without quotes: YAML then takes it for a number. */
export const webinarFileSchema = (): Json => {
  const { $schema, ...schema } = z.toJSONSchema(documentSchema, { io: "input", unrepresentable: "any" }) as Json;
  const plain = withoutMarks(schema);
  const { properties = {}, ...rest } = isObject(plain) ? plain : {};
  const { id, password, ...others } = isObject(properties) ? properties : {};
  const orNumber = (field: unknown) => ({
    ...(isObject(field) && "description" in field ? { description: field.description } : {}),
    anyOf: [field, { type: "integer" }],
  });
  return { $schema, $id: SCHEMA_URL, title: "Zoom webinar", ...rest, properties: { id: orNumber(id), ...others, password: orNumber(password) } };
};
