import type { EndpointId } from "@zoom-webinar/zoom-client/endpoints";
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { asObject, asText, type JsonObject } from "../http/json.ts";
import type { Form } from "../http/multipart.ts";
import type { FieldFault } from "../http/reply.ts";
import { validatorAt, validatorFor } from "./document.ts";
import { operationOf, type Parameter, parametersOf, resolve } from "./document-nodes.ts";

/** A request as far as it can be compared with the document. */
export interface CheckedRequest {
  path: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: JsonObject;
  form: Form;
}

/** A parameter is text on the wire; the document may mean a number or a flag by it. */
const readAs = (schema: JsonObject, text: string): unknown => {
  if ((schema.type === "integer" || schema.type === "number") && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (schema.type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
};

const parameterFaults = (id: EndpointId, parameter: Parameter, text: string | null): FieldFault[] => {
  const field = parameter.name;
  if (text === null) return parameter.required ? [{ field, message: `${parameter.in}: is required` }] : [];
  const validate = validatorFor(`${id} ${parameter.in} ${field}`, parameter.schema);
  return validate(readAs(parameter.schema, text))
    ? []
    : (validate.errors ?? []).map(({ message }) => ({ field, message: `${parameter.in}: ${message}` }));
};

/** "/settings/interpreters/0/email" as Zoom writes it: "settings.interpreters[0].email". */
const toField = ({ instancePath, params, keyword }: ErrorObject): string => {
  const extra: unknown = keyword === "required" ? params.missingProperty : params.unevaluatedProperty;
  const parts = [...instancePath.split("/").slice(1), ...(typeof extra === "string" ? [extra] : [])];
  return parts
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join("")
    .replace(/^\./, "");
};

const bodyFaults = (validate: ValidateFunction, body: unknown): FieldFault[] =>
  validate(body) ? [] : (validate.errors ?? []).map((error) => ({ field: toField(error), message: `body: ${error.message}` }));

/** An upload has the documented fields, and a file where one belongs; what the file holds is for the endpoint to judge. */
const formFaults = (schema: JsonObject, { fields, files }: Form): FieldFault[] => {
  const properties = asObject(schema.properties);
  const isFile = (name: string) => asObject(properties[name]).format === "binary";
  const missing = Object.keys(properties).filter((name) => isFile(name) && !Object.hasOwn(files, name));
  const unknown = [...Object.keys(fields), ...Object.keys(files)].filter((name) => !Object.hasOwn(properties, name));
  const wrong = Object.entries(fields).filter(([name, text]) => asObject(properties[name]).type === "boolean" && !/^(true|false)$/.test(text));
  return [
    ...missing.map((field) => ({ field, message: "form: is required" })),
    ...unknown.map((field) => ({ field, message: "form: must NOT have unevaluated properties" })),
    ...wrong.map(([field]) => ({ field, message: "form: must be boolean" })),
  ];
};

/** Everything that a request has against the document: parameters that it does not name, values that it does not allow, bodies of another shape. */
export const requestFaults = (id: EndpointId, { path, query, body, form }: CheckedRequest): FieldFault[] => {
  const { operation, pointer } = operationOf(id);
  const parameters = parametersOf(operation);
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const unknown = [...new Set(query.keys())].filter((name) => !inQuery.some((parameter) => parameter.name === name));
  const faults = [
    ...parameters.filter((parameter) => parameter.in === "path").flatMap((parameter) => parameterFaults(id, parameter, path[parameter.name] ?? null)),
    ...inQuery.flatMap((parameter) => parameterFaults(id, parameter, query.get(parameter.name))),
    ...unknown.map((field) => ({ field, message: "query: is not a parameter of this endpoint" })),
  ];
  const content = asObject(resolve(operation.requestBody).content);
  const [type] = Object.keys(content);
  if (type === undefined) return faults;
  const schema = asObject(asObject(content[type]).schema);
  const isForm = type === "multipart/form-data";
  if (isForm) return [...faults, ...formFaults(resolve(schema), form)];
  const reference = asText(schema.$ref)?.slice(1) ?? `${pointer}/requestBody/content/${encodeURIComponent(type.replaceAll("/", "~1"))}/schema`;
  return [...faults, ...bodyFaults(validatorAt(reference), body)];
};
