import { Agent, request as httpRequest } from "node:http";
import { connect } from "node:net";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Client as OldClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as OldTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { systemClock } from "@zoom-webinar/foundation";
import { createServerFactory } from "@zoom-webinar/mcp-server";
import { fakeAccount } from "@zoom-webinar/testing/fake-operations";
import { callBody, META, modernHeaders, sendRaw } from "@zoom-webinar/testing/modern";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGuard } from "./guards.ts";
import { type HttpServer, type HttpTimeouts, listenHttp, MOST_BODY_BYTES } from "./http-server.ts";

const start = async (timeouts?: HttpTimeouts) => {
  const account = fakeAccount();
  const session = { ...fakeSession(), clock: systemClock };
  const handler = createMcpHandler(createServerFactory({ session, catalog: account.catalog, version: "1.0.0" }), {
    maxRequestBodySize: MOST_BODY_BYTES,
  });
  const guardFor = (port: number) => createGuard({ host: "127.0.0.1", allowHosts: [], allowOrigins: [] }, port);
  const server = await listenHttp({ handler, host: "127.0.0.1", port: 0, guardFor, onError: () => {}, timeouts });
  return { ...server, account };
};

const call = (name: string, args: object, meta: object = {}) => callBody(name, args, { meta });

let server: HttpServer & { account: ReturnType<typeof fakeAccount> };
beforeAll(async () => {
  server = await start();
});
afterAll(() => server.stop());

const send = (method: string, path: string, headers: Record<string, string>, body = "") => sendRaw(server.url, { method, path, headers, body });

describe("clients", () => {
  it("v2 modern, v2 in 2025 and v1 get the same answer", async () => {
    const url = new URL(server.url);
    const answers: unknown[] = [];
    for (const mode of ["auto", "legacy"] as const) {
      const client = new Client({ name: "t", version: "1" }, { versionNegotiation: { mode } });
      await client.connect(new StreamableHTTPClientTransport(url));
      answers.push((await client.callTool({ name: "get_thing", arguments: { id: "1" } })).structuredContent);
      expect((await client.listTools()).tools).toHaveLength(6);
      await client.close();
    }
    const old = new OldClient({ name: "t", version: "1" });
    // The old SDK's own types disagree with exactOptionalPropertyTypes.
    await old.connect(new OldTransport(url) as Parameters<OldClient["connect"]>[0]);
    answers.push((await old.callTool({ name: "get_thing", arguments: { id: "1" } })).structuredContent);
    expect((await old.listTools()).tools).toHaveLength(6);
    await old.close();
    expect(answers).toEqual(Array(3).fill({ id: "1", name: "Launch" }));
  });
});

describe("guards", () => {
  it("foreign Host and foreign Origin get 403 on every method, and nothing runs", async () => {
    const own = new URL(server.url).host;
    const body = call("get_thing", { id: "1" });
    const headers = modernHeaders("tools/call", "get_thing");
    for (const method of ["POST", "GET", "DELETE", "OPTIONS"]) {
      expect((await send(method, "/mcp", { ...headers, host: "evil.example.com" }, body)).status).toBe(403);
      expect((await send(method, "/mcp", { ...headers, host: own, origin: "https://evil.example.com" }, body)).status).toBe(403);
    }
    const allowed = await send("POST", "/mcp", { ...headers, host: own, origin: `http://${own}` }, body);
    expect(allowed.status).toBe(200);
    expect(Object.keys(allowed.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("health answers whoever asks by address, and says nothing else", async () => {
    expect(await send("GET", "/healthz", { host: "10.0.0.1" })).toMatchObject({ status: 200, text: '{"status":"ok"}' });
    expect(await send("GET", "/readyz", { host: "10.0.0.1" })).toMatchObject({ status: 200, text: '{"status":"ready"}' });
    expect((await send("GET", "/else", {})).status).toBe(404);
  });
});

describe("protocol over HTTP", () => {
  const body = call("get_thing", { id: "1" });

  it.each([
    ["no version", { "mcp-protocol-version": "" }],
    ["another version", { "mcp-protocol-version": "2025-11-25" }],
    ["another method", { "mcp-method": "tools/list" }],
    ["another name", { "mcp-name": "delete_thing" }],
  ])("%s in the headers gets 400 and -32020", async (_what, wrong) => {
    const headers: Record<string, string> = { ...modernHeaders("tools/call", "get_thing"), ...wrong };
    for (const [name, value] of Object.entries(headers)) if (value === "") delete headers[name];
    const { status, text } = await send("POST", "/mcp", headers, body);
    expect(status).toBe(400);
    expect(JSON.parse(text).error.code).toBe(-32020);
  });

  it("unknown method 404, notification 202 and empty, GET and DELETE 405", async () => {
    const unknown = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "no/such", params: { _meta: META } });
    expect((await send("POST", "/mcp", modernHeaders("no/such"), unknown)).status).toBe(404);
    const note = JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" });
    expect(await send("POST", "/mcp", { "content-type": "application/json", accept: "application/json, text/event-stream" }, note)).toMatchObject({
      status: 202,
      text: "",
    });
    for (const method of ["GET", "DELETE", "PUT", "OPTIONS"]) {
      const { status, headers } = await send(method, "/mcp", { accept: "text/event-stream" });
      expect([status, headers.allow]).toEqual([405, "POST"]);
    }
  });

  it("issues no session and ignores one that is sent", async () => {
    const { status, headers } = await send(
      "POST",
      "/mcp",
      { ...modernHeaders("tools/call", "get_thing"), "mcp-session-id": "mine", "last-event-id": "7" },
      body,
    );
    expect(status).toBe(200);
    expect(headers["mcp-session-id"]).toBeUndefined();
  });

  it("answers what is not JSON in JSON-RPC, and what is not declared as JSON with 415", async () => {
    const broken = await send("POST", "/mcp", { "content-type": "application/json", accept: "application/json, text/event-stream" }, "{nonsense");
    expect([broken.status, JSON.parse(broken.text).error.code]).toEqual([400, -32700]);
    expect((await send("POST", "/mcp", { "content-type": "text/plain" }, body)).status).toBe(415);
    const none = await send("POST", "/mcp", { "content-type": "x" }, body); // Refused by fastify itself, before anything of ours
    expect([none.status, JSON.parse(none.text)]).toEqual([
      415,
      expect.objectContaining({ jsonrpc: "2.0", error: expect.objectContaining({ code: -32000 }) }),
    ]);
  });

  it("closing the stream aborts the call", async () => {
    const stop = new AbortController();
    const headers = modernHeaders("tools/call", "count_slowly");
    const progress = call("count_slowly", { to: 1000 }, { progressToken: "p" });
    const response = await fetch(server.url, { method: "POST", headers, body: progress, signal: stop.signal });
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    expect(response.headers.get("x-accel-buffering")).toBe("no");
    const reader = response.body?.getReader();
    await reader?.read();
    const closedAtMs = performance.now();
    stop.abort();
    await expect.poll(() => server.account.seen.aborted, { interval: 5, timeout: 1_000 }).toBe(true);
    expect(performance.now() - closedAtMs).toBeLessThan(500);
  });
});

describe("limits", () => {
  it("a body over 1 MiB gets 413, whether its length is said or not", async () => {
    const big = call("get_thing", { id: "x".repeat(MOST_BODY_BYTES) });
    const headers = modernHeaders("tools/call", "get_thing");
    expect((await send("POST", "/mcp", { ...headers, "content-length": String(Buffer.byteLength(big)) }, big)).status).toBe(413);
    expect((await send("POST", "/mcp", { ...headers, "transfer-encoding": "chunked" }, big)).status).toBe(413);
    expect((await send("POST", "/mcp", headers, call("get_thing", { id: "1" }))).status).toBe(200);
  });

  it("a batch over the limit gets 400", async () => {
    const batch = JSON.stringify(Array.from({ length: 101 }, (_, id) => ({ jsonrpc: "2.0", id, method: "ping" })));
    const headers = { "content-type": "application/json", accept: "application/json, text/event-stream" };
    expect((await send("POST", "/mcp", headers, batch)).status).toBe(400);
  });

  it("headers over 16 KiB get 431", async () => {
    expect((await send("GET", "/healthz", { "x-long": "x".repeat(17 * 1024) })).status).toBe(431);
  });

  it("JSON nested 100,000 deep and half a million values neither kill nor stall it", async () => {
    const headers = modernHeaders("tools/call", "get_thing");
    const deep = call("get_thing", {}).replace('"arguments":{}', `"arguments":{"id":${"[".repeat(100_000)}${"]".repeat(100_000)}}`);
    const wide = call("get_thing", {}).replace('"arguments":{}', `"arguments":{"id":[${"1,".repeat(500_000)}1]}`);
    const startedMs = performance.now();
    for (const body of [deep, wide]) expect((await send("POST", "/mcp", headers, body)).status).toBeLessThan(500);
    expect(performance.now() - startedMs).toBeLessThan(3_000);
    expect((await send("POST", "/mcp", headers, call("get_thing", { id: "1" }))).status).toBe(200);
  });

  it.each([
    ["headers", "POST /mcp HTTP/1.1\r\nHost: x\r\n"],
    ["body", "POST /mcp HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"],
  ])("a client that never ends its %s is cut off", async (_what, start_) => {
    const hasty = await start({ headers: 150, request: 300, check: 50, drain: 100 });
    const { hostname, port, host } = new URL(hasty.url);
    const closed = new Promise<string>((resolve) => {
      let text = "";
      const socket = connect(Number(port), hostname, () => socket.write(start_.replace("HOST", host)));
      socket.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      socket.on("close", () => resolve(text)).on("error", () => {});
    });
    expect(await closed).toMatch(/^HTTP\/1\.1 408|^$/);
    await hasty.stop();
  });
});

/** Status of /readyz over a connection that is kept; 0 if there is none any more. */
const ready = (url: string, agent: Agent): Promise<number> =>
  new Promise((resolve) => {
    const request = httpRequest(new URL("/readyz", url), { agent }, (response) =>
      response.resume().on("end", () => resolve(response.statusCode ?? 0)),
    );
    request.on("error", () => resolve(0)).end();
  });

describe("stopping", () => {
  it("answers what is running, takes nothing new", async () => {
    const own = await start({ headers: 1_000, request: 1_000, check: 100, drain: 2_000 });
    const headers = modernHeaders("tools/call", "count_slowly");
    const running = fetch(own.url, { method: "POST", headers, body: call("count_slowly", { to: 10 }) });
    await expect.poll(() => own.account.seen.counting, { interval: 5 }).toBe(true);
    const agent = new Agent({ keepAlive: true });
    expect(await ready(own.url, agent)).toBe(200);
    const stopped = own.stop();
    expect(await ready(own.url, agent)).not.toBe(200);
    agent.destroy();
    expect(await (await running).json()).toMatchObject({ result: { structuredContent: { counted: 10 } } });
    await stopped;
    await expect(fetch(own.url, { method: "POST", headers, body: "{}" })).rejects.toThrow();
  });

  it("ends a listen stream with its final result", async () => {
    const own = await start({ headers: 1_000, request: 1_000, check: 100, drain: 2_000 });
    const body = JSON.stringify({
      jsonrpc: "2.0",
      id: "l",
      method: "subscriptions/listen",
      params: { notifications: { toolsListChanged: true }, _meta: META },
    });
    const response = await fetch(own.url, { method: "POST", headers: modernHeaders("subscriptions/listen"), body });
    const startedMs = performance.now();
    await own.stop();
    const text = await response.text();
    expect(performance.now() - startedMs).toBeLessThan(1_000);
    expect(text.indexOf("notifications/subscriptions/acknowledged")).toBeGreaterThan(-1);
    expect(text.trimEnd().split("\n").at(-1)).toMatch(/^data: .*"id":"l".*"result"|^data: .*"result".*"id":"l"/);
  });

  it("does not wait beyond the grace, and aborts what is left", async () => {
    const own = await start({ headers: 1_000, request: 1_000, check: 100, drain: 100 });
    const running = fetch(own.url, {
      method: "POST",
      headers: modernHeaders("tools/call", "count_slowly"),
      body: call("count_slowly", { to: 1000 }),
    });
    void running.catch(() => {});
    await expect.poll(() => own.account.seen.counting, { interval: 5 }).toBe(true);
    const startedMs = performance.now();
    await own.stop();
    expect(performance.now() - startedMs).toBeLessThan(1_000);
    await expect.poll(() => own.account.seen.aborted).toBe(true);
  });
});
