import { createMcpHandler } from "@modelcontextprotocol/server";
import { connectLegacy, postModern } from "@zoom-webinar/testing/connect";
import { fakeAccount } from "@zoom-webinar/testing/fake-operations";
import { fakeSession } from "@zoom-webinar/testing/sessions";
import { afterAll, describe, expect, it } from "vitest";
import { createLog } from "./log.ts";
import { createServerFactory } from "./server-factory.ts";

const lines: string[] = [];
const log = createLog("info", (line) => lines.push(line));
const factory = createServerFactory({ session: fakeSession(), catalog: fakeAccount().catalog, version: "1.2.3", log });
const handler = createMcpHandler(factory);
afterAll(() => handler.close());

const raw = async (body: unknown) => {
  const headers = { "content-type": "application/json", accept: "application/json, text/event-stream" };
  const response = await handler.fetch(new Request("http://127.0.0.1/mcp", { method: "POST", headers, body: JSON.stringify(body) }));
  const text = await response.text();
  const data = /^data: (.*)$/m.exec(text)?.[1] ?? text;
  return { status: response.status, body: data === "" ? null : (JSON.parse(data) as Record<string, unknown>) };
};

describe("2026-07-28", () => {
  it("answers an unknown version with -32022 and what is supported", async () => {
    const _meta = { "io.modelcontextprotocol/protocolVersion": "2099-01-01", "io.modelcontextprotocol/clientCapabilities": {} };
    const { status, body } = await raw({ jsonrpc: "2.0", id: 1, method: "tools/list", params: { _meta } });
    expect(status).toBe(400);
    expect(body?.error).toMatchObject({ code: -32022, data: { supported: ["2026-07-28"], requested: "2099-01-01" } });
  });

  it("answers a request without capabilities with -32602", async () => {
    const _meta = { "io.modelcontextprotocol/protocolVersion": "2026-07-28" };
    const { status, body } = await raw({ jsonrpc: "2.0", id: 1, method: "tools/list", params: { _meta } });
    expect(status).toBe(400);
    expect(body?.error).toMatchObject({ code: -32602 });
  });

  it("discover names versions, capabilities, age and server, with short instructions", async () => {
    const { body } = await postModern(handler, "server/discover", {});
    expect(body.result).toMatchObject({
      resultType: "complete",
      supportedVersions: expect.arrayContaining(["2026-07-28"]),
      capabilities: { tools: {} },
      cacheScope: "private",
      _meta: { "io.modelcontextprotocol/serverInfo": { name: "zoom-webinar", title: "Zoom Webinar", version: "1.2.3" } },
    });
    expect(body.result?.ttlMs).toBeGreaterThan(0);
    expect(String(body.result?.instructions).length).toBeLessThanOrEqual(800);
    expect(body.result?.capabilities).not.toHaveProperty("logging");
  });

  it("lists say how long they may be kept, and are private", async () => {
    const { body } = await postModern(handler, "tools/list", {});
    expect(body.result).toMatchObject({ cacheScope: "private", ttlMs: 300_000 });
  });

  it("answers an unknown method with -32601", async () => {
    const { status, body } = await postModern(handler, "things/unheard-of", {});
    expect(status).toBe(404);
    expect(body.error?.code).toBe(-32601);
  });

  it("logs a call with its trace, and ignores a malformed one", async () => {
    lines.length = 0;
    const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    await postModern(handler, "tools/call", { name: "get_thing", arguments: { id: "1" }, _meta: { traceparent } });
    await postModern(handler, "tools/call", { name: "get_thing", arguments: { id: "1" }, _meta: { traceparent: "x\n{}" } });
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "info", event: "tool", tool: "get_thing", outcome: "done", traceparent });
    expect(JSON.parse(lines[1] ?? "")).not.toHaveProperty("traceparent");
  });
});

describe("2025 revisions", () => {
  it.each(["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"])("initialize agrees on %s", async (protocolVersion) => {
    const params = { protocolVersion, capabilities: {}, clientInfo: { name: "t", version: "1" } };
    const { body } = await raw({ jsonrpc: "2.0", id: "0", method: "initialize", params });
    expect(body).toMatchObject({ id: "0", result: { protocolVersion, serverInfo: { name: "zoom-webinar", version: "1.2.3" } } });
  });

  it("ping and logging/setLevel work", async () => {
    const { client, close } = await connectLegacy(factory);
    await client.ping();
    await client.setLoggingLevel("debug");
    await close();
  });

  it("ids come back as they were", async () => {
    for (const id of [0, "0", 9_007_199_254_740_991, "ä"]) {
      expect((await raw({ jsonrpc: "2.0", id, method: "tools/list" })).body?.id).toBe(id);
    }
  });
});
