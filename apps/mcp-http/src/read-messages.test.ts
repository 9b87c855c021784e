import { createMcpHandler } from "@modelcontextprotocol/server";
import { systemClock } from "@zoom-webinar/foundation";
import { createServerFactory } from "@zoom-webinar/mcp-server";
import { fakeAccount } from "@zoom-webinar/testing/fake-operations";
import { callBody, META, modernHeaders, sendRaw } from "@zoom-webinar/testing/modern";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRateLimit } from "./auth/rate-limit.ts";
import { createGuard } from "./guards.ts";
import { type HttpServer, listenHttp, MOST_BODY_BYTES } from "./http-server.ts";

const PER_MINUTE = 60;
let nowMs = 0;

const start = async () => {
  const { catalog, seen } = fakeAccount();
  const session = { ...fakeSession(), clock: systemClock };
  const handler = createMcpHandler(createServerFactory({ session, catalog, version: "1.0.0" }), { maxRequestBodySize: MOST_BODY_BYTES });
  const guardFor = (port: number) => createGuard({ host: "127.0.0.1", allowHosts: [], allowOrigins: [] }, port);
  const rateLimit = createRateLimit(PER_MINUTE, () => nowMs);
  const timeouts = { headers: 5_000, request: 5_000, check: 100, drain: 1_000 };
  return { ...(await listenHttp({ handler, host: "127.0.0.1", port: 0, guardFor, onError: () => {}, rateLimit, timeouts })), seen };
};

let server: HttpServer & { seen: ReturnType<typeof fakeAccount>["seen"] };
beforeAll(async () => {
  server = await start();
});
afterAll(() => server.stop());

const ping = (id: number) => ({ jsonrpc: "2.0", id, method: "ping" });
const pings = (count: number) => Array.from({ length: count }, (_, id) => ping(id));
const post = (body: unknown, headers: Record<string, string> = {}, path = "/mcp") => {
  nowMs += 60_000; // a full bucket each time
  return sendRaw(server.url, {
    path,
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
};
const legacy = { accept: "application/json, text/event-stream" };

describe("the kind of an answer", () => {
  const list = { jsonrpc: "2.0", id: 1, method: "tools/list" };
  const { accept: _accept, ...modern } = modernHeaders("tools/call", "get_thing");
  const calls = [
    ["2025", {}, JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "get_thing", arguments: { id: "1" } } })],
    ["2026", modern, callBody("get_thing", { id: "1" })],
  ] as const;
  const document = expect.objectContaining({
    jsonrpc: "2.0",
    id: 1,
    result: expect.objectContaining({ structuredContent: { id: "1", name: "Launch" } }),
  });

  for (const [era, headers, body] of calls) {
    it.each([[undefined], ["*/*"], ["application/json"], ["application/*, */*;q=0.1"], [""]])(`is JSON for Accept: %s (${era})`, async (accept) => {
      const answer = await post(body, { ...headers, ...(accept === undefined ? {} : { accept }) });
      expect([answer.status, answer.headers["content-type"]]).toEqual([200, expect.stringMatching(/^application\/json/)]);
      expect(JSON.parse(answer.text)).toEqual(document);
    });

    it.each([["text/event-stream"], ["text/event-stream, application/json;q=0"]])(`is a stream of events for Accept: %s (${era})`, async (accept) => {
      const answer = await post(body, { ...headers, accept });
      expect([answer.status, answer.headers["content-type"]]).toEqual([200, "text/event-stream"]);
      const data = /^data: (\{.*\})$/m.exec(answer.text)?.[1] ?? "";
      expect(JSON.parse(data)).toEqual(document);
    });
  }

  it("is JSON also for a call that tells its progress first", async () => {
    const body = callBody("count_slowly", { to: 3 }, { meta: { progressToken: "p" } });
    const answer = await post(body, { ...modernHeaders("tools/call", "count_slowly"), accept: "*/*" });
    expect(JSON.parse(answer.text)).toMatchObject({ id: 1, result: { structuredContent: { counted: 3 } } });
  });

  it("is refused for a client that takes neither", async () => {
    expect((await post(list, { accept: "text/html" })).status).toBe(406);
  });

  it("is the same below /mcp/", async () => {
    const [one, other] = [await post(list), await post(list, {}, "/mcp/")];
    expect(other).toMatchObject({ status: 200, text: one.text });
  });
});

describe("what is not a message", () => {
  it.each([
    ["not json", -32700, null],
    [{ id: 5, method: "ping" }, -32600, 5],
    [{ jsonrpc: "2.0", id: 3, method: "tools/list", params: [] }, -32602, 3],
    ["[]", -32600, null],
  ])("gets its JSON-RPC error: %j", async (body, code, id) => {
    const { status, text } = await post(body, legacy);
    expect([status, JSON.parse(text)]).toEqual([400, expect.objectContaining({ id, error: expect.objectContaining({ code }) })]);
  });

  it("is not a byte order mark, nor params that are null", async () => {
    const { status } = await post(`\uFEFF${JSON.stringify({ jsonrpc: "2.0", id: 2, method: "tools/list", params: null })}`);
    expect(status).toBe(200);
  });
});

describe("params that do not fit", () => {
  const proto = '{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"get_thing","arguments":{"__proto__":{"id":"1"}}}}';

  it.each([
    ["an argument called __proto__", proto, '"__proto__"'],
    ["a prompt without a name", JSON.stringify({ jsonrpc: "2.0", id: 4, method: "prompts/get", params: {} }), '"name"'],
    ["a completion of nothing", JSON.stringify({ jsonrpc: "2.0", id: 4, method: "completion/complete", params: {} }), '"ref", "argument"'],
  ])("are named with -32602: %s", async (_what, body, name) => {
    const { status, text } = await post(body, legacy);
    expect([status, JSON.parse(text)]).toMatchObject([400, { id: 4, error: { code: -32602, message: expect.stringContaining(name) } }]);
  });

  it("of a method that the revision does not have are not looked at: the method is unknown", async () => {
    const body = { jsonrpc: "2.0", id: 4, method: "initialize", params: { _meta: META } };
    const { text } = await post(body, modernHeaders("initialize"));
    expect(JSON.parse(text)).toMatchObject({ id: 4, error: { code: -32601 } });
  });

  it("cost the other messages of a batch nothing", async () => {
    const { status, text } = await post([ping(1), { jsonrpc: "2.0", id: 2, method: "prompts/get", params: {} }]);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 1, result: {} }), expect.objectContaining({ id: 2, error: expect.anything() })]),
    );
  });
});

describe("batches", () => {
  it.each(["2024-11-05", "2025-06-18", "2025-11-25", "2026-07-28"])("are refused with -32600 under revision %s", async (revision) => {
    const { status, text } = await post(pings(2), { ...legacy, "mcp-protocol-version": revision });
    expect([status, JSON.parse(text)]).toMatchObject([400, { id: null, error: { code: -32600 } }]);
  });

  it.each([[{}], [{ "mcp-protocol-version": "2025-03-26" }]])(
    "are answered under revision 2025-03-26, which is meant without a header %j",
    async (headers) => {
      const { status, text } = await post(pings(3), headers);
      expect(status).toBe(200);
      expect((JSON.parse(text) as { id: number }[]).map(({ id }) => id).sort()).toEqual([0, 1, 2]);
    },
  );

  it("count as many calls as they hold: a minute lets no more through than without them", async () => {
    await post(ping(0));
    nowMs += 60_000;
    let through = 0;
    for (let round = 0; round < 20; round += 1) {
      const { status, text, headers } = await sendRaw(server.url, {
        headers: { "content-type": "application/json" },
        body: JSON.stringify(pings(25)),
      });
      if (status === 200) through += (JSON.parse(text) as unknown[]).length;
      else expect([status, Number(headers["retry-after"])]).toEqual([429, expect.any(Number)]);
    }
    expect(through).toBe(50);
    expect((await post(pings(PER_MINUTE + 5))).status).toBe(400);
  });
});

describe("a stop", () => {
  it("waits for a write whose header calls it a stream", async () => {
    const own = await start();
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "count_slowly", arguments: { to: 10 } } });
    const running = sendRaw(own.url, { headers: { "content-type": "application/json", "mcp-method": "subscriptions/listen" }, body });
    await expect.poll(() => own.seen.counting, { interval: 5 }).toBe(true);
    const stopped = own.stop();
    expect(JSON.parse((await running).text)).toMatchObject({ result: { structuredContent: { counted: 10 } } });
    await stopped;
    expect(own.seen.aborted).toBe(false);
  });

  it("does not wait for a stream whose header calls it a call", async () => {
    const own = await start();
    const params = { notifications: { toolsListChanged: true }, _meta: META };
    const listen = JSON.stringify({ jsonrpc: "2.0", id: "l", method: "subscriptions/listen", params });
    const response = await fetch(own.url, { method: "POST", headers: modernHeaders("subscriptions/listen"), body: listen });
    const startedMs = performance.now();
    await own.stop();
    expect(performance.now() - startedMs).toBeLessThan(900);
    expect(await response.text()).toContain('"result"');
  });
});
