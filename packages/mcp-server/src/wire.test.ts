import { createMcpHandler, type McpServerFactory } from "@modelcontextprotocol/server";
import { connectLegacy, connectModern, postModern } from "@zoom-webinar/testing/connect";
import { fakeAccount } from "@zoom-webinar/testing/fake-operations";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import type { Catalog } from "@zoom-webinar/webinar-core/doors";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { createServerFactory } from "./server-factory.ts";

// What leaves the server, whatever was asked: rows of the checklist that hold for every message.

const makeFactory = (): McpServerFactory => createServerFactory({ session: fakeSession(), catalog: fakeAccount().catalog, version: "1.2.3" });
const factory = makeFactory();
const handler = createMcpHandler(factory);
afterAll(() => handler.close());

const VERSION = "2026-07-28";
const MODERN = { "io.modelcontextprotocol/protocolVersion": VERSION, "io.modelcontextprotocol/clientCapabilities": { elicitation: { form: {} } } };

/** One of every kind of request that there is an answer for. */
const REQUESTS: readonly (readonly [string, Record<string, unknown>])[] = [
  ["server/discover", {}],
  ["tools/list", {}],
  ["tools/call", { name: "get_thing", arguments: { id: "1" } }],
  ["tools/call", { name: "get_thing", arguments: { id: "9" } }],
  ["tools/call", { name: "delete_thing", arguments: { id: "1" } }],
  ["resources/list", {}],
  ["resources/templates/list", {}],
  ["resources/read", { uri: "zoom://config" }],
  ["skills/list", {}],
  ["skills/get", { uri: "skill://webinar-follow-up/SKILL.md" }],
  ["resources/directory/read", { uri: "skill://webinar-follow-up" }],
  ["prompts/list", {}],
  ["prompts/get", { name: "plan_webinar", arguments: { topic: "Launch" } }],
  ["completion/complete", { ref: { type: "ref/prompt", name: "plan_webinar" }, argument: { name: "timezone", value: "Europe/B" } }],
];

/** Requests that are refused, each for another reason. */
const REFUSED: readonly (readonly [string, Record<string, unknown>, string])[] = [
  ["tools/call", {}, "without a name"],
  ["tools/call", { name: "no_such_tool", arguments: {} }, "of no such tool"],
  ["tools/call", { name: "get_thing", arguments: "1" }, "with arguments that are none"],
  ["tools/call", { name: "delete_thing", arguments: { id: "1" }, requestState: "made.up" }, "with a state that is made up"],
  ["tools/call", { name: "delete_thing", arguments: { id: "1" }, requestState: 7 }, "with a state that is no text"],
  ["tools/call", { name: "mail_people", arguments: { people: Array.from({ length: 50_001 }, () => "a") } }, "with too many values"],
  ["tools/list", { cursor: "2" }, "with a cursor that was never given"],
  ["resources/read", { uri: "zoom://nothing" }, "of no such resource"],
  ["resources/read", { uri: "file:///etc/passwd" }, "of a file"],
  ["resources/read", {}, "without a URI"],
  ["resources/subscribe", { uri: "zoom://config" }, "that was removed"],
  ["prompts/get", { name: "no_such_prompt" }, "of no such prompt"],
  ["prompts/get", { name: "plan_webinar", arguments: {} }, "without an argument that is required"],
  ["completion/complete", { ref: { type: "ref/prompt", name: "no_such" }, argument: { name: "a", value: "" } }, "for no such prompt"],
  ["no/such/method", {}, "that is none"],
  ["constructor", {}, "that every object has"],
];

/** A request with its headers as they should be, and whatever body. */
const post = async (body: string, headers: Record<string, string>, own = handler) => {
  const all = { "content-type": "application/json", accept: "application/json, text/event-stream", ...headers };
  const response = await own.fetch(new Request("http://127.0.0.1/mcp", { method: "POST", headers: all, body }));
  const text = await response.text();
  const messages = text.startsWith("{") ? [JSON.parse(text)] : [...text.matchAll(/^data: (.+)$/gm)].map(([, data]) => JSON.parse(data ?? ""));
  return { status: response.status, messages: messages as Message[] };
};
interface Message {
  id?: unknown;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown> & { _meta?: Record<string, unknown>; content?: { text: string }[] };
  error?: { code: number; message: string };
}
const headersOf = (method: string, { name, uri }: Record<string, unknown> = {}) => ({
  "mcp-protocol-version": VERSION,
  "mcp-method": method,
  ...(typeof (name ?? uri) === "string" ? { "mcp-name": String(name ?? uri) } : {}),
});

describe("a modern request", () => {
  it.each([
    ["no version", { "io.modelcontextprotocol/clientCapabilities": {} }],
    ["no capabilities", { "io.modelcontextprotocol/protocolVersion": VERSION }],
    ["an empty envelope", {}],
    ["no envelope", undefined],
    ["capabilities that are none", { ...MODERN, "io.modelcontextprotocol/clientCapabilities": "all" }],
  ])("with %s gets -32602 and 400", async (_what, _meta) => {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: { _meta } });
    const { status, messages } = await post(body, headersOf("tools/list"));
    expect([status, messages[0]?.error?.code]).toEqual([400, -32602]);
  });

  it("is served without clientInfo, and the same whoever the client says it is", async () => {
    const answers: unknown[] = [];
    for (const clientInfo of [undefined, { name: "a", version: "1" }, { name: "claude-ai", version: "9" }]) {
      const _meta = clientInfo === undefined ? {} : { "io.modelcontextprotocol/clientInfo": clientInfo };
      answers.push((await postModern(handler, "tools/list", { _meta })).body);
    }
    expect(answers[0]).toHaveProperty("result.tools");
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it("gets the same answer on a fresh server as after any other request", async () => {
    const ask = async (own: typeof handler, [method, params]: readonly [string, Record<string, unknown>, ...unknown[]]) => {
      const { body } = await postModern(own, method, params);
      // New each time, and meant to be: the state of a question.
      return { ...body, result: { ...body.result, requestState: typeof body.result?.requestState } };
    };
    const after: unknown[] = [];
    for (const request of [...REQUESTS, ...REFUSED]) after.push(await ask(handler, request));
    for (const [index, request] of [...REQUESTS, ...REFUSED].entries()) {
      const fresh = createMcpHandler(makeFactory());
      expect(await ask(fresh, request), request[0]).toEqual(after[index]);
      await fresh.close();
    }
  });
});

const RESERVED = /^(?:[^/]*\.)?(?:modelcontextprotocol|mcp)\.[^/]*\//;
/** Every `_meta` key in a message, at any depth. */
const metaKeys = (value: unknown): string[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...(name === "_meta" ? Object.keys(inner as object) : []), ...metaKeys(inner)]);
};
/** Every list of icons in a message, at any depth. */
const icons = (value: unknown): { src?: unknown; mimeType?: unknown; sizes?: unknown }[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [...(name === "icons" && Array.isArray(inner) ? inner : []), ...icons(inner)]);
};

describe("every answer", () => {
  it.each(REQUESTS)("to %s says its kind and its server, invents no reserved _meta, shows icons as allowed (%j)", async (method, params) => {
    const { body } = await postModern(handler, method, params);
    expect(["complete", "input_required"]).toContain(body.result?.resultType);
    expect(body.result?._meta).toMatchObject({ "io.modelcontextprotocol/serverInfo": { name: "zoom-webinar", version: "1.2.3" } });
    const known = ["io.modelcontextprotocol/serverInfo"];
    for (const key of metaKeys(body)) if (RESERVED.test(key)) expect(known).toContain(key);
    for (const { src, mimeType, sizes } of icons(body)) {
      expect(src).toMatch(/^(https:|data:image\/png)/);
      expect([mimeType, sizes]).toEqual(["image/png", expect.any(Array)]);
    }
  });

  it.each(REFUSED)("to %s $2 has one of the codes that may leave", async (method, params) => {
    const { body } = await postModern(handler, method, params);
    expect([-32700, -32600, -32601, -32602, -32603, -32020, -32021, -32022]).toContain(body.error?.code);
  });

  it("to what is not a message has one of the codes that may leave", async () => {
    for (const body of [
      "",
      "{",
      "null",
      "[]",
      "7",
      '"x"',
      '{"jsonrpc":"1.0","id":1,"method":"tools/list"}',
      '{"jsonrpc":"2.0","id":{},"method":5}',
    ]) {
      const { messages } = await post(body, headersOf("tools/list"));
      expect([-32700, -32600, -32602, -32020], body).toContain(messages[0]?.error?.code);
    }
  });

  it("has the id of its own request, also if two clients use the same ids at once", async () => {
    const ids = [0, "0", 1, "1", 9_007_199_254_740_991, "9007199254740993", "ä", "x".repeat(200)];
    const asked = ids.flatMap((id) => ["1", "2"].map((thing) => ({ id, thing })));
    const answers = await Promise.all(
      asked.map(async ({ id, thing }) => {
        const params = { name: "get_thing", arguments: { id: thing }, _meta: MODERN };
        const body = JSON.stringify({ jsonrpc: "2.0", id, method: "tools/call", params });
        return (await post(body, headersOf("tools/call", params))).messages[0];
      }),
    );
    for (const [index, { id, thing }] of asked.entries()) {
      expect(answers[index]?.id).toBe(id);
      expect(answers[index]?.result?.structuredContent).toMatchObject({ id: thing });
    }
  });
});

it("the same tool gives the same payload in both eras", async () => {
  const modern = await connectModern(factory);
  const legacy = await connectLegacy(factory);
  for (const id of ["1", "9"]) {
    const answers = await Promise.all([modern, legacy].map(({ client }) => client.callTool({ name: "get_thing", arguments: { id } })));
    const [first, second] = answers.map(({ content, structuredContent, isError }) => ({ content, structuredContent, isError }));
    expect(second).toEqual(first);
  }
  await Promise.all([modern.close(), legacy.close()]);
});

it("adopts nothing that is deprecated: no roots, sampling or logging, and asks for none of them", async () => {
  const { body } = await postModern(handler, "server/discover", {});
  expect(Object.keys(body.result?.capabilities as object).sort()).toEqual(["completions", "extensions", "prompts", "resources", "tools"]);
  for (const method of ["roots/list", "sampling/createMessage", "logging/setLevel", "initialize", "ping"]) {
    const refused = await postModern(handler, method, {});
    expect([refused.status, refused.body.error?.code], method).toEqual([404, -32601]);
  }
  const all = { elicitation: { form: {}, url: {} }, sampling: {}, roots: { listChanged: true } };
  const asked = await postModern(handler, "tools/call", { name: "delete_thing", arguments: { id: "1" } }, { capabilities: all });
  expect(Object.values(asked.body.result?.inputRequests ?? {})).toEqual([expect.objectContaining({ method: "elicitation/create" })]);
});

it("a form asks for nothing but a tick, and is never a page to open", async () => {
  const asked = await postModern(handler, "tools/call", { name: "mail_people", arguments: { people: ["ada@example.com"] } });
  const [question] = Object.values(asked.body.result?.inputRequests ?? {}) as {
    params: { mode?: string; requestedSchema: { properties: object } };
  }[];
  expect(question?.params.mode ?? "form").toBe("form");
  expect(Object.values(question?.params.requestedSchema.properties ?? {})).toEqual([{ type: "boolean", title: expect.any(String) }]);
  const urlOnly = await postModern(
    handler,
    "tools/call",
    { name: "mail_people", arguments: { people: ["ada@example.com"] } },
    { capabilities: { elicitation: { url: {} } } },
  );
  expect(urlOnly.body.result?.resultType).toBe("complete");
});

describe("a stream", () => {
  afterEach(() => vi.useRealTimers());
  const slow = { name: "count_slowly", arguments: { to: 3 } };

  it.each([undefined, "debug"])("carries no log messages, at the log level %s", async (level) => {
    const _meta = { ...MODERN, progressToken: "p", ...(level === undefined ? {} : { "io.modelcontextprotocol/logLevel": level }) };
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { ...slow, _meta } });
    const { messages } = await post(body, headersOf("tools/call", slow));
    expect(messages.length).toBeGreaterThan(1);
    expect(new Set(messages.map(({ method }) => method))).toEqual(new Set(["notifications/progress", undefined]));
  });

  it("has no progress if the call asked for none", async () => {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { ...slow, _meta: MODERN } });
    expect((await post(body, headersOf("tools/call", slow))).messages).toEqual([expect.objectContaining({ id: 1, result: expect.anything() })]);
  });

  it("is kept alive by a comment every 15 s", async () => {
    // Only what counts seconds stands still: modules that are loaded meanwhile need the rest.
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
    const { catalog } = fakeAccount();
    const endless: Catalog = catalog.map((entry) => ({
      ...entry,
      load: async () => ({
        ...(await entry.load()),
        run: (_input: unknown, { progress }: { progress(step: object): void }) => {
          progress({ done: 1, total: 2 });
          return new Promise(() => {});
        },
      }),
    })) as Catalog;
    const own = createMcpHandler(createServerFactory({ session: fakeSession(), catalog: endless, version: "1.2.3" }));
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { ...slow, _meta: { ...MODERN, progressToken: "p" } } });
    const headers = { "content-type": "application/json", accept: "application/json, text/event-stream", ...headersOf("tools/call", slow) };
    const response = await own.fetch(new Request("http://127.0.0.1/mcp", { method: "POST", headers, body }));
    expect(response.headers.get("x-accel-buffering")).toBe("no");
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    expect(decoder.decode((await reader?.read())?.value)).toContain("notifications/progress");
    let hasCome = false;
    const next = reader?.read().finally(() => {
      hasCome = true;
    });
    await vi.advanceTimersByTimeAsync(14_000);
    expect(hasCome).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(decoder.decode((await next)?.value)).toMatch(/^:.*\n\n$/);
    await own.close();
  });

  it("of a subscription is acknowledged first, tagged, and ends at once with a result: there is nothing to tell, so none is held", async () => {
    const own = createMcpHandler(factory);
    for (let id = 0; id < 1_100; id += 1) {
      const notifications = { toolsListChanged: true, promptsListChanged: true, resourceSubscriptions: ["zoom://config"] };
      const body = JSON.stringify({ jsonrpc: "2.0", id, method: "subscriptions/listen", params: { notifications, _meta: MODERN } });
      const { messages } = await post(body, headersOf("subscriptions/listen"), own);
      expect(messages.map((message) => message.method ?? message.id)).toEqual(["notifications/subscriptions/acknowledged", id]);
      expect(messages[0]?.params).toMatchObject({ notifications: {}, _meta: { "io.modelcontextprotocol/subscriptionId": expect.anything() } });
      expect(messages[1]?.result).toMatchObject({ resultType: "complete" });
    }
    await own.close();
  });
});

it("makes a server object a request, and two callers' equal ids never meet", async () => {
  let made = 0;
  const own = createMcpHandler((context) => {
    made += 1;
    return factory(context);
  });
  const calls = Array.from({ length: 500 }, (_, index) => ({ id: index % 5, thing: index % 2 ? "1" : "2" }));
  const answers = await Promise.all(
    calls.map(async ({ id, thing }) => {
      const params = { name: "get_thing", arguments: { id: thing }, _meta: MODERN };
      return (await post(JSON.stringify({ jsonrpc: "2.0", id, method: "tools/call", params }), headersOf("tools/call", params), own)).messages[0];
    }),
  );
  for (const [index, { id, thing }] of calls.entries()) expect(answers[index]).toMatchObject({ id, result: { structuredContent: { id: thing } } });
  expect(made).toBe(calls.length);
  await own.close();
});
