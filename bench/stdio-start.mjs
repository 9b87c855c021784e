#!/usr/bin/env node
// From spawn to the answer of `initialize` and of `tools/list`, and peak memory, as ratios to a bundled server with one tool on the same SDK.
// Ours carries 100 operations more than it has, each in a module of its own. Paired: each round runs both; ratios are medians over rounds.
// Needs built packages. `--check` fails above a target.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleApp, bundleProgram, median, tell } from "./program.mjs";

const ROOT = resolve(fileURLToPath(import.meta.url), "../..");
const APP = join(ROOT, "apps/mcp-stdio");
const ROUNDS = Number(process.env.ROUNDS ?? 15);
const TARGETS = { initialize: 1.15, rss: 1.25 };
const STUBS = 100;

// Below mcp-server, which has the SDK, zod and our packages.
const dir = mkdtempSync(join(ROOT, "packages/mcp-server/node_modules/.bench-"));
const ONE_TOOL = `
import { McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import * as z from "zod";
serveStdio(() => {
  const server = new McpServer({ name: "one", version: "1.0.0" });
  server.registerTool("add", { description: "Add two numbers", inputSchema: z.object({ a: z.number(), b: z.number() }) }, async ({ a, b }) => ({ content: [{ type: "text", text: String(a + b) }] }));
  return server;
});`;

const MANIFEST = join(ROOT, "packages/webinar-core/dist/generated/manifest.js");
const stub = (at) => `import { defineOperation } from "@zoom-webinar/webinar-core/doors";
import * as z from "zod";
export const operation = defineOperation({ id: "stub${at}.get", tool: "get_stub_${at}", summary: "Read the thing number ${at} of a webinar.", endpoints: [], scopes: { classic: [], granular: [] }, effect: "read", idempotent: true, emails: "nobody",
  input: z.strictObject({ webinar_id: z.string().max(32).describe("Webinar ID"), page_size: z.number().int().min(1).max(300).default(30).describe("Rows per page"), status: z.enum(["a", "b"]).optional().describe("Status") }),
  output: z.object({ rows: z.array(z.object({ id: z.string(), name: z.string() })) }), run: async () => ({ rows: [] }), describe: () => "done" });`;

/** Puts the real manifest and the stubs where the app imports the manifest. */
const withStubs = {
  name: "with-stubs",
  load: {
    filter: { id: /webinar-core[\\/]dist[\\/]generated[\\/]manifest\.js$/ },
    handler: () => {
      const entries = Array.from({ length: STUBS }, (_, at) => {
        const entry = {
          id: `stub${at}.get`,
          tool: `get_stub_${at}`,
          title: "Stub",
          summary: `Read the thing number ${at} of a webinar.`,
          effect: "read",
          emails: "nobody",
          idempotent: true,
          local: false,
          positional: [],
          examples: [],
        };
        return `{ ...${JSON.stringify(entry)}, load: () => import(${JSON.stringify(join(dir, `stub${at}.mjs`))}).then(({ operation }) => operation) }`;
      });
      const real = readFileSync(MANIFEST, "utf8").replace("export const manifest", "const real");
      return `${real}\nexport const manifest = [...real, ${entries.join(",\n")}];`;
    },
  },
};

const measure = (file) =>
  new Promise((done, fail) => {
    const home = join(dir, "home");
    const child = spawn(process.execPath, [file], {
      stdio: ["pipe", "pipe", "ignore"],
      // As a host starts it: with credentials, which nothing is sent with before the first call.
      env: { PATH: process.env.PATH, ZOOM_WEBINAR_HOME: home, ZOOM_ACCESS_TOKEN: "made-up" },
    });
    const started = performance.now();
    const times = {};
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (part) => {
      text += part;
      for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
        const { id } = JSON.parse(text.slice(0, end));
        text = text.slice(end + 1);
        if (id === 1) times.initialize = performance.now() - started;
        if (id !== 2) continue;
        times.list = performance.now() - started;
        try {
          times.rss = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024;
        } catch {
          times.rss = Number.NaN;
        }
        child.stdin.end();
      }
    });
    child.on("error", fail).on("close", () => done(times));
    child.stdin.write(
      `${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "bench", version: "1" } } })}\n`,
    );
    child.stdin.write('{"jsonrpc":"2.0","method":"notifications/initialized"}\n{"jsonrpc":"2.0","id":2,"method":"tools/list"}\n');
  });

try {
  for (let at = 0; at < STUBS; at += 1) writeFileSync(join(dir, `stub${at}.mjs`), stub(at));
  writeFileSync(join(dir, "one.mjs"), ONE_TOOL);
  await bundleProgram(join(dir, "one.mjs"), join(dir, "one"));
  await bundleApp(APP, join(dir, "ours"), [withStubs]);
  const rounds = [];
  for (let at = 0; at < ROUNDS; at += 1)
    rounds.push({ one: await measure(join(dir, "one/main.js")), ours: await measure(join(dir, "ours/main.js")) });
  const ratio = (key) => median(rounds.map(({ one, ours }) => ours[key] / one[key]));
  for (const key of ["initialize", "list", "rss"]) {
    const unit = key === "rss" ? "MB" : "ms";
    console.log(
      `${key.padEnd(10)} one tool ${median(rounds.map(({ one }) => one[key])).toFixed(0)} ${unit}, ours ${median(rounds.map(({ ours }) => ours[key])).toFixed(0)} ${unit}: ${ratio(key).toFixed(2)}x`,
    );
  }
  console.log(`with ${STUBS} more operations, ${ROUNDS} rounds; targets: first answer ${TARGETS.initialize}x, peak memory ${TARGETS.rss}x`);
  const baseline = "a bundled server with one tool on the same SDK";
  tell([
    { name: "MCP over stdio, time to the first answer", value: ratio("initialize"), unit: "x", baseline, most: TARGETS.initialize },
    { name: "MCP over stdio, time to the list of tools", value: ratio("list"), unit: "x", baseline },
    { name: "MCP over stdio, peak memory", value: ratio("rss"), unit: "x", baseline, most: TARGETS.rss },
  ]);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
