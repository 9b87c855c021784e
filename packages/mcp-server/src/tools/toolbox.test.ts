import { createMcpHandler } from "@modelcontextprotocol/server";
import { connectLegacy, connectLegacyHttp, connectModern, postModern, type TestClient } from "@zoom-webinar/testing/connect";
import { fakeAccount } from "@zoom-webinar/testing/fake-operations";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import type { Catalog } from "@zoom-webinar/webinar-core/doors";
import { afterEach, describe, expect, it } from "vitest";
import { createLog } from "../log.ts";
import { createServerFactory } from "../server-factory.ts";
import { createJobs } from "./jobs.ts";
import { createToolbox } from "./toolbox.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});
const keep = async (connecting: Promise<TestClient>) => {
  const connected = await connecting;
  open.push(connected);
  return connected.client;
};
const setUp = (options: Parameters<typeof fakeSession>[0] = {}, more: { outputSchemas?: boolean } = {}) => {
  const account = fakeAccount();
  const factory = createServerFactory({ session: fakeSession(options), catalog: account.catalog, version: "1.0.0", ...more });
  const handler = createMcpHandler(factory);
  open.push(handler);
  return { account, factory, handler };
};

const eras = [
  { era: "modern", connect: connectModern },
  { era: "legacy", connect: connectLegacy },
  { era: "legacy, stateless HTTP", connect: connectLegacyHttp },
];

describe.each(eras)("tools/call on $era", ({ connect }) => {
  it("answers a line, the JSON, and the same as structuredContent", async () => {
    const client = await keep(connect(setUp().factory));
    const result = await client.callTool({ name: "get_thing", arguments: { id: "1" } });
    expect(result.structuredContent).toEqual({ id: "1", name: "Launch" });
    expect(result.content).toEqual([{ type: "text", text: 'Thing Launch\n{"id":"1","name":"Launch"}' }]);
    expect(result.isError).toBeUndefined();
  });

  it("unknown tool is -32602 and names the nearest", async () => {
    const client = await keep(connect(setUp().factory));
    await expect(client.callTool({ name: "get_thinh", arguments: {} })).rejects.toMatchObject({
      code: -32602,
      message: expect.stringContaining("get_thing"),
    });
  });

  it("bad argument, and a refusal of Zoom's, are results with code, cause, remedy and whether to repeat", async () => {
    const client = await keep(connect(setUp().factory));
    const bad = await client.callTool({ name: "get_thing", arguments: { idd: "1" } });
    expect(bad).toMatchObject({ isError: true, structuredContent: { error: { code: "input_invalid", retryable: false } } });
    expect(JSON.stringify(bad.content)).toContain("did you mean id?");
    const gone = await client.callTool({ name: "get_thing", arguments: { id: "9" } });
    expect(gone.content).toEqual([{ type: "text", text: 'There is no thing 9. List them first.\n{"error":{"code":"not_found","retryable":false}}' }]);
    expect(gone).toMatchObject({
      isError: true,
      structuredContent: { error: { code: "not_found", message: "There is no thing 9.", hint: "List them first." } },
    });
  });

  it("an unexpected exception becomes a fixed message with a correlation id; its text stays here", async () => {
    const seen: [string, unknown][] = [];
    const { factory } = setUp({ onInternalError: (error, id) => seen.push([id, error]) });
    const client = await keep(connect(factory));
    const result = await client.callTool({ name: "break_thing", arguments: {} });
    expect(result).toMatchObject({ isError: true, structuredContent: { error: { code: "internal", details: { correlation_id: seen[0]?.[0] } } } });
    expect(JSON.stringify(result)).not.toMatch(/leaked|client_secret|file\.ts|TypeError/);
    expect(seen[0]?.[1]).toBeInstanceOf(TypeError);
  });

  it("a fault in the wording does not turn a success into a failure", async () => {
    const client = await keep(connect(setUp().factory));
    const result = await client.callTool({ name: "count_slowly", arguments: { to: 1 } });
    expect(result.content).toEqual([{ type: "text", text: 'Count, telling how far it got, until it is stopped.\n{"counted":1}' }]);
  });

  it("arguments of more values than any tool takes are -32602 before a schema looks at them", async () => {
    const client = await keep(connect(setUp().factory));
    const people = Array.from({ length: 50_001 }, () => "a");
    await expect(client.callTool({ name: "mail_people", arguments: { people } })).rejects.toMatchObject({ code: -32602 });
  });

  it("read-only removes whatever does not read and refuses it by name", async () => {
    const { account, factory } = setUp({ safety: "read-only" });
    const client = await keep(connect(factory));
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["get_thing", "break_thing", "count_slowly", "find_operations"]);
    await expect(client.callTool({ name: "delete_thing", arguments: { id: "1" } })).rejects.toMatchObject({
      code: -32602,
      message: expect.stringContaining("read-only"),
    });
    expect(account.deleted).toEqual([]);
  });
});

describe.each(eras.slice(0, 2))("while a call runs, on $era", ({ connect }) => {
  it("progress rises, ten times a second at most, and none comes after the result", async () => {
    const client = await keep(connect(setUp().factory));
    const steps: number[] = [];
    const result = await client.callTool({ name: "count_slowly", arguments: { to: 30 } }, { onprogress: ({ progress }) => steps.push(progress) });
    const atResult = steps.length;
    expect(result.structuredContent).toEqual({ counted: 30 });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(steps).toHaveLength(atResult);
    expect(steps).toEqual([1, 6, 11, 16, 21, 26]); // a step each 20 ms of the virtual clock
  });

  it("cancelling stops the operation and nothing more is sent", async () => {
    const { systemClock } = await import("@zoom-webinar/foundation");
    const account = fakeAccount();
    const session = { ...fakeSession(), clock: systemClock };
    const client = await keep(connect(createServerFactory({ session, catalog: account.catalog, version: "1.0.0" })));
    const stop = new AbortController();
    const call = client.callTool({ name: "count_slowly", arguments: { to: 1000 } }, { signal: stop.signal });
    const refused = expect(call).rejects.toThrow();
    await expect.poll(() => account.seen.counting, { interval: 5 }).toBe(true);
    stop.abort();
    await refused;
    await expect.poll(() => account.seen.aborted).toBe(true);
  });
});

it("what an operation still reports after its answer stays here", async () => {
  const { catalog } = fakeAccount();
  const log = createLog("off", () => {});
  const toolbox = createToolbox({
    session: fakeSession(),
    catalog,
    surface: "full",
    principal: "local",
    outputSchemas: false,
    log,
    jobs: createJobs(),
  });
  const sent: number[] = [];
  const signal = new AbortController().signal;
  const first = { canAsk: false, state: null, answer: "missing", traceparent: null } as const;
  await toolbox.call({ name: "count_slowly", args: { to: 5 }, signal, sendProgress: async ({ done }) => void sent.push(done), ...first });
  const atAnswer = [...sent];
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(sent).toEqual(atAnswer);
  expect(sent).toEqual([1]);
});

describe("tools/list", () => {
  it("is the same bytes between calls, eras and restarts", async () => {
    const list = async (connect: (typeof eras)[number]["connect"]) => {
      const client = await keep(connect(setUp().factory));
      const first = JSON.stringify((await client.listTools()).tools);
      expect(JSON.stringify((await client.listTools()).tools)).toBe(first);
      return first;
    };
    const [modern, legacy, http] = await Promise.all(eras.map(({ connect }) => list(connect)));
    expect(legacy).toBe(modern);
    expect(http).toBe(modern);
  });

  it("shows what a model needs and nothing else", async () => {
    const client = await keep(connectModern(setUp().factory));
    const { tools } = await client.listTools();
    expect(tools[1]).toEqual({
      name: "delete_thing",
      title: "Delete thing",
      description: "Delete one thing.",
      inputSchema: {
        type: "object",
        properties: {
          id: { type: "string", description: "Which thing" },
          quietly: { type: "boolean", description: "Say nothing" },
          confirm_token: { type: "string", description: "From the preview" },
        },
        required: ["id"],
      },
      annotations: { idempotentHint: true },
    });
    expect(tools[2]?.inputSchema.properties).toMatchObject({ people: { type: "array", minItems: 1, maxItems: 20 } });
    expect(tools[3]).toMatchObject({
      inputSchema: { type: "object" },
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true },
    });
    expect(tools[4]?.annotations).toEqual({ readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false });
  });

  it.each([
    [{ safety: "trusted" as const }, false],
    [{ safety: "confirm" as const }, true],
    [{ safety: "confirm" as const, confirmBy: "person" as const }, false],
  ])("has confirm_token only if one is taken: %j", async (options, isThere) => {
    const client = await keep(connectModern(setUp(options).factory));
    const { tools } = await client.listTools();
    const withToken = tools.filter(({ inputSchema }) => "confirm_token" in (inputSchema.properties ?? {})).map(({ name }) => name);
    expect(withToken).toEqual(isThere ? ["delete_thing", "mail_people"] : []);
  });

  it("advertises output schemas when asked to, and results fit them", async () => {
    const client = await keep(connectModern(setUp({}, { outputSchemas: true }).factory));
    const { tools } = await client.listTools();
    expect(tools[0]?.outputSchema).toEqual({
      type: "object",
      properties: { untrusted_text: { type: "string" }, id: { type: "string" }, name: { type: "string" } },
      required: ["id", "name"],
    });
    await client.callTool({ name: "get_thing", arguments: { id: "1" } }); // the client checks the answer against the schema
  });

  it("takes an empty cursor and refuses one that was never given", async () => {
    const { handler } = setUp();
    expect((await postModern(handler, "tools/list", { cursor: "" })).body.result?.tools).toHaveLength(6);
    expect((await postModern(handler, "tools/list", { cursor: "2" })).body.error?.code).toBe(-32602);
  });

  it("says that something went wrong if a module does not load, and works the next time", async () => {
    const { catalog } = fakeAccount();
    let broken = true;
    const flaky: Catalog = catalog.map((entry) => ({
      ...entry,
      load: () => (broken ? Promise.reject(new Error("cannot find /home/someone/x.js")) : entry.load()),
    }));
    const handler = createMcpHandler(createServerFactory({ session: fakeSession(), catalog: flaky, version: "1.0.0" }));
    open.push(handler);
    const { body } = await postModern(handler, "tools/list", {});
    expect(body.error).toMatchObject({ code: -32603, data: { correlation_id: expect.any(String) } });
    expect(JSON.stringify(body)).not.toContain("someone");
    const called = await postModern(handler, "tools/call", { name: "get_thing", arguments: { id: "1" } });
    expect(called.body.result).toMatchObject({ isError: true, structuredContent: { error: { code: "internal" } } });
    expect(JSON.stringify(called.body)).not.toContain("someone");
    broken = false;
    expect((await postModern(handler, "tools/list", {})).body.result?.tools).toHaveLength(6);
  });
});

describe("start", () => {
  it("loads no operation at initialize or discover, all at tools/list, one at tools/call", async () => {
    const { catalog, operations } = fakeAccount();
    const [operation] = operations;
    const [entry] = catalog;
    if (!operation || !entry) throw new Error("no operations");
    const loaded: string[] = [];
    const many: Catalog = Array.from({ length: 100 }, (_, index) => ({
      ...entry,
      id: `things.get${index}`,
      tool: `get_thing_${index}`,
      load: async () => {
        loaded.push(`get_thing_${index}`);
        return { ...operation, id: `things.get${index}`, tool: `get_thing_${index}` };
      },
    }));
    const factory = createServerFactory({ session: fakeSession(), catalog: many, version: "1.0.0" });
    const modern = await keep(connectModern(factory));
    const legacy = await keep(connectLegacy(factory));
    expect(loaded).toEqual([]);
    await modern.callTool({ name: "get_thing_7", arguments: { id: "1" } });
    expect(loaded).toEqual(["get_thing_7"]);
    await legacy.listTools();
    await modern.listTools();
    expect(loaded).toHaveLength(101);
  });
});
