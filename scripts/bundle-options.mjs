import { fileURLToPath } from "node:url";
import { lateBuiltins } from "./late-builtins.mjs";

/** jsonc-parser's main file is UMD, whose inner requires no bundler can follow; its ES modules are bundled instead. */
const esmOfJsonc = {
  name: "esm-of-jsonc-parser",
  setup: (build) =>
    build.onResolve({ filter: /^jsonc-parser$/ }, ({ kind, resolveDir }) => build.resolve("jsonc-parser/lib/esm/main.js", { kind, resolveDir })),
};

/**
 * `import process from "node:process"` lets Node work out every property of it, all its flags among them, for the names that a module could take: as long as
 * twenty modules take to load. Packages that want nothing but the object get it.
 */
const globalProcess = {
  name: "global-process",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:process$/ }, ({ importer }) =>
      /[\\/]env-paths[\\/]/.test(importer) ? { path: "node:process", namespace: "global-process" } : null,
    );
    onLoad({ filter: /./, namespace: "global-process" }, () => ({ contents: "export default globalThis.process;" }));
  },
};

/** How esbuild makes an app, or a program of a benchmark: one entry and its chunks, so that what a command does not need is not parsed. */
export const bundleOptions = ({ entry, outdir, version }) => ({
  entryPoints: { main: entry },
  outdir,
  bundle: true,
  splitting: true,
  // Names stay as they are written, for error classes and stack traces: keepNames would name each function anew at every start, and costs more than longer text.
  minifyWhitespace: true,
  minifySyntax: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  chunkNames: "chunks/[name]-[hash]",
  legalComments: "none",
  alias: { "@modelcontextprotocol/server/_shims": fileURLToPath(new URL("no-validator.mjs", import.meta.url)) },
  plugins: [esmOfJsonc, globalProcess, lateBuiltins],
  // undici and other CommonJS parts call require() at run time.
  banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
  define: { __APP_VERSION__: JSON.stringify(version) },
});
