#!/usr/bin/env node
// Bundles the app in the current folder into dist/.
import { readFileSync, rmSync } from "node:fs";
import { build } from "esbuild";
import { bundleOptions } from "./bundle-options.mjs";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
rmSync("dist", { recursive: true, force: true });
await build({ ...bundleOptions({ entry: "src/main.ts", outdir: "dist", version }), logLevel: "warning" });
