#!/usr/bin/env node
// Writes server.json for an MCP registry from tools/release. `--check` compares; `--publishing` also refuses while the repository is not decided.
import { readFileSync } from "node:fs";
import { serverJson } from "../tools/release/src/server-json.mjs";
import { writeOrCheck } from "./from-sources.mjs";

const release = JSON.parse(readFileSync("tools/release/release.json", "utf8"));
const { version } = JSON.parse(readFileSync("apps/zoom-webinar/package.json", "utf8"));
if (process.argv.includes("--publishing") && (release.repository === "" || release.registryNamespace === "")) {
  console.error("tools/release/release.json names no repository or no registry namespace: decide them before you publish.");
  process.exit(1);
}
writeOrCheck("server.json", `${JSON.stringify(serverJson(release, version), null, 2)}\n`);
console.log(`server.json: ${version}`);
