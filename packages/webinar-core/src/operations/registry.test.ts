import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { manifest } from "../generated/manifest.ts";
import { type AnyOperation, titleOf } from "../operation/operation.ts";
import { operations } from "./index.ts";

const HERE = dirname(fileURLToPath(import.meta.url));
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const all: { place: string; file: string; op: AnyOperation }[] = Object.entries(operations).flatMap(([resource, verbs]) =>
  Object.entries(verbs).map(([verb, op]) => ({ place: `${resource}.${verb}`, file: `${kebab(resource)}/${kebab(verb)}`, op })),
);
interface JsonSchema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  maxLength?: number;
  maxItems?: number;
  format?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
  description?: string;
  contentEncoding?: string;
}
/** Paths of strings and arrays without a maximum, and of top-level fields without a description. */
const unbounded = (schema: JsonSchema, path: string): string[] => {
  const inner = [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, child]) => unbounded(child, `${path}.${name}`)),
    ...(schema.items ? unbounded(schema.items, `${path}[]`) : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((child) => unbounded(child, path)),
  ];
  const isOpenString =
    schema.type === "string" &&
    !schema.enum &&
    schema.const === undefined &&
    schema.maxLength === undefined &&
    !schema.contentEncoding &&
    !(schema as { pattern?: string }).pattern;
  const isOpenArray = schema.type === "array" && schema.maxItems === undefined;
  return isOpenString || isOpenArray ? [path, ...inner] : inner;
};

describe("the set of operations", () => {
  it("reads nothing but lists page by page, and each says what tells its rows apart", () => {
    const paged = all.filter(
      ({ op }) => op.rows !== undefined && Object.hasOwn(z.toJSONSchema(op.input, { io: "input" }).properties ?? {}, "next_page_token"),
    );
    expect(paged.length).toBeGreaterThan(10);
    for (const { op } of paged) expect(op, op.id).toMatchObject({ effect: "read", emails: "nobody", rowKey: { fields: expect.any(Array) } });
  });

  it("holds each operation at the place its id says", () => {
    for (const { place, op } of all) expect(op.id).toBe(place);
  });

  it("has a file and a test for each, and no file that is not registered", () => {
    const files = readdirSync(HERE, { recursive: true })
      .map(String)
      .filter((file) => file.endsWith(".ts") && file.includes("/"));
    for (const { file } of all) {
      expect(files).toContain(`${file}.ts`);
      expect(existsSync(join(HERE, `${file}.test.ts`)), `${file}.test.ts`).toBe(true);
    }
    const defines = files.filter(
      (file) => !file.endsWith(".test.ts") && /= (define|endpoint|list|export|sum)Operation\(/.test(readFileSync(join(HERE, file), "utf8")),
    );
    expect(defines.sort()).toEqual(all.map(({ file }) => `${file}.ts`).sort());
  });

  it("has unique names, tools in MCP's form, one sentence of at most 140 characters each", () => {
    expect(new Set(all.map(({ op }) => op.tool)).size).toBe(all.length);
    for (const { op } of all) {
      expect(op.tool).toMatch(/^[a-z][a-z0-9_]{2,63}$/);
      expect(op.summary.length, op.id).toBeLessThanOrEqual(140);
      expect(op.summary, op.id).toMatch(/^[A-Z].*\.$/);
      expect(titleOf(op), op.id).toMatch(/^[A-Z]/);
    }
  });

  it("states the scopes of its first endpoint, as our document has them", () => {
    for (const { op } of all) {
      const [first] = op.endpoints;
      if (op.local || first === undefined) continue;
      const { scopes } = endpoints[first];
      expect([...op.scopes.classic].sort(), op.id).toEqual([...scopes.classic].sort());
      expect([...op.scopes.granular].sort(), op.id).toEqual([...scopes.granular].sort());
    }
  });

  it("says read if every endpoint is a GET, and never otherwise", () => {
    for (const { op } of all) {
      if (op.local) continue;
      expect(op.effect === "read", op.id).toBe(op.endpoints.every((id) => endpoints[id].method === "GET"));
    }
  });

  it("has a preview wherever Zoom may write to people, or always asks", () => {
    for (const { op } of all) {
      if (op.emails !== "nobody" || op.confirms === "always") expect(typeof op.preview, op.id).toBe("function");
    }
  });

  it("bounds every string and array of every input, and describes every field", () => {
    for (const { op } of all) {
      const schema = z.toJSONSchema(op.input, { io: "input", unrepresentable: "any" }) as JsonSchema;
      expect(unbounded(schema, op.id), op.id).toEqual([]);
      const undescribed = Object.entries(schema.properties ?? {})
        .filter(([, field]) => !field.description)
        .map(([name]) => `${op.id}.${name}`);
      expect(undescribed).toEqual([]);
    }
  });

  it("has inputs and outputs that are JSON Schema", () => {
    for (const { op } of all) {
      expect(() => z.toJSONSchema(op.input, { io: "input" }), op.id).not.toThrow();
      expect(() => z.toJSONSchema(op.output, { io: "output" }), op.id).not.toThrow();
    }
  });

  it("asks for personal links by include_join_links wherever an output has them beside other things", () => {
    for (const { op } of all) {
      if (op.reveals === "personal") continue;
      const marks = JSON.stringify(z.toJSONSchema(op.output, { io: "output" }));
      if (!marks.includes('"secret":"personal"')) continue;
      const input = z.toJSONSchema(op.input, { io: "input", unrepresentable: "any" }) as JsonSchema;
      expect(Object.keys(input.properties ?? {}), op.id).toContain("include_join_links");
    }
  });

  it("is what the manifest says, in the same order, and the manifest loads it", async () => {
    expect(manifest.map(({ id }) => id)).toEqual(all.map(({ op }) => op.id));
    for (const [at, entry] of manifest.entries()) {
      const op = all[at]?.op as AnyOperation;
      expect(await entry.load()).toBe(op);
      expect(entry).toMatchObject({
        tool: op.tool,
        title: titleOf(op),
        summary: op.summary,
        effect: op.effect,
        emails: op.emails,
        idempotent: op.idempotent,
        local: op.local ?? false,
      });
      expect(entry.reveals, op.id).toBe(op.reveals);
    }
  });
});
