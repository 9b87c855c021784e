import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { callBody, modernHeaders, sendRaw } from "@zoom-webinar/testing/modern";
import { reverseProxy } from "@zoom-webinar/testing/reverse-proxy";
import { manifest } from "@zoom-webinar/webinar-core/doors";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { openHttpForTest } from "./test/open.ts";
import { serveTeams } from "./test/teams.ts";

const home = mkdtempSync(join(tmpdir(), "zw-admin-"));
const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));
const keep = <T extends { close(): Promise<unknown> }>(each: T): T => {
  open.push(each);
  return each;
};
const start = async (argv: readonly string[]) => keep(await openHttpForTest(["--emulator", ...argv], { ZOOM_WEBINAR_HOME: home }));
const get = (base: string, path: string, headers: Record<string, string> = {}) => sendRaw(base, { method: "GET", path, headers });
const PROBES = ["/healthz", "/readyz", "/metrics"];
const statuses = async (base: string) => Promise.all(PROBES.map(async (path) => (await get(base, path)).status));

describe("--admin-port", () => {
  it("has health and figures to itself, and no calls", async () => {
    const server = await start(["--admin-port", "0"]);
    expect(await statuses(server.adminUrl)).toEqual([200, 200, 200]);
    expect(await statuses(server.url)).toEqual([404, 404, 404]);
    const body = callBody("get_users", {});
    const headers = modernHeaders("tools/call", "get_users");
    expect((await sendRaw(server.adminUrl, { headers, body })).status).toBe(404);
    expect((await sendRaw(server.url, { headers, body })).status).toBe(200);
    expect(new URL(server.adminUrl).hostname).toBe("127.0.0.1");
  });

  it("keeps pages of other sites from the figures on this machine; answers any name if it is for other machines", async () => {
    const [local, wide] = [await start(["--admin-port", "0"]), await start(["--admin-port", "0", "--admin-host", "0.0.0.0"])];
    const foreign = { host: "evil.example.com" };
    expect((await get(local.adminUrl, "/metrics", foreign)).status).toBe(403);
    expect((await get(local.adminUrl, "/readyz", foreign)).status).toBe(200);
    const port = new URL(wide.adminUrl).port;
    expect((await get(`http://127.0.0.1:${port}`, "/metrics", { host: "10.0.0.7:9090" })).status).toBe(200);
  });

  it("without it they are on the main port, and the figures only if callers are not checked", async () => {
    expect(await statuses((await start([])).url)).toEqual([200, 200, 200]);
    const tokens = join(home, "tokens");
    writeFileSync(tokens, `bot ${createHash("sha256").update("good").digest("hex")} webinars:delete`);
    expect(await statuses((await start(["--auth", "bearer", "--tokens", tokens])).url)).toEqual([200, 200, 404]);
  });

  it("a port that is taken is named with its flag, and the main one is given back", async () => {
    const first = await start(["--admin-port", "0"]);
    const { port } = new URL(first.adminUrl);
    await expect(start(["--admin-port", port])).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use. Choose another with --admin-port, or 0 for a free one.`,
    );
  });
});

it("the figures tell calls and times by tool, and Zoom's requests, 429s and tokens by label; nobody's name", async () => {
  const { server, accounts, close } = await serveTeams(["events"], ["--admin-port", "0"]);
  open.push({ close });
  const figures = async () => (await get(server.adminUrl, "/metrics")).text;
  const client = new Client({ name: "a-client-of-ada", version: "1" }, { versionNegotiation: { mode: "auto" } });
  const requestInit = { headers: { authorization: "Bearer token-events" } };
  await client.connect(new StreamableHTTPClientTransport(new URL(server.url), { requestInit }));
  accounts[0]?.emulator.controls.addFault({ on: "api", kind: "rate-limit", limit: "second" });
  const list = await client.callTool({ name: "list_webinars", arguments: { user_id: "ada@example.com" } });
  expect(list.isError).toBeFalsy();
  await client.callTool({ name: "get_webinar", arguments: { webinar_id: "99999999999" } });
  for (const name of ["no_such_tool", "x".repeat(100), "a-client-of-ada"]) await client.callTool({ name, arguments: {} }).catch(() => {});
  await client.callTool({ name: "run_read_operation", arguments: { tool: "surely_no_operation" } });
  await client.close();
  const text = await figures();
  for (const line of [
    'zoom_webinar_calls_total{tool="list_webinars",outcome="done"} 1',
    'zoom_webinar_calls_total{tool="get_webinar",outcome="not_found"} 1',
    'zoom_webinar_call_seconds_count{tool="list_webinars"} 1',
    'zoom_webinar_call_seconds_bucket{le="30",tool="list_webinars"} 1',
    'zoom_webinar_zoom_calls_total{label="MEDIUM",outcome="done"} 1',
    'zoom_webinar_zoom_calls_total{label="LIGHT",outcome="not_found"} 1',
    'zoom_webinar_zoom_requests_total{label="MEDIUM"} 2',
    'zoom_webinar_zoom_rate_limited_total{label="MEDIUM"} 1',
    'zoom_webinar_zoom_call_seconds_count{label="MEDIUM"} 1',
    'zoom_webinar_token_requests_total{outcome="done"} 1',
  ])
    expect(text).toContain(line);
  // Every label is a word from a list of ours: no caller can add one, and none is a person, an id or a team.
  const tools = new Set([...manifest.map(({ tool }) => tool), "find_operations", "run_read_operation", "run_write_operation"]);
  for (const [, tool = ""] of text.matchAll(/tool="([^"]*)"/g)) expect(tools).toContain(tool);
  expect(new Set([...text.matchAll(/[{,](\w+)="/g)].map(([, label]) => label))).toEqual(new Set(["tool", "outcome", "le", "label"]));
  expect(text).not.toMatch(/ada|events|example|99999999999|no_such|no_operation|account-|client-/);
});

describe.each(["rewritten", "kept"] as const)("behind a gateway, Host %s", (hostRule) => {
  it("callers come in by its name, and by no other", async () => {
    const gateway = keep(await reverseProxy(hostRule));
    const { host } = new URL(gateway.url);
    const server = await start(["--public-url", `${gateway.url}/mcp`]);
    gateway.forwardTo(server.url);
    const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode: "auto" } });
    await client.connect(new StreamableHTTPClientTransport(new URL(`${gateway.url}/mcp`)));
    expect((await client.callTool({ name: "get_users", arguments: {} })).isError).toBeFalsy();
    await client.close();
    const call = (headers: Record<string, string>) =>
      sendRaw(gateway.url, { headers: { ...modernHeaders("tools/call", "get_users"), ...headers }, body: callBody("get_users", {}) });
    expect((await call({ origin: gateway.url })).status).toBe(200);
    expect((await call({ origin: "https://evil.example.com" })).status).toBe(403);
    // What a caller claims about forwarding counts for nothing.
    expect((await call({ origin: "https://evil.example.com", "x-forwarded-host": host, forwarded: `host=${host}` })).status).toBe(403);
    expect((await call({ host: "evil.example.com" })).status).toBe(hostRule === "kept" ? 403 : 200);
  });
});
