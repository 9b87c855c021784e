/** What benchmarks of whole programs share: bundled as an app is, run once, the median of many. */
import { spawnSync } from "node:child_process";
import { build } from "esbuild";
import { bundleOptions } from "../scripts/bundle-options.mjs";
import { withoutIdleImports } from "../scripts/idle-imports.mjs";

/** Bundles `entry` into `outdir`/main.mjs: around it there may be a package of CommonJS. `more`: plugins and aliases of esbuild. */
export const bundleProgram = async (entry, outdir, more = {}) => {
  const { metafile } = await build({
    ...bundleOptions({ entry, outdir, version: "0.0.0" }),
    outExtension: { ".js": ".mjs" },
    metafile: true,
    logLevel: "error",
    ...more,
  });
  withoutIdleImports(metafile);
};

/** Milliseconds that `node` takes with these arguments, start and end included. Throws where it fails. */
export const runOnce = (args, env = process.env) => {
  const begun = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  if (status !== 0) throw new Error(`${args.join(" ")}: exit ${status}\n${stderr}`);
  return Number(process.hrtime.bigint() - begun) / 1e6;
};

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
