import { manifest } from "@zoom-webinar/webinar-core";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { fakeSession } from "../testing/sessions.ts";
import { createLog } from "./log.ts";
import { type AdvertisedSchema, advertised } from "./tools/advertised-schema.ts";
import { toHints } from "./tools/to-tool.ts";
import { createToolbox } from "./tools/toolbox.ts";

const toolbox = (outputSchemas = false) =>
  createToolbox({
    session: fakeSession(),
    catalog: manifest,
    surface: "standard",
    principal: "local",
    outputSchemas,
    log: createLog("off", () => {}),
  });
const tools = await toolbox().list();

/** Every parameter of a schema, at any depth, with its dotted path. */
const parameters = (schema: Readonly<Record<string, unknown>>, path: string): [string, Record<string, unknown>][] =>
  Object.entries((schema.properties ?? {}) as Record<string, Record<string, unknown>>).flatMap(([name, inner]) => [
    [`${path}.${name}`, inner] as [string, Record<string, unknown>],
    ...parameters(inner, `${path}.${name}`),
    ...(typeof inner.items === "object" && inner.items !== null ? parameters(inner.items as Record<string, unknown>, `${path}.${name}[]`) : []),
  ]);

describe("all tools", () => {
  it("stay within the budget of the standard surface", () => {
    const bytes = Buffer.byteLength(JSON.stringify({ tools }));
    expect(bytes).toBeLessThanOrEqual(25_000);
  });

  it("E2 have a valid name of their own, a title and one sentence", () => {
    expect(new Set(tools.map(({ name }) => name)).size).toBe(tools.length);
    for (const { name, title, description } of tools) {
      expect(name).toMatch(/^[A-Za-z0-9_.-]{1,128}$/);
      expect(title).not.toBe("");
      expect(description.length, name).toBeLessThanOrEqual(140);
    }
  });

  it("describe every parameter they advertise", () => {
    const silent = tools.flatMap(({ name, inputSchema }) => parameters(inputSchema, name)).filter(([, schema]) => !schema.description);
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  it("A8 hold no remote reference, no pattern, no mark of ours", () => {
    expect(JSON.stringify(tools)).not.toMatch(/"\$schema"|"pattern"|"maxLength"|"additionalProperties":false|"secret"|"untrusted"|"\$ref":"http/);
  });

  it("E2 have an output schema in code", async () => {
    for (const { name, outputSchema } of await toolbox(true).list())
      expect(outputSchema, name).toMatchObject({ type: "object" } satisfies AdvertisedSchema);
  });

  it("E3 hints agree with the methods of their endpoints", async () => {
    for (const entry of manifest) {
      const { endpoints } = await entry.load();
      const hints = toHints(entry);
      if (hints.readOnlyHint)
        expect(
          endpoints.every((id) => id.startsWith("GET ")),
          entry.id,
        ).toBe(true);
      if (endpoints.some((id) => id.startsWith("DELETE "))) expect(hints.destructiveHint, entry.id).toBe(true);
      expect(hints.readOnlyHint && hints.destructiveHint, entry.id).toBe(false);
    }
  });

  it("I3 look as reviewed", async () => {
    await expect(`${JSON.stringify(tools, null, 2)}\n`).toMatchFileSnapshot("../testing/generated/tools.json");
  });

  it("B7 no tool takes a credential", () => {
    const named = tools.flatMap(({ name, inputSchema }) => parameters(inputSchema, name)).map(([path]) => path);
    expect(named.filter((path) => /client_secret|client_id|account_id|access_token|refresh_token/.test(path))).toEqual([]);
  });
});

it("advertised() refuses what is no object", () => {
  expect(() => advertised(z.string(), "input")).toThrow(TypeError);
});
