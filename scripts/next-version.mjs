#!/usr/bin/env node
// What a release changes in the tree: the packages' versions and changelogs by the changesets, and after them server.json, which names a version too.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = resolve(fileURLToPath(import.meta.url), "..");
const changesets = createRequire(import.meta.url).resolve("@changesets/cli/bin.js");
execFileSync(process.execPath, [changesets, "version"], { stdio: "inherit" });
execFileSync(process.execPath, [join(HERE, "write-server-json.mjs")], { stdio: "inherit" });
