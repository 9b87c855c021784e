#!/usr/bin/env node
// What `--emulator` adds to a command: loading the emulator, opening the demo world from its file, a token and one answer, against the same program
// without it. Paired: each round runs both, and the figure is the median difference. `--check` fails above the target. Needs built packages (pnpm build).
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleApp, median, runOnce, tell } from "./program.mjs";

const ROOT = resolve(fileURLToPath(import.meta.url), "../..");
const ROUNDS = Number(process.env.ROUNDS ?? 31);
const TARGET_MS = 30;

/** What a command that reads from Zoom has loaded by then. */
const BASE = `import * as foundation from "@zoom-webinar/foundation";
import { endpoints } from "@zoom-webinar/zoom-client/endpoints";
if (Object.keys(foundation).length + Object.keys(endpoints).length === 0) throw new Error("nothing was loaded");
`;
const PROGRAMS = {
  "without it": BASE,
  "with --emulator": `${BASE}
const run = async () => {
const { openStoredEmulator, DEMO_CREDENTIALS: app } = await import("@zoom-webinar/zoom-emulator");
const zoom = await openStoredEmulator({ folder: process.argv[2] });
const basic = Buffer.from(app.clientId + ":" + app.clientSecret).toString("base64");
const query = "grant_type=account_credentials&account_id=" + app.accountId;
const token = await zoom.send({ method: "POST", url: "https://zoom.us/oauth/token?" + query, headers: { authorization: "Basic " + basic } });
const authorization = "Bearer " + JSON.parse(token.text).access_token;
const { status } = await zoom.send({ method: "GET", url: "https://api.zoom.us/v2/users/ada@example.com/webinars", headers: { authorization } });
if (status !== 200) throw new Error("answered " + status);
};
void run();
`,
};

// Below the app, so that bare imports resolve as they do for it.
const dir = mkdtempSync(join(ROOT, "packages/webinar-core/node_modules", ".bench-"));
try {
  const runs = {};
  for (const [name, source] of Object.entries(PROGRAMS)) {
    const folder = join(dir, name.replaceAll(/\W+/g, "-"));
    mkdirSync(join(folder, "src"), { recursive: true });
    writeFileSync(join(folder, "src/main.ts"), source);
    // As the command line has it.
    if (source !== BASE) writeFileSync(join(folder, "layers.json"), JSON.stringify({ emulator: ["zoom-emulator/dist/index.js"] }));
    await bundleApp(folder, join(folder, "dist"), []);
    runs[name] = [join(folder, "dist/main.js"), join(dir, "world")];
  }
  for (const args of Object.values(runs)) runOnce(args); // files into the cache, and the world into its folder
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) for (const [name, args] of Object.entries(runs)) times[name].push(runOnce(args));
  for (const [name, values] of Object.entries(times)) console.log(`${name.padEnd(16)} ${median(values).toFixed(1).padStart(6)} ms`);
  const added = median(times["with --emulator"].map((time, at) => time - times["without it"][at]));
  console.log(`the emulator in process adds ${added.toFixed(1)} ms (target ${TARGET_MS} ms, ${ROUNDS} rounds)`);
  tell([{ name: "`--emulator` of a command adds", value: added, unit: "ms", baseline: "the same program without it", most: TARGET_MS }]);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
