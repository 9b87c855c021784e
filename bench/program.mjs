/** What benchmarks of whole programs share: bundled as an app is, run once, the median of many. */
import { spawnSync } from "node:child_process";
import { build } from "esbuild";
import { bundleOptions } from "../scripts/bundle-options.mjs";
import { withoutIdleImports } from "../scripts/idle-imports.mjs";

/**
 * Bundles `entry` into `outdir`/main.mjs: around it there may be a package of CommonJS. `plugins` and `alias`: of esbuild. `isOurs`: with what we put in the
 * place of parts of the SDK; a program to compare ourselves with has the SDK as it is.
 */
export const bundleProgram = async (entry, outdir, { plugins = [], alias = {}, isOurs = false } = {}) => {
  const options = bundleOptions({ entry, outdir, version: "0.0.0" });
  const { metafile } = await build({
    ...options,
    outExtension: { ".js": ".mjs" },
    metafile: true,
    logLevel: "error",
    plugins: isOurs ? [...options.plugins, ...plugins] : plugins,
    alias: isOurs ? { ...options.alias, ...alias } : alias,
  });
  withoutIdleImports(metafile);
};

/** Milliseconds that `node` takes with these arguments, start and end included. Throws where it fails. */
export const runOnce = (args) => {
  const begun = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")}: exit ${status}\n${stderr}`);
  return Number(process.hrtime.bigint() - begun) / 1e6;
};

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
