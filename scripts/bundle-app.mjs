#!/usr/bin/env node
// Bundles the app in the current folder into dist/.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { bundleOptions } from "./bundle-options.mjs";
import { withoutIdleImports } from "./idle-imports.mjs";
import { noticesOf, thirdParties } from "./third-party-notices.mjs";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
rmSync("dist", { recursive: true, force: true });
const options = bundleOptions({ entry: "src/main.ts", outdir: "dist", version });
const { metafile } = await build({ ...options, metafile: true, logLevel: "warning" });
withoutIdleImports(metafile);
// Licences ask that their text goes with the code.
writeFileSync("dist/THIRD-PARTY-NOTICES", noticesOf(thirdParties(metafile)));
