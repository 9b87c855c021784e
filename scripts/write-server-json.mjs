#!/usr/bin/env node
// Writes server.json for an MCP registry from tools/release. `--check` compares; `--publishing` also refuses while the repository is not decided, or if the
// package does not name the server as the registry does.
import { readFileSync } from "node:fs";
import { registryName, serverJson } from "../tools/release/src/server-json.mjs";
import { writeOrCheck } from "./from-sources.mjs";

const release = JSON.parse(readFileSync("tools/release/release.json", "utf8"));
const { version, mcpName } = JSON.parse(readFileSync("apps/zoom-webinar/package.json", "utf8"));
if (process.argv.includes("--publishing") && (release.repository === "" || release.registryNamespace === "")) {
  console.error("tools/release/release.json names no repository or no registry namespace: decide them before you publish.");
  process.exit(1);
}
if (process.argv.includes("--publishing") && mcpName !== registryName(release)) {
  console.error(`apps/zoom-webinar/package.json needs "mcpName": "${registryName(release)}": the registry looks for it in the published package.`);
  process.exit(1);
}
writeOrCheck("server.json", `${JSON.stringify(serverJson(release, version), null, 2)}\n`);
console.log(`server.json: ${version}`);
