import { request as httpRequest } from "node:http";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { createServerFactory } from "@zoom-webinar/mcp-server";
import { fakeAccount } from "@zoom-webinar/testing/fake-operations";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createGuard } from "./guards.ts";
import { type HttpServer, listenHttp, MOST_BODY_BYTES } from "./http-server.ts";

// What was found in the SDKs of this protocol once, tried on our own server.

let server: HttpServer;
beforeAll(async () => {
  const factory = createServerFactory({ session: fakeSession(), catalog: fakeAccount().catalog, version: "1.0.0" });
  server = await listenHttp({
    handler: createMcpHandler(factory, { maxRequestBodySize: MOST_BODY_BYTES }),
    host: "127.0.0.1",
    port: 0,
    guardFor: (port) => createGuard({ host: "127.0.0.1", allowHosts: [], allowOrigins: [] }, port),
    onError: () => {},
  });
});
afterAll(() => server.stop());

const VERSION = "2026-07-28";
const _meta = { "io.modelcontextprotocol/protocolVersion": VERSION, "io.modelcontextprotocol/clientCapabilities": {} };
const inBase64 = (text: string) => `=?base64?${Buffer.from(text).toString("base64")}?=`;

interface Answer {
  status: number;
  body: { id?: unknown; result?: { structuredContent?: unknown }; error?: { code: number } };
}
const post = async (method: string, params: Record<string, unknown>, headers: Record<string, string> = {}, id: unknown = 1): Promise<Answer> => {
  const named = params.name ?? params.uri;
  const response = await fetch(server.url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      "mcp-protocol-version": VERSION,
      "mcp-method": method,
      ...(typeof named === "string" ? { "mcp-name": inBase64(named) } : {}),
      ...headers,
    },
    body: JSON.stringify({ jsonrpc: "2.0", id, method, params: { ...params, _meta } }),
  });
  return { status: response.status, body: (await response.json()) as Answer["body"] };
};
const get = (path: string, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = httpRequest(new URL(path, server.url), { headers: { host } }, (response) => resolve(response.resume().statusCode ?? 0));
    request.on("error", reject).end();
  });

it("GHSA-f897-62hf-6gxq a body without end is not read to its end", async () => {
  const { status } = await post("tools/call", { name: "get_thing", arguments: { id: "x".repeat(2 * MOST_BODY_BYTES) } }, {}).catch(() => ({
    status: 413, // cut off while it was still sending
  }));
  expect(status).toBe(413);
});

it("GHSA-46jr-4wx8-v453 CVE-2026-111768 300,000 values in the arguments of a call are refused, not walked through", async () => {
  const before = process.memoryUsage().rss;
  const startedMs = performance.now();
  const { body } = await post("tools/call", { name: "mail_people", arguments: { people: Array.from({ length: 300_000 }, () => 1) } });
  expect(body.error?.code).toBe(-32602);
  expect(performance.now() - startedMs).toBeLessThan(1_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
});

it("GHSA-345p-7cg4-v4c7 GHSA-jm63-cq47-j5jp CVE-2026-111770 answers to equal ids of several clients never cross", async () => {
  const calls = Array.from({ length: 200 }, (_, index) => ({ id: index % 3, thing: index % 2 ? "1" : "2" }));
  const answers = await Promise.all(calls.map(({ id, thing }) => post("tools/call", { name: "get_thing", arguments: { id: thing } }, {}, id)));
  for (const [index, { id, thing }] of calls.entries())
    expect(answers[index]?.body).toMatchObject({ id, result: { structuredContent: { id: thing } } });
});

it("GHSA-w48q-cv73-mx4w CVE-2025-66414: a name that was pointed to this machine reaches nothing", async () => {
  expect(await get("/mcp", "rebound.example.com")).toBe(403);
  expect((await post("tools/list", {}, { origin: "http://rebound.example.com" })).status).toBe(403);
});

it("CVE-2026-0621 texts made to send patterns in circles are answered at once", async () => {
  const long = 100_000;
  const made = ["1".repeat(long), "a/".repeat(long / 2), "{".repeat(long), `${" ".repeat(long)}x`, "&#".repeat(long / 2), "-_".repeat(long / 2)];
  const asked: [string, Record<string, unknown>][] = made.flatMap((text) => [
    ["resources/read", { uri: `zoom://webinars/${text}` }],
    ["resources/read", { uri: text }],
    ["tools/call", { name: "get_thing", arguments: { id: text } }],
    ["tools/call", { name: "get_thing", arguments: { [text]: 1 } }],
    ["tools/call", { name: "find_operations", arguments: { words: text } }],
    ["prompts/get", { name: "plan_webinar", arguments: { topic: text } }],
    ["completion/complete", { ref: { type: "ref/prompt", name: "plan_webinar" }, argument: { name: "timezone", value: text } }],
  ]);
  for (const [method, params] of asked) {
    // Processor time: another program may hold up the answer, and a pattern that runs in circles holds the processor.
    const before = process.cpuUsage();
    // A name of that length is too long for a header already.
    const headers: Record<string, string> = String(params.uri ?? "").length > 10_000 ? { "mcp-name": "long" } : {};
    expect((await post(method, params, headers)).status).toBeLessThan(500);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000, `${method} ${JSON.stringify(params).slice(0, 80)}`).toBeLessThan(500);
  }
});

it("a name that is not plain text comes in base64, and is compared decoded", async () => {
  const params = { name: "get_thing", arguments: { id: "1" } };
  expect((await post("tools/call", params)).status).toBe(200);
  for (const name of [inBase64("delete_thing"), "=?base64?%%%?=", inBase64("")]) {
    const { status, body } = await post("tools/call", params, { "mcp-name": name });
    expect([status, body.error?.code], name).toEqual([400, -32020]);
  }
});

it("there is no HTTP+SSE transport and no registration of clients", async () => {
  const { host } = new URL(server.url);
  for (const path of ["/sse", "/messages", "/register", "/authorize", "/token", "/.well-known/oauth-authorization-server"])
    expect(await get(path, host), path).toBe(404);
});
