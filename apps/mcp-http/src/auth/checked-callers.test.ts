import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { createServerFactory, neededScopes, widen } from "@zoom-webinar/mcp-server";
import { fakeAccount } from "@zoom-webinar/testing/fake-operations";
import { META, modernHeaders, sendRaw } from "@zoom-webinar/testing/modern";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGuard } from "../guards.ts";
import { type HttpServer, listenHttp } from "../http-server.ts";
import { createMetrics } from "../metrics.ts";
import { bearerOf, type Gate, refusal } from "./gate.ts";
import { createRateLimit } from "./rate-limit.ts";
import { challengeScopes } from "./scope-challenge.ts";

const SCOPES: Readonly<Record<string, string>> = {
  nobody: "openid",
  reader: "webinars:read",
  writer: "webinars:write",
  chief: "webinars:delete",
  rival: "webinars:delete",
};
const METADATA = "https://m.example/x";
const gate: Gate = async (header) => {
  const name = bearerOf(header) ?? "";
  return SCOPES[name]
    ? { principal: name, scopes: widen([SCOPES[name]]), identity: { token: name }, team: null }
    : refusal(header === undefined ? "missing" : "invalid_token", METADATA);
};
const account = fakeAccount();
const guardFor = (port: number) => createGuard({ host: "127.0.0.1", allowHosts: [], allowOrigins: [] }, port);
let server: HttpServer;
beforeAll(async () => {
  const metrics = createMetrics();
  const factory = createServerFactory({ session: fakeSession(), catalog: account.catalog, version: "1.0.0", onCall: metrics.onCall });
  const handler = challengeScopes(createMcpHandler(factory), {
    neededScopes: (body) => neededScopes(body, account.catalog),
    metadataUrl: METADATA,
    onRefusal: metrics.onRefusal,
  });
  server = await listenHttp({
    handler,
    host: "127.0.0.1",
    port: 0,
    guardFor,
    admin: { host: "127.0.0.1", port: 0, guardFor },
    onError: () => {},
    gate,
    metadata: { path: "/.well-known/oauth-protected-resource/mcp", document: { resource: "x" } },
    rateLimit: createRateLimit(60),
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

it("a call without a good token is 401 and says where to get one; a token in the query string does not count", async () => {
  for (const headers of [{}, { authorization: "Bearer unknown" }]) {
    const response = await fetch(server.url, { method: "POST", headers, body: "{}" });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toContain(`resource_metadata="${METADATA}"`);
  }
  expect((await fetch(`${server.url}?access_token=chief`, { method: "POST", body: "{}" })).status).toBe(401);
  expect(await (await fetch(new URL("/.well-known/oauth-protected-resource/mcp", server.url))).json()).toEqual({ resource: "x" });
});

it("scopes decide what is listed and can be called", async () => {
  const listed = async (name: string) => (await (await connect(name)).listTools()).tools.map((tool) => tool.name);
  expect(await listed("reader")).toEqual(["get_thing", "break_thing", "count_slowly", "find_operations"]);
  expect(await listed("writer")).toEqual(["get_thing", "mail_people", "break_thing", "count_slowly", "find_operations"]);
  expect(await listed("chief")).toContain("delete_thing");
});

describe("a good token that lacks a scope", () => {
  const ask = (name: string, method: string, params: object, tool?: string) => {
    const headers = { ...modernHeaders(method, tool), authorization: `Bearer ${name}` };
    return sendRaw(server.url, { headers, body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params: { ...params, _meta: META } }) });
  };
  const call = (name: string, tool: string, args: object) => ask(name, "tools/call", { name: tool, arguments: args }, tool);
  const insufficient = (scope: string) => `Bearer error="insufficient_scope", scope="${scope}", resource_metadata="${METADATA}"`;
  const [READ, WRITE, DELETE_] = ["webinars:read", "webinars:read webinars:write", "webinars:read webinars:write webinars:delete"];
  const runner = (tool: string) => ({ tool, arguments: { id: "1" } });

  it.each([
    ["nobody", "get_thing", { id: "1" }, READ],
    ["reader", "mail_people", { people: ["a@example.com"] }, WRITE],
    ["reader", "delete_thing", { id: "1" }, DELETE_],
    ["writer", "delete_thing", { id: "1" }, DELETE_],
    ["reader", "run_write_operation", runner("mail_people"), WRITE],
    ["writer", "run_write_operation", runner("delete_thing"), DELETE_],
    ["writer", "run_write_operation", runner("things.delete"), DELETE_],
    ["writer", "run_read_operation", runner("delete_thing"), DELETE_],
  ])("%s calling %s gets 403 with all scopes that it needs, and is told the one that it lacks: %j", async (name, tool, args, scope) => {
    const { status, headers, text } = await call(name, tool, args);
    expect([status, headers["www-authenticate"]]).toEqual([403, insufficient(scope ?? "")]);
    expect(JSON.parse(text).error.message).toBe(`This call needs a token with the scope ${scope?.split(" ").at(-1)}.`);
    expect([account.deleted, account.mailed]).toEqual([[], []]);
  });

  it("whatever it asks for, a token without a scope of ours gets 403", async () => {
    for (const method of ["tools/list", "resources/list", "server/discover", "prompts/list"])
      expect((await ask("nobody", method, {})).headers["www-authenticate"]).toBe(insufficient("webinars:read"));
  });

  it("what it covers goes through, and what is not JSON is answered as for everybody", async () => {
    expect((await call("reader", "get_thing", { id: "1" })).status).toBe(200);
    expect((await call("writer", "mail_people", { people: ["a@example.com"] })).status).toBe(200);
    for (const name of ["reader", "chief"]) {
      const broken = await sendRaw(server.url, { headers: { ...modernHeaders("tools/call"), authorization: `Bearer ${name}` }, body: "{nonsense" });
      expect([broken.status, JSON.parse(broken.text).error.code]).toEqual([400, -32700]);
    }
  });

  it("an older client that batches gets 403 if one of its calls is not covered", async () => {
    const batch = ["get_thing", "delete_thing"].map((name, id) => ({
      jsonrpc: "2.0",
      id,
      method: "tools/call",
      params: { name, arguments: { id: "1" } },
    }));
    const headers = { "content-type": "application/json", accept: "application/json, text/event-stream", authorization: "Bearer reader" };
    expect((await sendRaw(server.url, { headers, body: JSON.stringify(batch) })).status).toBe(403);
  });
});

it("the confirmation of one caller is void for another", async () => {
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

it("a caller beyond the rate is told when to come back; others go on; figures name no caller", async () => {
  const post = (name: string) => fetch(server.url, { method: "POST", headers: { authorization: `Bearer ${name}` }, body: "{}" });
  let limited = await post("reader");
  for (let call = 0; call < 80 && limited.status !== 429; call += 1) limited = await post("reader");
  expect(limited.status).toBe(429);
  expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await post("chief")).status).not.toBe(429);
  const text = await (await fetch(new URL("/metrics", server.adminUrl))).text();
  expect(text).toContain('zoom_webinar_calls_total{tool="delete_thing",outcome="confirmation_required"}');
  expect(text).toMatch(/zoom_webinar_refusals_total{reason="rate"} [1-9]/);
  expect(text).not.toMatch(/chief|rival|reader/);
});
