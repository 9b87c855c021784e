import type { EndpointId } from "@zoom-webinar/zoom-client/endpoints";
import { asObject, isObject, type JsonObject } from "../http/json.ts";
import { operationOf, resolve } from "./document-nodes.ts";

const NUMBER = /^-?\d+(\.\d+)?$/;

const typesOf = (schema: JsonObject): readonly unknown[] => [schema.type].flat();

const readScalar = (types: readonly unknown[], text: string): unknown => {
  if (types.includes("boolean")) return /^(true|false)$/i.test(text) ? text.toLowerCase() === "true" : text === "" ? undefined : text;
  if (types.includes("integer") || types.includes("number")) return NUMBER.test(text) ? Number(text) : text === "" ? undefined : text;
  return text;
};

/** A number or boolean where text is declared, and 1 or 0 where a boolean is. */
const readBare = (types: readonly unknown[], value: number | boolean): unknown => {
  if (types.includes(typeof value) || (typeof value === "number" && types.includes("integer"))) return value;
  if (types.includes("boolean") && (value === 1 || value === 0)) return value === 1;
  return types.includes("string") ? String(value) : value;
};

const read = (node: unknown, value: unknown): unknown => {
  const schema = resolve(node);
  if (typeof value === "string") return readScalar(typesOf(schema), value);
  if (typeof value === "number" || typeof value === "boolean") return readBare(typesOf(schema), value);
  if (Array.isArray(value)) return value.map((item) => read(schema.items, item));
  if (!isObject(value)) return value;
  const properties = asObject(schema.properties);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
      const known = Object.hasOwn(properties, name) ? read(properties[name], inner) : inner;
      return known === undefined ? [] : [[name, known]];
    }),
  );
};

/**
 * A body with numbers, booleans and text where the document declares them, although they came as one another ("60", "true", a passcode 123456, 1 for
 * true); empty text for a number or boolean counts as left out.
 */
export const withoutTextScalars = (id: EndpointId, body: JsonObject): JsonObject => {
  const content = asObject(resolve(operationOf(id).operation.requestBody).content);
  return asObject(read(asObject(content["application/json"]).schema, body));
};
