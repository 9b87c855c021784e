#!/usr/bin/env node
// Smoke of the built apps under the Node that runs this file: each starts, answers, and keeps stdout clean. CI runs it on every supported Node.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const home = mkdtempSync(join(tmpdir(), "zw-smoke-"));
const env = {
  ...process.env,
  ZOOM_WEBINAR_HOME: home,
  ZOOM_EMULATOR: "",
  ZOOM_ACCOUNT_ID: "",
  ZOOM_CLIENT_ID: "",
  ZOOM_CLIENT_SECRET: "",
  ZOOM_ACCESS_TOKEN: "",
  ZOOM_PROFILE: "",
};
const app = (name, args, input) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`apps/${name}/dist/main.js`, ...args], { env, stdio: ["pipe", "pipe", "pipe"] });
    const out = { stdout: "", stderr: "" };
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`${name} ${args.join(" ")} did not end:\n${out.stdout}\n${out.stderr}`));
    }, 20_000);
    for (const stream of ["stdout", "stderr"]) {
      child[stream].setEncoding("utf8").on("data", (text) => {
        out[stream] += text;
      });
    }
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ ...out, code });
    });
    child.stdin.end(input);
  });
/** Starts the HTTP server on a free port, hands its URL to `work`, and expects a clean end on SIGTERM. */
const withHttp = async (command, work) => {
  const child = spawn(process.execPath, [...command, "--port", "0", "--emulator"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => child.on("close", resolve));
  try {
    let text = "";
    const url = await new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`${command.join(" ")} did not start: ${text}`)), 15_000).unref();
      child.stderr.setEncoding("utf8").on("data", (part) => {
        text += part;
        const found = /http:\/\/127\.0\.0\.1:\d+\/mcp/.exec(text);
        if (found) resolve(found[0]);
      });
    });
    await work(url);
  } finally {
    child.kill("SIGTERM");
  }
  const code = await ended;
  check(code === 0, `${command.join(" ")} ended with ${code} on SIGTERM`);
};
const check = (holds, what) => {
  if (!holds) throw new Error(what);
};
const lines = (text) =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

try {
  const version = await app("cli", ["--version"], "");
  check(version.code === 0 && /^\d+\.\d+\.\d+/.test(version.stdout), `cli --version: ${version.stdout}${version.stderr}`);

  const list = await app("cli", ["users", "list", "--emulator", "--json"], "");
  const entry = await app("cli", ["mcp", "install", "--client", "print"], "");
  check(entry.code === 0 && "zoom-webinar" in JSON.parse(entry.stdout).mcpServers, `cli mcp install: ${entry.stdout}${entry.stderr}`);
  for (const [client, name] of [
    ["cursor", "mcp.json"],
    ["codex", "config.toml"],
  ]) {
    const installed = await app("cli", ["mcp", "install", "--client", client, "--file", join(home, name)], "");
    check(installed.code === 0, `cli mcp install --client ${client}: ${installed.stderr}`);
  }
  check(list.code === 0 && JSON.parse(list.stdout).users.length === 3, `cli users list: ${list.stdout}${list.stderr}`);

  const none = await app("cli", ["users", "list", "--json"], "");
  check(none.code === 4 && none.stdout === "" && none.stderr.includes("auth_missing"), `cli without credentials: exit ${none.code} ${none.stderr}`);

  const initialize = {
    jsonrpc: "2.0",
    id: 1,
    method: "initialize",
    params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "smoke", version: "1" } },
  };
  const call = { jsonrpc: "2.0", id: 2, method: "tools/call", params: { name: "get_users", arguments: {} } };
  const stdin = `${JSON.stringify(initialize)}\n{"jsonrpc":"2.0","method":"notifications/initialized"}\n${JSON.stringify(call)}\n`;
  for (const [name, args] of [
    ["mcp-stdio", []],
    ["cli", ["mcp", "serve"]],
  ]) {
    const stdio = await app(name, [...args, "--emulator"], stdin);
    const answers = lines(stdio.stdout);
    const isAnswered = answers.find(({ id }) => id === 2)?.result?.structuredContent?.users?.length === 3;
    check(stdio.code === 0 && isAnswered, `${name} ${args.join(" ")}: exit ${stdio.code} ${stdio.stdout}${stdio.stderr}`);
  }

  await withHttp(["apps/cli/dist/main.js", "mcp", "serve", "--http"], async (url) => {
    const healthy = await fetch(url.replace("/mcp", "/healthz"));
    check(healthy.status === 200, `cli mcp serve --http /healthz: ${healthy.status}`);
  });
  await withHttp(["apps/mcp-http/dist/main.js"], async (url) => {
    const healthy = await fetch(url.replace("/mcp", "/healthz"));
    check(healthy.status === 200, `http /healthz: ${healthy.status}`);
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
      body: JSON.stringify({ ...call, params: call.params }),
    });
    const text = await response.text();
    check(text.includes("ada@example.com"), `http tools/call: ${response.status} ${text}`);
    const foreign = await fetch(url, {
      method: "POST",
      headers: { origin: "https://evil.example.com", "content-type": "application/json" },
      body: "{}",
    });
    check(foreign.status === 403, `http foreign Origin: ${foreign.status}`);
  });
  console.log(`smoke on Node ${process.version}: cli, mcp-stdio and mcp-http answer`);
} catch (error) {
  console.error(`smoke on Node ${process.version} failed: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
