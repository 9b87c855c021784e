import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { EndpointId } from "@zoom-webinar/zoom-client/endpoints";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormatsModule from "ajv-formats";
import { isObject, type JsonObject } from "../http/json.ts";

const require = createRequire(import.meta.url);

/** Closes every object of the document, so that a field which it does not describe is a fault. */
const closed = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(closed);
  if (!isObject(node)) return node;
  const copy: Record<string, unknown> = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  return isObject(node.properties) && node.additionalProperties === undefined ? { ...copy, unevaluatedProperties: false } : copy;
};

const ajv = new Ajv2020({ strict: false, allErrors: true });
// the package is CommonJS: under Node the function is the default of its default
const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;
addFormats(ajv);
const document: unknown = JSON.parse(readFileSync(require.resolve("@zoom-webinar/zoom-client/openapi.json"), "utf8"));
ajv.addSchema(closed(document) as object, "document");

const responsesOf = (id: EndpointId): JsonObject => {
  const [method = "", path = ""] = id.split(" ");
  const paths = isObject(document) && isObject(document.paths) ? document.paths : {};
  const item = isObject(paths[path]) ? paths[path] : {};
  const operation = isObject(item[method.toLowerCase()]) ? item[method.toLowerCase()] : {};
  return isObject(operation) && isObject(operation.responses) ? operation.responses : {};
};

const escaped = (key: string) => encodeURIComponent(key.replaceAll("~", "~0").replaceAll("/", "~1"));
const validators = new Map<string, ValidateFunction>();

const validatorAt = (pointer: string): ValidateFunction => {
  const known = validators.get(pointer);
  if (known !== undefined) return known;
  const made = ajv.compile({ $ref: `document#${pointer}` });
  validators.set(pointer, made);
  return made;
};

/** What the document says against an answer: "" where it agrees. */
export const contractFaults = (id: EndpointId, status: number, text: string): string => {
  const responses = responsesOf(id);
  const key = [String(status), `${Math.floor(status / 100)}XX`].find((name) => responses[name] !== undefined);
  if (key === undefined) return status >= 500 ? "" : `${id} does not document ${status}`;
  const response = responses[key];
  const pointer =
    isObject(response) && typeof response.$ref === "string"
      ? response.$ref.slice(1)
      : `/paths/${escaped(id.split(" ")[1] ?? "")}/${id.split(" ")[0]?.toLowerCase()}/responses/${key}`;
  const target = isObject(response) && typeof response.$ref === "string" ? { content: {} } : response;
  if (!isObject(target) || target.content === undefined) return text === "" ? "" : `${id} ${status} has a body`;
  const validate = validatorAt(`${pointer}/content/application~1json/schema`);
  return validate(JSON.parse(text)) ? "" : `${id} ${status}: ${ajv.errorsText(validate.errors)}\n${text}`;
};
