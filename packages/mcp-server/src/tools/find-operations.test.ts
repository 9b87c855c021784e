import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connectModern } from "@zoom-webinar/testing/connect";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { manifest } from "@zoom-webinar/webinar-core/doors";
import { describe, expect, it } from "vitest";
import { createServerFactory } from "../server-factory.ts";
import { advertised } from "./advertised-schema.ts";

/** Set UNSEEN to a folder with your own phrases.jsonl to use it instead of the stored phrases. */
const UNSEEN = process.env.UNSEEN;
const LONGEST_ANSWER = 2_048;

interface Said {
  phrase: string;
}
const own = (folder: string): Said[] =>
  readFileSync(join(folder, "phrases.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Said);
const kept = (): Said[] =>
  ["second-blind", "third-blind", "kinds"].flatMap((name) => JSON.parse(readFileSync(dataFile(`phrases/${name}.json`), "utf8")) as Said[]);

describe("what find_operations says of an operation", () => {
  it("is that it takes effect at once only of one that nobody is ever asked about", async () => {
    const factory = createServerFactory({
      session: { ...fakeSession(), safety: "confirm" },
      catalog: manifest,
      surface: "standard",
      version: "1.0.0",
    });
    const { client, close } = await connectModern(factory);
    let compared = 0;
    for (const entry of manifest.filter(({ effect }) => effect !== "read")) {
      const { structuredContent } = await client.callTool({ name: "find_operations", arguments: { words: entry.tool } });
      const [found] = (structuredContent as { operations: { tool: string; safety: string }[] }).operations;
      // What a model cannot reach is not found by its name either, and something else is.
      if (found?.tool !== entry.tool) continue;
      compared += 1;
      const isAsked = entry.effect === "delete" || entry.emails !== "nobody" || (await entry.load()).preview !== undefined;
      expect([entry.tool, found?.safety === "takes effect at once"]).toEqual([entry.tool, !isAsked]);
    }
    expect(compared).toBeGreaterThan(50);
    await close();
  });
});

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** Every path of a schema, through lists. */
const pathsIn = (schema: Json, before = ""): string[] => {
  const inside = isJson(schema.items) ? schema.items : schema;
  if (inside !== schema && isJson(inside.items)) return pathsIn(inside, before);
  return Object.entries(isJson(inside.properties) ? inside.properties : {}).flatMap(([name, field]) => [
    `${before}${name}`,
    ...(isJson(field) ? pathsIn(field, `${before}${name}.`) : []),
  ]);
};

describe("what a tool takes", () => {
  it("is shown by its name or its field's, for every tool and every field at any depth", { timeout: 120_000 }, async () => {
    const factory = createServerFactory({ session: fakeSession(), catalog: manifest, surface: "standard", version: "1.0.0" });
    const { client, close } = await connectModern(factory);
    const { tools } = await client.listTools();
    const ask = async (words: string) => {
      const { content, structuredContent } = await client.callTool({ name: "find_operations", arguments: { words } });
      const { operations } = structuredContent as { operations: { tool: string; input_schema?: Json; note?: string; field_schemas?: Json }[] };
      return { operations, bytes: Buffer.byteLength(JSON.stringify(content)) };
    };
    let shown = 0;
    for (const entry of manifest) {
      const whole = advertised((await entry.load()).input, "input");
      const { operations } = await ask(entry.tool);
      const [{ tool, input_schema = {}, note = "" } = { tool: "" }] = operations;
      // What hands out the host's secrets is not offered unless the operator allows it.
      if (tool !== entry.tool) continue;
      shown += 1;
      const names = isJson(input_schema.properties) ? Object.keys(input_schema.properties) : [];
      const elsewhere = tools.find(({ name }) => name === tool)?.inputSchema.properties ?? {};
      const missing = Object.keys(isJson(whole.properties) ? whole.properties : {}).filter((name) => !names.includes(name));
      const lost = missing.filter((name) => !note.includes("tools/list") || !Object.hasOwn(elsewhere, name));
      expect(lost.map((name) => `${entry.tool}.${name}: ${note}`).join("; ")).toBe("");
      if (!note.includes(".FIELD as words")) continue;
      for (const path of pathsIn(whole)) {
        const answer = await ask(`${entry.tool}.${path}`);
        expect([path, answer.operations.map(({ field_schemas = {} }) => Object.keys(field_schemas))]).toEqual([path, [[path]]]);
        expect([path, answer.bytes > LONGEST_ANSWER]).toEqual([path, false]);
      }
    }
    await close();
    expect(shown).toBeGreaterThan(100);
  });

  it("has the new start beside the date that is moved", async () => {
    const factory = createServerFactory({ session: fakeSession(), catalog: manifest, surface: "standard", version: "1.0.0" });
    const { client, close } = await connectModern(factory);
    const words = "move one date of the series to another day";
    const { structuredContent } = await client.callTool({ name: "find_operations", arguments: { words } });
    const { operations } = structuredContent as { operations: { tool: string; fields: string }[] };
    expect(operations.find(({ tool }) => tool === "update_webinar")?.fields).toMatch(/occurrence_id.*start_time/);
    await close();
  });
});

describe("an answer of find_operations", () => {
  it("has the input of the first that is not listed, and of further ones what distinguishes them", async () => {
    const factory = createServerFactory({ session: fakeSession(), catalog: manifest, surface: "standard", version: "1.0.0" });
    const { client, close } = await connectModern(factory);
    const ask = async (words: string) => {
      const { structuredContent } = await client.callTool({ name: "find_operations", arguments: { words } });
      return (structuredContent as { operations: Record<string, unknown>[] }).operations;
    };
    const [form, ...others] = await ask("change registration questions required");
    expect(form).toMatchObject({
      tool: "replace_registration_questions",
      input_schema: { required: ["webinar_id", "questions", "custom_questions"] },
    });
    expect(others.map((one) => Object.keys(one))).toEqual(others.map(() => ["tool", "summary", "call"]));
    const [listed] = await ask("import_registrants");
    expect(listed).toMatchObject({ note: "Only what tools/list does not show." });
    expect(JSON.stringify(listed)).not.toContain("dry_run");
    await close();
  });

  it("is at most 2 kB, whatever is asked", { timeout: 120_000 }, async () => {
    const factory = createServerFactory({ session: fakeSession(), catalog: manifest, surface: "standard", version: "1.0.0" });
    const { client, close } = await connectModern(factory);
    const sizes: { phrase: string; bytes: number }[] = [];
    for (const { phrase } of UNSEEN === undefined ? kept() : own(UNSEEN)) {
      const { content } = await client.callTool({ name: "find_operations", arguments: { words: phrase.slice(0, 300) } });
      sizes.push({ phrase, bytes: Buffer.byteLength(JSON.stringify(content)) });
    }
    await close();
    const longest = [...sizes].sort((a, b) => b.bytes - a.bytes)[0];
    if (UNSEEN !== undefined) process.stdout.write(`${sizes.length} answers, the longest ${longest?.bytes} bytes\n`);
    expect(sizes.length).toBeGreaterThanOrEqual(UNSEEN === undefined ? 100 : 1);
    expect(sizes.filter(({ bytes }) => bytes > LONGEST_ANSWER)).toEqual([]);
  });
});
