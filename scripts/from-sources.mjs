// What the generators share: our sources bundled in memory, so that nothing has to be built first, and files that are written or compared.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

export const CORE = "packages/webinar-core/src";

/** Our packages from their sources; everything else from node_modules. */
const fromSource = {
  name: "from-source",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@zoom-webinar\// }, ({ path }) => {
      const [, name, ...sub] = path.split("/");
      const { exports } = JSON.parse(readFileSync(resolve("packages", name, "package.json"), "utf8"));
      const built = exports[["."].concat(sub).join("/")].default;
      return { path: resolve("packages", name, built.replace("./dist/", "src/").replace(/\.js$/, ".ts")) };
    });
  },
};

/** What webinar-core exports, given as the text of a module in its source folder: `export { operations } from "./operations/index.ts";`. */
export const importSources = async (contents) => {
  const dir = mkdtempSync(resolve("node_modules/.generate-"));
  try {
    const outfile = join(dir, "sources.mjs");
    await build({
      stdin: { contents, resolveDir: CORE, loader: "ts" },
      bundle: true,
      platform: "node",
      format: "esm",
      outfile,
      packages: "bundle",
      mainFields: ["module", "main"],
      plugins: [fromSource],
      logLevel: "warning",
      banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

/** Writes a generated file; with `--check` it compares instead, and ends the process where the file is stale. */
export const writeOrCheck = (target, text) => {
  if (!process.argv.includes("--check")) {
    writeFileSync(target, text);
    return;
  }
  if (existsSync(target) && readFileSync(target, "utf8") === text) return;
  console.error(`${target} is stale: run pnpm generate`);
  process.exit(1);
};
