#!/usr/bin/env node
// Everything generated, in the order that each step needs: sources from the OpenAPI document, the manifest and the tools' schemas from the operations, docs.
//   pnpm generate [--from BUNDLED.json] [--check]      --from: of another OpenAPI document; --check: write nothing, fail naming what is stale
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { from: { type: "string" }, check: { type: "boolean", default: false } } });
const check = values.check ? ["--check"] : [];
const STEPS = [
  ["tools/openapi/src/generate.mjs", ...(values.from === undefined ? [] : ["--from", values.from])],
  ["scripts/generate-manifest.mjs"],
  ["scripts/generate-tools.mjs"],
  ["scripts/generate-search.mjs"],
  ["scripts/generate-prefilter.mjs"],
  ["scripts/generate-talk-words.mjs"],
  ["scripts/generate-topic-weights.mjs"],
  ["scripts/generate-file-schema.mjs"],
  ["scripts/generate-skills.mjs"],
  ["scripts/generate-assistants.mjs"],
  ["scripts/generate-facade.mjs"],
  ["scripts/generate-docs.mjs"],
  ["scripts/generate-api.mjs"],
];
for (const step of STEPS) {
  const { status } = spawnSync(process.execPath, [...step, ...check], { stdio: "inherit" });
  if (status === 0) continue;
  process.exitCode = 1;
  // The following steps would use files that are missing. A check goes on, to name everything stale at once.
  if (!values.check) break;
}
