#!/usr/bin/env node
// Starts the evaluation from its TypeScript sources, on the built packages: `pnpm eval`.
import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
// as deep in the folder as the sources, which find the pages of the tasks from where they are
const outfile = resolve(HERE, "../../node_modules/.eval/main.mjs");
mkdirSync(dirname(outfile), { recursive: true });
await build({
  entryPoints: [join(HERE, "main.ts")],
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  outfile,
  logLevel: "warning",
});
await import(pathToFileURL(outfile).href);
