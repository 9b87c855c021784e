import document from "@zoom-webinar/zoom-client/openapi.json" with { type: "json" };
import { asList, asObject, asText, type JsonObject } from "../http/json.ts";

const escaped = (key: string) => encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));

/** The thing that a node of the document means: itself, or what it refers to. */
export const resolve = (node: unknown): JsonObject => {
  const reference = asText(asObject(node).$ref);
  if (reference === undefined) return asObject(node);
  return reference
    .slice(2)
    .split("/")
    .reduce<JsonObject>((at, key) => asObject(at[decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~")]), asObject(document));
};

/** An operation of the document, by its endpoint's id, and where it is. */
export const operationOf = (id: string): { operation: JsonObject; pointer: string } => {
  const [method = "", path = ""] = id.split(" ");
  const item = asObject(asObject(asObject(document).paths)[path]);
  return { operation: asObject(item[method.toLowerCase()]), pointer: `/paths/${escaped(path)}/${method.toLowerCase()}` };
};

/** One parameter of an operation. */
export interface Parameter {
  name: string;
  in: string;
  required: boolean;
  schema: JsonObject;
}

/** The parameters of an operation, those of its path and query. */
export const parametersOf = (operation: JsonObject): Parameter[] =>
  asList(operation.parameters).map((node) => {
    const { name, in: place, required, schema } = resolve(node);
    return { name: asText(name) ?? "", in: asText(place) ?? "", required: required === true, schema: asObject(schema) };
  });
