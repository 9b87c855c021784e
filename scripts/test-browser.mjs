#!/usr/bin/env node
// The tests that need a browser: those called *.browser.ts. Chromium is looked for in CHROMIUM and in the usual places.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const chromium = PLACES.find((place) => place !== undefined && place !== "" && existsSync(place));
if (chromium === undefined) {
  console.log("skipped: no Chromium here. Install the package chromium, or name its program in CHROMIUM.");
} else {
  const { status } = spawnSync("npx", ["vitest", "run", "--config", "vitest.browser.config.ts", ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, CHROMIUM: chromium },
  });
  process.exitCode = status ?? 1;
}
