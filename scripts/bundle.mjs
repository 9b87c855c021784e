import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { bundleOptions } from "./bundle-options.mjs";
import { withoutIdleImports } from "./idle-imports.mjs";
import { withJoinedChunks } from "./join-chunks.mjs";

/**
 * Bundles the app of a folder, or with `more` options of esbuild a program that is made from it. Its `layers.json` says which entries are loaded before all
 * others that share something with them, in this order. Returns esbuild's metafile, from before chunks were joined.
 */
export const bundle = async ({ folder, outdir, version, more = (options) => options }) => {
  const options = more(bundleOptions({ entry: join(folder, "src/main.ts"), outdir, version }));
  const { metafile } = await build({ ...options, metafile: true, logLevel: "warning" });
  withoutIdleImports(metafile);
  const file = join(folder, "layers.json");
  await withJoinedChunks(metafile, [["src/main.ts"], ...(existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [])], options);
  return metafile;
};
