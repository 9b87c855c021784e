#!/usr/bin/env node
// Bundles the app in the current folder into dist/: one entry and its chunks, so that what a command does not need is not parsed.
import { readFileSync, rmSync } from "node:fs";
import { build } from "esbuild";
import { withoutIdleImports } from "./idle-imports.mjs";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
rmSync("dist", { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ["src/main.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  minify: true,
  keepNames: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  chunkNames: "chunks/[name]-[hash]",
  legalComments: "none",
  metafile: true,
  // undici and other CommonJS parts call require() at run time.
  banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
  define: { __APP_VERSION__: JSON.stringify(version) },
  logLevel: "warning",
});
withoutIdleImports(metafile);
