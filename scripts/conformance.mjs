#!/usr/bin/env node
// Runs the official MCP conformance suite against the built HTTP server on the emulator, for both revisions. The suite needs Node 22, so npx brings one.
// What the shipped server cannot pass stands in tools/acceptance/conformance/; a listed scenario that passes fails the run.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SUITE = "@modelcontextprotocol/conformance@0.2.0-alpha.12";
const expected = (revision) => `tools/acceptance/conformance/shipped-${revision}.yml`;
const home = mkdtempSync(join(tmpdir(), "zw-conformance-"));
const server = spawn(process.execPath, ["apps/mcp-http/dist/main.js", "--emulator", "--port", "0", "--rate-limit", "100000"], {
  env: { PATH: process.env.PATH, ZOOM_WEBINAR_HOME: home },
  stdio: ["ignore", "ignore", "pipe"],
});
try {
  const url = await new Promise((done, fail) => {
    let text = "";
    server.on("exit", (code) => fail(new Error(`the server ended with ${code}: ${text}`)));
    server.stderr.setEncoding("utf8").on("data", (part) => {
      text += part;
      const found = /http:\/\/\S+\/mcp/.exec(text);
      if (found) done(found[0]);
    });
  });
  for (const revision of ["2026-07-28", "2025-11-25"]) {
    const args = [
      "-y",
      "-p",
      "node@24",
      "-p",
      SUITE,
      "conformance",
      "server",
      "--url",
      url,
      "--requirements",
      revision,
      "--expected-failures",
      expected(revision),
    ];
    const { status, stdout, stderr } = spawnSync("npx", args, { encoding: "utf8" });
    console.log(`${revision}: ${/Total: .*/.exec(stdout)?.[0] ?? stderr.slice(-300)}, exit ${status}`);
    if (status === 0) continue;
    console.log(stdout.slice(stdout.indexOf("=== SUMMARY")));
    process.exitCode = 1;
  }
} finally {
  server.removeAllListeners("exit").kill("SIGTERM");
  rmSync(home, { recursive: true, force: true });
}
