#!/usr/bin/env node
// Builds the .mcpb bundle from the built stdio server, and lets the official packer validate and pack it. Needs `pnpm build`; `--out FILE` keeps the bundle.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { iconPng } from "../tools/release/src/icon.mjs";
import { mcpbManifest } from "../tools/release/src/mcpb.mjs";

const PACKER = "@anthropic-ai/mcpb@2.1.2";
const { values } = parseArgs({ options: { out: { type: "string" } } });
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const { version } = read("apps/zoom-webinar/package.json");
const { repository } = read("tools/release/release.json");
const tools = read("tools/testing/data/generated/tools.json").map(({ name, description }) => ({ name, description }));

const folder = mkdtempSync(join(tmpdir(), "zw-mcpb-"));
try {
  const bundle = join(folder, "bundle");
  mkdirSync(bundle);
  cpSync("apps/mcp-stdio/dist", join(bundle, "server"), { recursive: true });
  cpSync("LICENSE", join(bundle, "LICENSE"));
  writeFileSync(join(bundle, "icon.png"), iconPng());
  writeFileSync(join(bundle, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(bundle, "manifest.json"), `${JSON.stringify(mcpbManifest({ version, repository, tools }), null, 2)}\n`);
  const pack = (...args) => execFileSync("npx", ["-y", PACKER, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  pack("validate", join(bundle, "manifest.json"));
  const out = values.out === undefined ? join(folder, "zoom-webinar.mcpb") : resolve(values.out);
  pack("pack", bundle, out);
  const started = execFileSync(process.execPath, [join(bundle, "server/main.js"), "--version"], { encoding: "utf8" });
  if (!/\d+\.\d+\.\d+/.test(started)) throw new Error("the server in the bundle prints no version");
  console.log(`mcpb: valid, packed, and its server starts (${tools.length} tools)`);
  console.log(values.out === undefined ? "mcpb: not kept; --out FILE keeps it" : `mcpb: written to ${out}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
