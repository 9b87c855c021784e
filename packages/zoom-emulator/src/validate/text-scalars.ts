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

const read = (node: unknown, value: unknown): unknown => {
  const schema = resolve(node);
  if (typeof value === "string") return readScalar(typesOf(schema), value);
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

/** A body with numbers and booleans where the document declares them, although they came as text ("60", "true"); empty text there counts as left out. */
export const withoutTextScalars = (id: EndpointId, body: JsonObject): JsonObject => {
  const content = asObject(resolve(operationOf(id).operation.requestBody).content);
  return asObject(read(asObject(content["application/json"]).schema, body));
};
