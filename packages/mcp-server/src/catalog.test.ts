import { fileURLToPath } from "node:url";
import { AjvJsonSchemaValidator } from "@modelcontextprotocol/server/validators/ajv";
import { dataFile } from "@zoom-webinar/testing/data-file";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import type { Reveal } from "@zoom-webinar/webinar-core";
import { manifest } from "@zoom-webinar/webinar-core/doors";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { listedSchemas } from "./generated/listed-schemas.ts";
import { createLog } from "./log.ts";
import { instructionsFor } from "./server-factory.ts";
import { missingFrom } from "./surface.ts";
import { type AdvertisedSchema, advertised } from "./tools/advertised-schema.ts";
import { findOperations } from "./tools/find-operations.ts";
import { createJobs } from "./tools/jobs.ts";
import { type ListedTool, toHints, toListedSchema } from "./tools/to-tool.ts";
import { createToolbox } from "./tools/toolbox.ts";

interface Setting {
  surface?: string;
  outputSchemas?: boolean;
  safety?: "read-only" | "confirm" | "trusted";
  reveal?: Reveal;
}
const toolbox = ({ surface = "standard", outputSchemas = false, safety = "confirm", reveal = "host" }: Setting = {}) =>
  createToolbox({
    session: { ...fakeSession({ safety }), reveal },
    catalog: manifest,
    surface,
    principal: "local",
    outputSchemas,
    schemas: async () => listedSchemas,
    log: createLog("off", () => {}),
    jobs: createJobs(),
  });
const standard = await toolbox().list();
const full = await toolbox({ surface: "full" }).list();
const namesOf = (tools: readonly ListedTool[]) => tools.map(({ name }) => name);
const bytesOf = (tools: readonly ListedTool[]) => Buffer.byteLength(JSON.stringify({ tools }));

/** The keywords that a model's API may be sent. */
const KEYWORDS = new Set(
  "type properties required items enum description minimum maximum minItems maxItems anyOf additionalProperties default".split(" "),
);

/** What the tools of the Python server took. */
const PYTHON_INPUTS: Readonly<Record<string, readonly string[]>> = {
  get_users: ["user_id"],
  create_webinar: ["user_id", "topic", "start_time", "duration", "agenda", "timezone", "password", "alternative_hosts"],
  create_webinar_interactive: ["topic", "user_selection", "start_time", "duration", "agenda", "timezone", "password", "alternative_hosts"],
  create_recurring_webinar: [
    "user_id",
    "topic",
    "start_time",
    "duration",
    "recurrence_type",
    "repeat_interval",
    "weekly_days",
    "monthly_day",
    "monthly_week",
    "monthly_week_day",
    "end_times",
    "end_date_time",
    "agenda",
    "timezone",
    "password",
  ],
  add_panelists: ["webinar_id", "panelist_emails", "panelists"],
  create_webinar_poll: ["webinar_id", "poll_title", "questions"],
  create_webinar_invite_links: ["webinar_id", "ttl", "attendees"],
  list_webinars: ["user_id", "page_size", "type", "next_page_token", "from", "to", "page_number"],
  get_webinar: ["webinar_id", "occurrence_id", "show_previous_occurrences"],
  list_webinar_registrants: ["webinar_id", "status", "page_size"],
  find_registrant_by_email: ["webinar_id", "email"],
  list_panelists: ["webinar_id"],
  get_webinar_polls: ["webinar_id"],
  list_webinar_participants: ["webinar_uuid", "page_size"],
  get_webinar_absentees: ["webinar_uuid"],
  list_webinar_qa: ["webinar_id"],
  update_webinar: ["webinar_id", "topic", "start_time", "duration", "agenda", "password"],
  update_webinar_status: ["webinar_id", "action"],
  update_webinar_registrant_status: ["webinar_id", "registrants", "action"],
  delete_webinar: ["webinar_id", "occurrence_id", "cancel_webinar_reminder"],
  remove_panelist: ["webinar_id", "panelist_id"],
  remove_all_panelists: ["webinar_id"],
  delete_webinar_registrant: ["webinar_id", "registrant_ids"],
  schedule_webinar_from_prompt: ["prompt", "user_selection"],
  schedule_recurring_webinar_from_prompt: ["prompt", "user_selection"],
};

/** Every parameter of a schema, at any depth, with its dotted path. */
const parameters = (schema: Readonly<Record<string, unknown>>, path: string): [string, Record<string, unknown>][] =>
  Object.entries((schema.properties ?? {}) as Record<string, Record<string, unknown>>).flatMap(([name, inner]) => [
    [`${path}.${name}`, inner] as [string, Record<string, unknown>],
    ...parameters(inner, `${path}.${name}`),
    ...(typeof inner.items === "object" && inner.items !== null ? parameters(inner.items as Record<string, unknown>, `${path}.${name}[]`) : []),
  ]);

describe("surfaces", () => {
  it.each([
    ["standard", 38_000],
    ["minimal", 11_000],
    ["full", 120_000],
  ])("%s stays within %i bytes", async (surface, budget) => {
    expect(bytesOf(await toolbox({ surface }).list())).toBeLessThanOrEqual(budget);
  });

  it("standard has every tool of the Python server that there is an operation for, and reaches the rest", () => {
    expect(namesOf(standard)).toEqual(
      expect.arrayContaining(["add_webinar_registrant", "find_operations", "run_read_operation", "run_write_operation"]),
    );
  });

  it("name only tools and resources that exist; without one, its name is found", () => {
    expect(missingFrom(manifest)).toEqual([]);
    expect(missingFrom(manifest.filter(({ tool }) => tool !== "get_users"))).toEqual(["get_users", "get_users"]);
    expect(missingFrom(manifest.filter(({ id }) => !id.startsWith("attendance.")))).toContain("attendance");
  });

  it("minimal is at most a dozen, among them what reaches the rest", async () => {
    const names = namesOf(await toolbox({ surface: "minimal" }).list());
    expect(names.length).toBeLessThanOrEqual(12);
    expect(names.slice(-3)).toEqual(["find_operations", "run_read_operation", "run_write_operation"]);
  });

  it("full has every operation once and needs no runner", () => {
    expect(namesOf(full)).toEqual([...manifest.map(({ tool }) => tool), "find_operations"]);
  });

  it("a list of resources has those, however they are spelled", async () => {
    const names = namesOf(await toolbox({ surface: "webinars, past-webinars" }).list());
    const expected = manifest.filter(({ id }) => /^(webinars|pastWebinars)\./.test(id)).map(({ tool }) => tool);
    expect(names).toEqual([...expected, "find_operations"]);
    expect(() => toolbox({ surface: "webinar" })).toThrow(/Did you mean webinars|no surface or resource/);
  });

  it.each(["standard", "minimal", "full", "webinars"])("read-only leaves only what reads: %s", async (surface) => {
    for (const { name, annotations } of await toolbox({ surface, safety: "read-only" }).list()) expect(annotations?.readOnlyHint, name).toBe(true);
  });

  it("operations that answer only what is not revealed are not there", async () => {
    const hidden = manifest.filter(({ reveals }) => reveals !== undefined).map(({ tool }) => tool);
    expect(hidden).not.toEqual([]);
    const names = namesOf(await toolbox({ surface: "full", reveal: "none" }).list());
    expect(names.filter((name) => hidden.includes(name))).toEqual([]);
  });

  it("lists schemas that are made beforehand as they would be made now (stale: pnpm generate)", async () => {
    for (const entry of manifest) expect(listedSchemas[entry.tool], entry.tool).toEqual(toListedSchema(await entry.load()));
    expect(Object.keys(listedSchemas)).toEqual(manifest.map(({ tool }) => tool));
  });
});

describe("all tools", () => {
  it("have a valid name of their own, a title and one sentence", () => {
    expect(new Set(namesOf(full)).size).toBe(full.length);
    for (const { name, title, description } of [...full, ...standard]) {
      expect(name).toMatch(/^[A-Za-z0-9_.-]{1,128}$/);
      expect(title).not.toBe("");
      expect(description.length, name).toBeLessThanOrEqual(140);
    }
  });

  it("describe every parameter they advertise", () => {
    const silent = [...full, ...standard]
      .flatMap(({ name, inputSchema }) => parameters(inputSchema, name))
      .filter(([, schema]) => !schema.description);
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  it("name the rare parameters that they leave out, and show every required one", () => {
    for (const { name, inputSchema } of full) {
      const shown = Object.keys((inputSchema.properties ?? {}) as object);
      expect(shown, name).toEqual(expect.arrayContaining([...((inputSchema.required ?? []) as string[])]));
    }
    const create = full.find(({ name }) => name === "create_webinar");
    expect(create?.inputSchema.description).toMatch(/Rare, see find_operations: .*settings/);
  });

  it("advertise only keywords that every model's API takes, and no object of unknown shape", () => {
    const faults: string[] = [];
    const look = (schema: Readonly<Record<string, unknown>>, path: string, isTop: boolean): void => {
      for (const keyword of Object.keys(schema)) if (!KEYWORDS.has(keyword) || (isTop && keyword === "anyOf")) faults.push(`${path}: ${keyword}`);
      if (schema.type === "object" && schema.properties === undefined && schema.additionalProperties === undefined)
        faults.push(`${path}: no properties`);
      for (const [name, inner] of Object.entries((schema.properties ?? {}) as Record<string, Record<string, unknown>>))
        look(inner, `${path}.${name}`, false);
      for (const [at, inner] of ((schema.anyOf ?? []) as Record<string, unknown>[]).entries()) look(inner, `${path}|${at}`, false);
      for (const inner of [schema.items, schema.additionalProperties])
        if (typeof inner === "object" && inner !== null) look(inner as Record<string, unknown>, `${path}[]`, false);
    };
    for (const { name, inputSchema } of [...full, ...standard]) {
      look(inputSchema, name, true);
      expect(inputSchema.properties, name).toBeDefined();
    }
    expect(faults).toEqual([]);
  });

  it("list every input that the Python server's tools took", () => {
    for (const [tool, inputs] of Object.entries(PYTHON_INPUTS)) {
      const listed = Object.keys((standard.find(({ name }) => name === tool)?.inputSchema.properties ?? {}) as object);
      expect(listed, tool).toEqual(expect.arrayContaining([...inputs]));
    }
  });

  it("are valid JSON Schema 2020-12, what they take and what they answer", async () => {
    const validator = new AjvJsonSchemaValidator();
    for (const { name, inputSchema, outputSchema } of await toolbox({ surface: "full", outputSchemas: true }).list())
      for (const schema of [inputSchema, outputSchema]) if (schema) expect(() => validator.getValidator(schema), name).not.toThrow();
    expect(() => validator.getValidator({ type: "nothing" })).toThrow();
  });

  it("put nothing of a call into headers, where gateways would log it", () => {
    expect(JSON.stringify([full, standard])).not.toContain("x-mcp-header");
  });

  it("have an output schema in code", async () => {
    for (const { name, outputSchema } of await toolbox({ surface: "full", outputSchemas: true }).list())
      if (name !== "find_operations") expect(outputSchema, name).toMatchObject({ type: "object" } satisfies AdvertisedSchema);
  });

  it("hints agree with the methods of their endpoints", async () => {
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

  it("look as reviewed", async () => {
    await expect(`${JSON.stringify(standard, null, 2)}\n`).toMatchFileSnapshot(fileURLToPath(dataFile("generated/tools.json")));
  });

  it("no tool takes a credential", () => {
    const named = full.flatMap(({ name, inputSchema }) => parameters(inputSchema, name)).map(([path]) => path);
    expect(named.filter((path) => /client_secret|client_id|account_id|access_token|refresh_token/.test(path))).toEqual([]);
  });
});

it.each(["read-only", "confirm", "trusted"] as const)("instructions are short: %s", (safety) => {
  expect(instructionsFor({ safety }).length).toBeLessThanOrEqual(800);
});

it("advertised() refuses what is not an object", () => {
  expect(() => advertised(z.string(), "input")).toThrow(TypeError);
});

describe("a large tool that is asked for by name", () => {
  const call = async (words: string) => {
    const { content = [], structuredContent } = await findAs(words);
    return { bytes: Buffer.byteLength(JSON.stringify(content)), structuredContent };
  };
  const findAs = async (words: string) => {
    const tool = findOperations({ session: fakeSession({ safety: "confirm" }), reachable: manifest, listed: new Set(namesOf(standard)) });
    const answer = await tool.call(
      {
        name: "find_operations",
        args: { words },
        signal: new AbortController().signal,
        sendProgress: null,
        canAsk: false,
        state: null,
        answer: "missing",
        traceparent: null,
      },
      async () => Promise.reject(new Error("a search runs nothing")),
    );
    if (!("result" in answer)) throw new Error("a search asks nothing");
    return answer.result;
  };

  it("shows what tools/list leaves out, in 4 kB, and each field by its own name", async () => {
    const { bytes, structuredContent } = await call("update_webinar");
    expect(bytes).toBeLessThanOrEqual(4_900);
    expect(JSON.stringify(structuredContent)).toContain("follow_up_attendees_email_notification");
    const field = await call("follow_up_attendees_email_notification");
    expect(field.structuredContent).toMatchObject({
      operations: [{ field_schemas: { "settings.follow_up_attendees_email_notification": { type: "object" } } }, {}, {}],
    });
  });
});
