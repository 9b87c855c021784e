/** generated/schema.ts: the document's types as the client gives and takes them, by openapi-typescript. */
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { demand, operationsOf, reachable, resolve } from "./document.mjs";

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

const withoutDeprecated = (schema) => {
  if (Array.isArray(schema)) return schema.map(withoutDeprecated);
  if (!isObject(schema)) return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withoutDeprecated(value)]));
  if (isObject(copy.properties))
    copy.properties = Object.fromEntries(Object.entries(copy.properties).filter(([, property]) => property.deprecated !== true));
  return copy;
};

/** Ids are strings at every edge, whatever the wire type: JSON has no integer that is safe for all of int64. */
const idsAsStrings = (node) => {
  if (Array.isArray(node)) return node.map(idsAsStrings);
  if (!isObject(node)) return node;
  if (node["x-id"] === true) {
    const { description } = node;
    return { type: "string", ...(description === undefined ? {} : { description }) };
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, idsAsStrings(value)]));
};

/** The document as the client sees it: ids are strings, and what is deprecated cannot be sent. */
const clientView = (doc) => {
  const view = structuredClone(doc);
  const requested = new Set();
  for (const operation of operationsOf(doc)) reachable(doc, operation.body.schema, requested);
  for (const name of requested) view.components.schemas[name] = withoutDeprecated(view.components.schemas[name]);
  for (const item of Object.values(view.paths)) {
    for (const part of [item, ...Object.values(item)]) {
      if (!isObject(part)) continue;
      if (Array.isArray(part.parameters)) part.parameters = part.parameters.filter((parameter) => resolve(doc, parameter).deprecated !== true);
      if (part.requestBody !== undefined) part.requestBody = withoutDeprecated(part.requestBody);
    }
  }
  if (view.components?.parameters !== undefined)
    view.components.parameters = Object.fromEntries(
      Object.entries(view.components.parameters).filter(([, parameter]) => parameter.deprecated !== true),
    );
  return idsAsStrings(view);
};

/** The text of generated/schema.ts. */
export const typesSource = async (doc, header) => {
  const ast = await openapiTS(clientView(doc), {
    // A default in the document says what Zoom does without the field; it does not make the field required.
    defaultNonNullable: false,
    silent: true,
    transform: (schema) => {
      if (schema.format !== "binary") return undefined;
      demand(schema.type === "string", "a binary field has to be of type string");
      return ts.factory.createTypeReferenceNode("UploadFile");
    },
  });
  return `${header}import type { UploadFile } from "../upload.ts";\n\n${astToString(ast).trim()}\n`;
};
