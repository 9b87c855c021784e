#!/usr/bin/env node
// `tools/call` over HTTP in both revisions: our shell with the standard surface, guards, rate limit and figures, against a bare fastify server with one tool
// on the same SDK. Both add two numbers. Closed loop of 16 connections; rounds interleaved, the ratio is the median over rounds. On Linux the calls are
// counted by the second of the server's own processor time, which says how many it can serve and does not change with what else the machine does.
// Needs built packages. `--check` fails below the target.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleProgram, median, tell } from "./program.mjs";

const ROOT = resolve(fileURLToPath(import.meta.url), "../..");
const ROUNDS = Number(process.env.ROUNDS ?? 9);
const ROUND_MS = Number(process.env.ROUND_MS ?? 1_000);
const CONNECTIONS = 16;
const TARGET = 0.95;
const { Pool } = createRequire(join(ROOT, "packages/zoom-client/package.json"))("undici");

// Below mcp-http, which has the SDK, fastify and our packages.
const dir = mkdtempSync(join(ROOT, "apps/mcp-http/node_modules/.bench-"));

const BARE = `
import { toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import fastify from "fastify";
import * as z from "zod";
const inputSchema = z.object({ a: z.number(), b: z.number() });
const handler = createMcpHandler(() => {
  const server = new McpServer({ name: "one", version: "1.0.0" });
  server.registerTool("add", { description: "Add two numbers", inputSchema }, async ({ a, b }) => ({ content: [{ type: "text", text: String(a + b) }], structuredContent: { sum: a + b } }));
  return server;
});
const serve = toNodeHandler(handler);
const app = fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser("*", (_request, _payload, done) => done(null));
app.all("/mcp", (request, reply) => { reply.hijack(); return serve(request.raw, reply.raw); });
void app.listen({ host: "127.0.0.1", port: 0 }).then((url) => console.log(url + "/mcp"));
`;

const OURS = `
import { createMcpHandler } from "@modelcontextprotocol/server";
import { createServerFactory } from "@zoom-webinar/mcp-server";
import { createSession, defineOperation, manifest } from "@zoom-webinar/webinar-core/doors";
import * as z from "zod";
import { createRateLimit } from "../../src/auth/rate-limit.ts";
import { createGuard } from "../../src/guards.ts";
import { listenHttp, MOST_BODY_BYTES } from "../../src/http-server.ts";
import { createMetrics } from "../../src/metrics.ts";
// Of a resource that the standard surface lists whole.
const add = defineOperation({ id: "attendance.add", tool: "add", summary: "Add two numbers.", endpoints: [], scopes: { classic: [], granular: [] }, effect: "read", local: true, idempotent: true, emails: "nobody",
  input: z.strictObject({ a: z.number(), b: z.number() }), output: z.object({ sum: z.number() }), run: async ({ a, b }) => ({ sum: a + b }), describe: ({ sum }) => String(sum) });
const catalog = [...manifest, { ...add, title: "Add", positional: [], examples: [], load: async () => add }];
const metrics = createMetrics();
const factory = createServerFactory({ session: createSession({ safety: "confirm" }), catalog, surface: "standard", version: "1.0.0", onCall: metrics.onCall });
void listenHttp({ handler: createMcpHandler(factory, { maxRequestBodySize: MOST_BODY_BYTES }), host: "127.0.0.1", port: 0, onError: () => {}, metrics, rateLimit: createRateLimit(1e9),
  guardFor: (port) => createGuard({ host: "127.0.0.1", allowHosts: [], allowOrigins: [] }, port) }).then(({ url }) => console.log(url));
`;

const start = async (name, source) => {
  const entry = join(dir, `${name}.ts`);
  writeFileSync(entry, source);
  await bundleProgram(entry, join(dir, name), { alias: { zod: join(ROOT, "packages/mcp-server/node_modules/zod") }, isOurs: name === "ours" });
  const child = spawn(process.execPath, [...(process.env.PROFILE === name ? ["--cpu-prof"] : []), join(dir, name, "main.js")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise((done, fail) => {
    child.stdout.setEncoding("utf8").once("data", (text) => done(text.trim()));
    child.once("exit", (code) => fail(new Error(`${name} ended with ${code}`)));
  });
  return { child, pool: new Pool(new URL(url).origin, { connections: CONNECTIONS, pipelining: 1 }) };
};

const VERSION = "2026-07-28";
const params = { name: "add", arguments: { a: 2, b: 3 } };
const meta = { "io.modelcontextprotocol/protocolVersion": VERSION, "io.modelcontextprotocol/clientCapabilities": {} };
const common = { "content-type": "application/json", accept: "application/json, text/event-stream" };
const REQUESTS = {
  [VERSION]: {
    headers: { ...common, "mcp-protocol-version": VERSION, "mcp-method": "tools/call", "mcp-name": "add" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { ...params, _meta: meta } }),
  },
  "2025-11-25": {
    headers: { ...common, "mcp-protocol-version": "2025-11-25" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params }),
  },
};

/** Milliseconds of processor time that a process has taken, null if the system does not tell. */
const processorMs = ({ pid }) => {
  try {
    // Behind the name in parentheses, which may hold anything; in hundredths of a second.
    const [, ...fields] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ");
    return (Number(fields[10]) + Number(fields[11])) * 10;
  } catch {
    return null;
  }
};

/** Calls a second, over the time given. */
const rate = async ({ pool, child }, { headers, body }, ms) => {
  const begun = performance.now();
  const begunBusy = processorMs(child);
  let calls = 0;
  const loop = async () => {
    while (performance.now() - begun < ms) {
      const answer = await pool.request({ path: "/mcp", method: "POST", headers, body });
      const text = await answer.body.text();
      if (!text.includes('"sum":5')) throw new Error(`HTTP ${answer.statusCode}: ${text}`);
      calls += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, loop));
  const busyMs = begunBusy === null ? performance.now() - begun : processorMs(child) - begunBusy;
  return (calls * 1_000) / busyMs;
};

const servers = [];
try {
  for (const [name, source] of Object.entries({ bare: BARE, ours: OURS })) servers.push(await start(name, source));
  const [bare, ours] = servers;
  for (const [revision, request] of Object.entries(REQUESTS)) {
    for (const server of servers) await rate(server, request, ROUND_MS);
    const rounds = [];
    for (let at = 0; at < ROUNDS; at += 1) rounds.push({ bare: await rate(bare, request, ROUND_MS), ours: await rate(ours, request, ROUND_MS) });
    const ratio = median(rounds.map((round) => round.ours / round.bare));
    const rates = (key) => Math.round(median(rounds.map((round) => round[key])));
    console.log(
      `${revision}: bare ${rates("bare")}/s, ours ${rates("ours")}/s: ${ratio.toFixed(2)} of its rate (target ${TARGET}, ${ROUNDS} rounds)`,
    );
    const baseline = "a bare fastify server with one tool on the same SDK";
    tell([{ name: `MCP over HTTP, tool calls a second, revision ${revision}`, value: ratio, unit: "x", baseline, least: TARGET }]);
  }
} finally {
  for (const { child, pool } of servers) {
    child.removeAllListeners("exit").kill("SIGINT");
    await pool.destroy();
  }
  rmSync(dir, { recursive: true, force: true });
}
