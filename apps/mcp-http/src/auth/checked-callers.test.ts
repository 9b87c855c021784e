import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { createServerFactory } from "@zoom-webinar/mcp-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fakeAccount } from "../../../../packages/mcp-server/testing/fake-operations.ts";
import { fakeSession } from "../../../../packages/mcp-server/testing/sessions.ts";
import { createGuard } from "../guards.ts";
import { type HttpServer, listenHttp } from "../http-server.ts";
import { createMetrics } from "../metrics.ts";
import { bearerOf, type Gate, refusal, widen } from "./gate.ts";
import { createRateLimit } from "./rate-limit.ts";

const SCOPES: Readonly<Record<string, string>> = {
  reader: "webinars:read",
  writer: "webinars:write",
  chief: "webinars:delete",
  rival: "webinars:delete",
};
const gate: Gate = async (header) => {
  const name = bearerOf(header) ?? "";
  return SCOPES[name]
    ? { principal: name, scopes: widen([SCOPES[name]]), identity: { token: name }, team: null }
    : refusal(header === undefined ? "missing" : "invalid_token", "https://m.example/x");
};
const account = fakeAccount();
let server: HttpServer;
beforeAll(async () => {
  const metrics = createMetrics();
  const factory = createServerFactory({ session: fakeSession(), catalog: account.catalog, version: "1.0.0", onCall: metrics.onCall });
  server = await listenHttp({
    handler: createMcpHandler(factory),
    host: "127.0.0.1",
    port: 0,
    guardFor: (port) => createGuard({ host: "127.0.0.1", allowHosts: [], allowOrigins: [] }, port),
    onError: () => {},
    gate,
    metadata: { path: "/.well-known/oauth-protected-resource/mcp", document: { resource: "x" } },
    rateLimit: createRateLimit(40),
    metrics,
  });
});
afterAll(() => server.stop());

const connect = async (name: string) => {
  const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode: "auto" } });
  await client.connect(new StreamableHTTPClientTransport(new URL(server.url), { requestInit: { headers: { authorization: `Bearer ${name}` } } }));
  return client;
};
const DELETE = { name: "delete_thing", arguments: { id: "1" } };

it("D1 a call without a good token is 401 and says where to get one", async () => {
  for (const headers of [{}, { authorization: "Bearer nobody" }]) {
    const response = await fetch(server.url, { method: "POST", headers, body: "{}" });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toContain('resource_metadata="https://m.example/x"');
  }
  expect((await fetch(`${server.url}?access_token=chief`, { method: "POST", body: "{}" })).status).toBe(401);
  expect(await (await fetch(new URL("/.well-known/oauth-protected-resource/mcp", server.url))).json()).toEqual({ resource: "x" });
});

it("D5 E1 scopes decide what is listed and can be called", async () => {
  const listed = async (name: string) => (await (await connect(name)).listTools()).tools.map((tool) => tool.name);
  expect(await listed("reader")).toEqual(["get_thing", "break_thing", "count_slowly", "find_operations"]);
  expect(await listed("writer")).toEqual(["get_thing", "mail_people", "break_thing", "count_slowly", "find_operations"]);
  expect(await listed("chief")).toContain("delete_thing");
  await expect((await connect("writer")).callTool(DELETE)).rejects.toMatchObject({ code: -32602 });
  expect(account.deleted).toEqual([]);
});

it("D6 T15 the confirmation of one caller is void for another", async () => {
  interface Refused {
    error: { details: { confirm_token: string } };
  }
  const chief = await connect("chief");
  const { confirm_token } = ((await chief.callTool(DELETE)).structuredContent as unknown as Refused).error.details;
  const confirmed = { ...DELETE, arguments: { ...DELETE.arguments, confirm_token } };
  expect((await (await connect("rival")).callTool(confirmed)).isError).toBe(true);
  expect(account.deleted).toEqual([]);
  await chief.callTool(confirmed);
  expect(account.deleted).toEqual(["1"]);
});

it("E6 T13 a caller beyond the rate is told when to come back; others go on; figures name no caller", async () => {
  const post = (name: string) => fetch(server.url, { method: "POST", headers: { authorization: `Bearer ${name}` }, body: "{}" });
  let limited = await post("reader");
  for (let call = 0; call < 50 && limited.status !== 429; call += 1) limited = await post("reader");
  expect(limited.status).toBe(429);
  expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await post("chief")).status).not.toBe(429);
  const text = await (await fetch(new URL("/metrics", server.url))).text();
  expect(text).toContain('zoom_webinar_calls_total{tool="delete_thing",outcome="confirmation_required"}');
  expect(text).toMatch(/zoom_webinar_refusals_total{reason="rate"} [1-9]/);
  expect(text).not.toMatch(/chief|rival|reader/);
});
