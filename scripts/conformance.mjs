#!/usr/bin/env node
// Runs the official MCP conformance suite, for both revisions, against our HTTP shell with the suite's fixtures mounted on it, and against the built server
// on the emulator. The suite needs Node 22, so npx brings one. What cannot pass is in tools/acceptance/conformance/ by name and reason; a listed
// scenario that passes fails the run, so the lists may only shrink.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const SUITE = "@modelcontextprotocol/conformance@0.2.0-alpha.12";
const REVISIONS = ["2026-07-28", "2025-11-25"];
const LISTS = "tools/acceptance/conformance";

/** The URL that a started server prints. */
const urlOf = (server) =>
  new Promise((done, fail) => {
    let text = "";
    server.on("exit", (code) => fail(new Error(`the server ended with ${code}: ${text}`)));
    server.stderr.setEncoding("utf8").on("data", (part) => {
      text += part;
      const found = /http:\/\/\S+\/mcp/.exec(text);
      if (found) done(found[0]);
    });
  });

const npx = (args) =>
  new Promise((done) => {
    const child = spawn("npx", args, { stdio: ["ignore", "pipe", "pipe"], timeout: 180_000 });
    const out = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"]) {
      child[stream].setEncoding("utf8").on("data", (part) => {
        out[stream] += part;
      });
    }
    child.on("close", (status) => done({ status, ...out }));
  });

/** Runs what the revision requires. Fails for a required scenario that does not pass and is not listed, and for a listed one that passes. */
const check = async (what, url, revision) => {
  const list = `${LISTS}/${what}-${revision}.yml`;
  const isListed = existsSync(list);
  const args = ["-y", "-p", "node@24", "-p", SUITE, "conformance", "server", "--url", url, "--requirements", revision];
  const { status, stdout, stderr } = await npx([...args, ...(isListed ? ["--expected-failures", list] : [])]);
  const expectation = isListed ? `every required scenario but those in ${list}` : "every required scenario";
  console.log(`${what}, ${revision}: ${status === 0 ? "passes" : "FAILS"} ${expectation}; checks: ${/Total: (.*)/.exec(stdout)?.[1] ?? "none"}`);
  if (status === 0) return;
  console.log(stdout.slice(stdout.indexOf("=== SUMMARY")), stderr.slice(-300));
  process.exitCode = 1;
};

/** The fixtures with the shell's own sources around them, as one program. */
const bundleFixtures = async (outdir) => {
  await build({
    entryPoints: { shell: `${LISTS}/fixture-shell.ts` },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20.19",
    logLevel: "warning",
    banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
  });
  return join(outdir, "shell.mjs");
};

/** A server for one run of the suite: the rate limit is as shipped, and starts full. */
const withServer = async (args, use) => {
  const server = spawn(process.execPath, args, { env: { PATH: process.env.PATH, ZOOM_WEBINAR_HOME: home }, stdio: ["ignore", "ignore", "pipe"] });
  try {
    await use(await urlOf(server));
  } finally {
    server.removeAllListeners("exit").kill("SIGTERM");
  }
};

const home = mkdtempSync(join(tmpdir(), "zw-conformance-"));
try {
  const shell = await bundleFixtures(join(home, "fixtures"));
  for (const revision of REVISIONS) {
    await withServer([shell], (url) => check("fixtures", url, revision));
    await withServer(["apps/mcp-http/dist/main.js", "--emulator", "--port", "0"], (url) => check("shipped", url, revision));
  }
} finally {
  rmSync(home, { recursive: true, force: true });
}
