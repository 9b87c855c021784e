import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { endpoints } from "./generated/endpoints.ts";
import { inputs, replies } from "./generated/schemas.ts";
import { inputSchema, isBodyless, replySchema } from "./schemas.ts";
import type { EndpointId } from "./types.ts";

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const child = (node: unknown, ...keys: string[]): unknown => keys.reduce<unknown>((at, key) => (isNode(at) ? at[key] : undefined), node);

const doc: unknown = JSON.parse(readFileSync(new URL("../openapi/bundled.json", import.meta.url), "utf8"));
const ids = Object.keys(endpoints).filter((id): id is EndpointId => id in endpoints);

const deref = (node: unknown): Node => {
  const ref = child(node, "$ref");
  if (typeof ref !== "string") return isNode(node) ? node : {};
  return { ...deref(child(doc, ...ref.slice(2).split("/"))), ...(isNode(node) ? node : {}), $ref: undefined };
};
const operation = (id: EndpointId) => child(doc, "paths", endpoints[id].path, endpoints[id].method.toLowerCase());
const replyNode = (id: EndpointId) => {
  for (const status of endpoints[id].success) {
    const schema = child(deref(child(operation(id), "responses", String(status))), "content", "application/json", "schema");
    if (schema !== undefined) return schema;
  }
  return null;
};

/** Visits document and schema side by side; `visit` gets each schema before it is unwrapped from optional and nullable. */
const walk = (node: unknown, schema: z.core.$ZodType, at: string, visit: (node: Node, schema: z.core.$ZodType, at: string) => void): void => {
  const known = deref(node);
  visit(known, schema, at);
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) inner = inner.unwrap();
  if (inner instanceof z.ZodObject) {
    for (const [key, field] of Object.entries(inner.shape)) walk(child(known.properties, key), field, `${at}.${key}`, visit);
  } else if (inner instanceof z.ZodArray) walk(known.items, inner.element, `${at}[]`, visit);
};

test("every operation of the document has its row, its input and its reply", () => {
  const documented = Object.entries(child(doc, "paths") ?? {}).flatMap(([path, item]) =>
    Object.keys(isNode(item) ? item : {}).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(ids.toSorted()).toEqual(documented.toSorted());
  expect(Object.keys(inputs)).toEqual(ids);
  expect(Object.keys(replies)).toEqual(ids);
  expect(ids).toHaveLength(77);
});

test("a schema is built once, and the same at every call", () => {
  expect(inputSchema("GET /users")).toBe(inputSchema("GET /users"));
  expect(replySchema("GET /users")).toBe(replySchema("GET /users"));
});

test("input schemas hold exactly the fields of the endpoint table", () => {
  for (const id of ids) expect(Object.keys(inputSchema(id).shape), id).toEqual(Object.keys(endpoints[id].input));
});

test("every input is strict and has no default; every string has a length limit, a pattern or fixed values, every array a length limit, every number a range", () => {
  const loose: string[] = [];
  const look = (schema: unknown, at: string): void => {
    if (!isNode(schema)) return;
    if (schema.type === "object" && schema.additionalProperties !== false) loose.push(`${at}: not strict`);
    if (
      schema.type === "string" &&
      schema.maxLength === undefined &&
      schema.enum === undefined &&
      schema.pattern === undefined &&
      schema.contentEncoding === undefined
    )
      loose.push(`${at}: no maximum`);
    if (schema.type === "array" && schema.maxItems === undefined) loose.push(`${at}: no maximum`);
    const isNumber = schema.type === "number" || schema.type === "integer";
    const isFixed = schema.enum !== undefined || schema.const !== undefined;
    if (isNumber && !isFixed && (schema.minimum === undefined || schema.maximum === undefined)) loose.push(`${at}: no range`);
    if ("default" in schema) loose.push(`${at}: a default would be sent`);
    for (const [key, field] of Object.entries(isNode(schema.properties) ? schema.properties : {})) look(field, `${at}.${key}`);
    look(schema.items, `${at}[]`);
  };
  for (const id of ids) look(z.toJSONSchema(inputSchema(id)), id);
  expect(loose).toEqual([]);
});

test("secret and untrusted marks sit on the outermost schema of the field, in replies and inputs", () => {
  const wrong: string[] = [];
  let secrets = 0;
  let untrusted = 0;
  const compare = (node: Node, schema: z.core.$ZodType, at: string) => {
    const meta = z.globalRegistry.get(schema) ?? {};
    if (meta.secret !== node["x-secret"]) wrong.push(`${at}: secret is ${String(meta.secret)}, documented ${String(node["x-secret"])}`);
    if ((meta.untrusted ?? false) !== (node["x-untrusted"] ?? false)) wrong.push(`${at}: untrusted is ${String(meta.untrusted)}`);
    secrets += meta.secret === undefined ? 0 : 1;
    untrusted += meta.untrusted === undefined ? 0 : 1;
  };
  for (const id of ids) {
    const reply = replyNode(id);
    if (reply !== null) walk(reply, replies[id](), id, compare);
    const body = deref(child(operation(id), "requestBody"));
    const bodySchema = deref(child(body.content, "application/json", "schema"));
    for (const [key, field] of Object.entries(inputSchema(id).shape))
      if (child(bodySchema.properties, key) !== undefined) walk(child(bodySchema.properties, key), field, `${id} ${key}`, compare);
  }
  expect(wrong).toEqual([]);
  expect(secrets).toBeGreaterThan(30);
  expect(untrusted).toBeGreaterThan(100);
  expect(inputSchema("POST /users/{userId}/webinars").shape.password.meta()).toMatchObject({ secret: "shared" });
});

test("ids are strings in every reply and input, whatever the wire type", () => {
  const wrong: string[] = [];
  for (const id of ids) {
    const reply = replyNode(id);
    if (reply === null) continue;
    walk(reply, replies[id](), id, (node, schema, at) => {
      let inner = schema;
      while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) inner = inner.unwrap();
      if (node["x-id"] === true && !(inner instanceof z.ZodString)) wrong.push(at);
    });
  }
  expect(wrong).toEqual([]);
});

test("webinar ids are taken as Zoom prints them; UUIDs only by endpoints that take one occurrence of a webinar", () => {
  const registrants = inputSchema("GET /webinars/{webinarId}/registrants");
  for (const webinar_id of ["95312345678", "953 1234 5678", "953-1234-5678"])
    expect(registrants.parse({ webinar_id }).webinar_id).toBe("95312345678");
  for (const webinar_id of ["", "abc", "953", "m3WqMkvuRXyYqH+eKWhk9w==", "95312345678/registrants"])
    expect(registrants.safeParse({ webinar_id }).success, webinar_id).toBe(false);
  const past = inputSchema("GET /past_webinars/{webinarId}/participants");
  for (const webinar_id of ["953 1234 5678", "m3WqMkvuRXyYqH+eKWhk9w==", "/ajXp112QmuoKj4854875=="])
    expect(past.safeParse({ webinar_id }).success, webinar_id).toBe(true);
});

test("unknown fields are refused at every depth, and parsing what is canonical changes nothing", () => {
  const update = inputSchema("PATCH /webinars/{webinarId}");
  expect(update.safeParse({ webinar_id: "95312345678", topik: "x" }).success).toBe(false);
  expect(update.safeParse({ webinar_id: "95312345678", settings: { aproval_type: 1 } }).success).toBe(false);
  const input = { webinar_id: "95312345678", topic: "New", settings: { question_and_answer: { enable: true } } };
  expect(update.parse(input)).toEqual(input);
});

test("a PATCH tells no default: what is left out stays", () => {
  const describe = (schema: z.ZodType) => JSON.stringify(z.toJSONSchema(schema));
  expect(describe(inputSchema("PATCH /webinars/{webinarId}"))).not.toMatch(/; default |"Default /);
  expect(describe(inputSchema("POST /users/{userId}/webinars"))).toMatch(/; default /);
});

test("an upload is base64 to callers that speak JSON, and may be bytes or a Blob", () => {
  const upload = inputSchema("POST /webinars/{webinarId}/branding/wallpaper");
  expect(child(z.toJSONSchema(upload), "properties", "file", "properties", "data")).toMatchObject({ type: "string", contentEncoding: "base64" });
  for (const data of ["iVBORw0KGgo=", new Uint8Array([1]), new Blob(["x"])])
    expect(upload.safeParse({ webinar_id: "95312345678", file: { name: "a.png", data } }).success).toBe(true);
  expect(upload.safeParse({ webinar_id: "95312345678", file: { name: "a.png", data: "no base64!" } }).success).toBe(false);
});

test("replies of endpoints without a body are null", () => {
  const bodyless = ids.filter(isBodyless);
  expect(bodyless).toHaveLength(23);
  for (const id of bodyless) expect(replySchema(id).safeParse(null).success, id).toBe(true);
});
