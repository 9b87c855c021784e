import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lateBuiltins } from "./late-builtins.mjs";

/** jsonc-parser's main file is UMD, whose inner requires no bundler can follow; its ES modules are bundled instead. */
const esmOfJsonc = {
  name: "esm-of-jsonc-parser",
  resolveId(source, importer) {
    return source === "jsonc-parser" ? this.resolve("jsonc-parser/lib/esm/main.js", importer) : null;
  },
};

/**
 * `import process from "node:process"` lets Node work out every property of it, all its flags among them, for the names that a module could take: as long as
 * twenty modules take to load. Packages that want nothing but the object get it.
 */
const globalProcess = {
  name: "global-process",
  resolveId: (source, importer) => (source === "node:process" && /[\\/]env-paths[\\/]/.test(importer ?? "") ? "\0global-process" : null),
  load: (id) => (id === "\0global-process" ? "export default globalThis.process;" : null),
};

/** What our apps have in the place of parts of the SDK and of Node. */
const OWN = {
  plugins: [esmOfJsonc, globalProcess, lateBuiltins],
  alias: { "@modelcontextprotocol/server/_shims": fileURLToPath(new URL("no-validator.mjs", import.meta.url)) },
};

/**
 * The layers of an app, which its `layers.json` names: entries that are always loaded, in this order, before any other that shares something with them. What an
 * entry imports, and no layer before it has, becomes one file: to find and open a file costs more than to compile the few lines in it.
 */
const layersOf = (folder) => {
  const file = join(folder, "layers.json");
  const layers = Object.entries({ main: ["src/main.ts"], ...(existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}) });
  return layers.map(([name, entries], at) => ({
    name,
    test: (id) => entries.some((entry) => id.replaceAll("\\", "/").endsWith(entry)),
    priority: layers.length - at,
  }));
};

/**
 * How Rolldown makes an app, or a program of a benchmark, in the layers of a `folder`: one entry and its chunks, so that what a command does not need is not parsed. They are CommonJS, since
 * Node loads that without a round through the event loop for each file. Names stay as they are written, for error classes and stack traces.
 */
export const bundleOptions = ({ folder, entry, outdir, version, name = "main", plugins = [], alias = {}, isOurs = true }) => ({
  input: {
    input: { [name]: entry },
    platform: "node",
    plugins: [...plugins, ...(isOurs ? OWN.plugins : [])],
    resolve: { alias: { ...(isOurs ? OWN.alias : {}), ...alias } },
    transform: { target: "node20.19", define: { __APP_VERSION__: JSON.stringify(version) } },
    // A module that is imported late by some and at once by others stays with these: how layers are meant to be.
    checks: { ineffectiveDynamicImport: false },
  },
  output: {
    dir: outdir,
    format: "cjs",
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name]-[hash].js",
    minify: { compress: true, mangle: false, codegen: true },
    dynamicImportInCjs: false,
    codeSplitting: { groups: folder === undefined ? [] : layersOf(folder) },
  },
});
