import document from "@zoom-webinar/zoom-client/openapi.json" with { type: "json" };
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormatsModule from "ajv-formats";
import { isObject, type JsonObject } from "../http/json.ts";

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
ajv.addSchema(closed(document) as object, "document");

const validators = new Map<string, ValidateFunction>();

/** A check against the schema at a place of the document, "/components/…"; made once. */
export const validatorAt = (pointer: string): ValidateFunction => {
  const known = validators.get(pointer);
  if (known !== undefined) return known;
  const made = ajv.compile({ $ref: `document#${pointer}` });
  validators.set(pointer, made);
  return made;
};

/** A check against a schema that stands by itself, a parameter's for instance; made once for each name. */
export const validatorFor = (name: string, schema: JsonObject): ValidateFunction => {
  const known = validators.get(name);
  if (known !== undefined) return known;
  const made = ajv.compile(schema);
  validators.set(name, made);
  return made;
};

/** What went wrong, in one line. */
export const faultsText = (validate: ValidateFunction): string => ajv.errorsText(validate.errors);
