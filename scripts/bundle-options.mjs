import { fileURLToPath } from "node:url";
import { lateBuiltins } from "./late-builtins.mjs";

/** jsonc-parser's main file is UMD, whose inner requires no bundler can follow; its ES modules are bundled instead. */
const esmOfJsonc = {
  name: "esm-of-jsonc-parser",
  setup: (build) =>
    build.onResolve({ filter: /^jsonc-parser$/ }, ({ kind, resolveDir }) => build.resolve("jsonc-parser/lib/esm/main.js", { kind, resolveDir })),
};

/** How esbuild makes an app, or a program of a benchmark: one entry and its chunks, so that what a command does not need is not parsed. */
export const bundleOptions = ({ entry, outdir, version }) => ({
  entryPoints: { main: entry },
  outdir,
  bundle: true,
  splitting: true,
  minify: true,
  keepNames: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  chunkNames: "chunks/[name]-[hash]",
  legalComments: "none",
  alias: { "@modelcontextprotocol/server/_shims": fileURLToPath(new URL("no-validator.mjs", import.meta.url)) },
  plugins: [esmOfJsonc, lateBuiltins],
  // undici and other CommonJS parts call require() at run time.
  banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
  define: { __APP_VERSION__: JSON.stringify(version) },
});
