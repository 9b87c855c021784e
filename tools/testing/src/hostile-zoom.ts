import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { SessionOptions } from "@zoom-webinar/webinar-core";

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: Schema | boolean;
  minimum?: number;
  "x-untrusted"?: boolean;
  "x-id"?: boolean;
}
interface Reply {
  $ref?: string;
  content?: { "application/json"?: { schema?: Schema } };
}
interface Document {
  paths: Record<string, Record<string, { responses?: Record<string, Reply> }>>;
}

const document = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("@zoom-webinar/zoom-client/openapi.json"), "utf8")) as Document;

const deref = <T extends { $ref?: string }>(value: T): T => {
  let found = value;
  while (found.$ref !== undefined) {
    const steps = found.$ref.slice(2).split("/");
    found = steps.reduce((inner, step) => (inner as Record<string, unknown>)[step] as never, document as unknown) as T;
  }
  return found;
};

const FORMATS: Readonly<Record<string, string>> = {
  email: "ada@example.com",
  uri: "https://example.com/x",
  date: "2027-01-15",
  "date-time": "2027-01-15T12:00:00Z",
};

/** A reply with everything that the document knows, and `text` wherever it says that people typed something. */
const exampleOf = (given: Schema, text: string, name: string, within: readonly Schema[] = []): unknown => {
  const schema = deref(given);
  if (within.includes(schema)) return undefined;
  const inside = (inner: Schema, own: string) => exampleOf(inner, text, own, [...within, schema]);
  const untrusted = schema["x-untrusted"] === true;
  const branch = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (branch) return inside(untrusted ? { ...deref(branch), "x-untrusted": true } : branch, name);
  const type = [schema.type].flat().find((each) => each !== "null");
  const fields = Object.entries(schema.properties ?? {}).map(([field, inner]) => [field, inside(inner, field)] as const);
  if (schema.allOf || type === "object" || fields.length > 0) {
    const parts = (schema.allOf ?? []).map((part) => inside(part, name));
    const extra = typeof schema.additionalProperties === "object" ? { [untrusted ? text : "x"]: inside(schema.additionalProperties, name) } : {};
    return Object.assign({}, ...parts, Object.fromEntries(fields), extra);
  }
  if (type === "array") {
    const items = deref(schema.items ?? {});
    return [inside(untrusted ? { ...items, "x-untrusted": true } : items, name)];
  }
  if (schema["x-id"]) return type === "string" ? "95312345678" : 95_312_345_678;
  if (untrusted) return text;
  if (schema.enum) return schema.enum.find((each) => each !== "" && each !== null);
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return Math.max(schema.minimum ?? 1, 1);
  // A page behind every page would never end.
  if (name === "next_page_token") return "";
  if (name === "timezone") return "Europe/Berlin";
  return FORMATS[schema.format ?? ""] ?? (name.includes("email") ? FORMATS.email : "x");
};

const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { responses = {} }]) => {
    const found = Object.entries(responses).find(([status]) => status.startsWith("2"));
    if (!found) return [];
    const schema = deref(found[1]).content?.["application/json"]?.schema;
    const pattern = new RegExp(`^/v2${path.replace(/\{\w+\}/g, "[^/]+")}$`);
    return [{ method: method.toUpperCase(), pattern, status: Number(found[0]), schema }];
  }),
);

/** A Zoom where somebody wrote `text()` into every field that strangers can fill, by the document's own marks. */
export const hostileZoom =
  (text: () => string): NonNullable<SessionOptions["send"]> =>
  async ({ method, url }) => {
    const { pathname } = new URL(url);
    const route = routes.find((each) => each.method === method && each.pattern.test(pathname));
    if (!route) return { status: 404, headers: {}, text: '{"code":3001,"message":"nothing"}' };
    return { status: route.status, headers: {}, text: route.schema ? JSON.stringify(exampleOf(route.schema, text(), "")) : "" };
  };
