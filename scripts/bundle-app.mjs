#!/usr/bin/env node
// Bundles the app in the current folder into dist/.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { bundle } from "./bundle.mjs";
import { noticesOf, thirdParties } from "./third-party-notices.mjs";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
rmSync("dist", { recursive: true, force: true });
const modules = await bundle({ folder: ".", outdir: "dist", version });
// Licences require their text to be shipped with the code.
writeFileSync("dist/THIRD-PARTY-NOTICES", noticesOf(thirdParties(modules)));
