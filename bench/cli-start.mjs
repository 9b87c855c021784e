#!/usr/bin/env node
// How long the built command line takes from start to end, as ratios to programs that do the same without us. Paired: each round runs all programs once,
// and a ratio is the median over rounds. `--check` fails above a target. Needs built packages (pnpm build).
import { fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleProgram, median, runOnce } from "./program.mjs";

const ROOT = resolve(fileURLToPath(import.meta.url), "../..");
const CLI = join(ROOT, "apps/cli/dist/main.js");
const ROUNDS = Number(process.env.ROUNDS ?? 21);

/** Ours, what it is compared with, and how many times as long it may take. */
const PAIRS = [
  { ours: "--version", base: "commander --version", most: 1.3 },
  { ours: "--help", base: "commander --help", most: 1.3 },
  { ours: "webinars list on a port", base: "undici", most: 1.6 },
  { ours: "webinars list --emulator", base: "node -e 0", most: 2.5 },
];

const COMMANDER = 'import { Command } from "commander"; new Command("bare").version("1.0.0").description("A program.").parse();';
/** Makes the given requests with undici alone, and writes each answer. */
const UNDICI = `import { readFileSync } from "node:fs";
import { Agent, request } from "undici";
const run = async () => {
const { url, token, paths } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const dispatcher = new Agent();
for (const path of paths) {
  const { statusCode, body } = await request(url + path, { dispatcher, headers: { authorization: "Bearer " + token } });
  const answer = await body.json();
  if (statusCode !== 200) throw new Error(path + " answered " + statusCode);
  process.stdout.write(JSON.stringify(answer) + "\\n");
}
await dispatcher.close();
};
void run();
`;

const SELF = fileURLToPath(import.meta.url);

/** An emulator on a port, in a process of its own: while we wait for a program, nothing else runs here. */
const startEmulator = async () => {
  const child = fork(SELF, ["serve"], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const answer = () =>
    new Promise((done, fail) => child.once("message", done).once("exit", (code) => fail(new Error(`the emulator ended with ${code}`))));
  const { url } = await answer();
  const requests = () => {
    const told = answer();
    child.send("requests");
    return told;
  };
  return { url, requests, stop: () => child.kill() };
};

const serve = async () => {
  const { createEmulator } = await import("../packages/zoom-emulator/dist/index.js");
  const emulator = createEmulator({ rateLimits: false });
  const { url } = await emulator.listen({ port: 0 });
  process.on("message", () => process.send(emulator.requests()));
  process.once("disconnect", () => process.exit());
  process.send({ url });
};

const askToken = async (url) => {
  const authorization = `Basic ${Buffer.from("demo-client:demo-secret").toString("base64")}`;
  const answer = await fetch(`${url}/oauth/token?grant_type=account_credentials&account_id=demo-account`, {
    method: "POST",
    headers: { authorization },
  });
  return (await answer.json()).access_token;
};

const WORDS = ["webinars", "list", "--host", "ada@example.com", "--json"];

const measure = async () => {
  const emulator = await startEmulator();
  const folders = [];
  const home = mkdtempSync(join(tmpdir(), "zw-bench-"));
  const env = {
    PATH: process.env.PATH,
    ZOOM_WEBINAR_HOME: home,
    ZOOM_API_BASE_URL: `${emulator.url}/v2`,
    ZOOM_OAUTH_BASE_URL: emulator.url,
    ZOOM_ACCOUNT_ID: "demo-account",
    ZOOM_CLIENT_ID: "demo-client",
    ZOOM_CLIENT_SECRET: "demo-secret",
  };
  try {
    const bundled = async (source, from) => {
      // Each below the package that has what it imports.
      const folder = mkdtempSync(join(ROOT, from, "node_modules", ".bench-"));
      folders.push(folder);
      writeFileSync(join(folder, "entry.mjs"), source);
      await bundleProgram(join(folder, "entry.mjs"), join(folder, "dist"));
      return join(folder, "dist/main.js");
    };
    const commander = await bundled(COMMANDER, "apps/cli");
    const undici = await bundled(UNDICI, "packages/zoom-client");

    // What the command asks for is learned from a run of it: after the first one, as most runs are.
    runOnce([CLI, ...WORDS], env);
    const before = (await emulator.requests()).length;
    runOnce([CLI, ...WORDS], env);
    const paths = (await emulator.requests()).slice(before).map(({ method, path, query, endpoint }) => {
      if (method !== "GET" || endpoint === null) throw new Error(`${method} ${path}: the token of the first run is expected to be kept`);
      return `${path}?${new URLSearchParams(query)}`;
    });
    console.log(`webinars list sends: ${paths.map((path) => `GET ${path}`).join(", ")}`);
    const plan = join(home, "plan.json");
    writeFileSync(plan, JSON.stringify({ url: emulator.url, token: await askToken(emulator.url), paths }));

    const runs = {
      "node -e 0": ["-e", "0"],
      "commander --version": [commander, "--version"],
      "commander --help": [commander, "--help"],
      "undici, bundled": [undici, plan],
      undici: [join(dirname(dirname(undici)), "entry.mjs"), plan],
      "--version": [CLI, "--version"],
      "--help": [CLI, "--help"],
      "webinars list on a port": [CLI, ...WORDS],
      "webinars list --emulator": [CLI, ...WORDS, "--emulator"],
    };
    const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
    for (const args of Object.values(runs)) runOnce(args, env); // files into the cache
    for (let round = 0; round < ROUNDS; round++) for (const [name, args] of Object.entries(runs)) times[name].push(runOnce(args, env));
    for (const [name, values] of Object.entries(times)) console.log(`${name.padEnd(26)} ${median(values).toFixed(0).padStart(5)} ms`);
    for (const { ours, base, most } of PAIRS) {
      const ratio = median(times[ours].map((time, at) => time / times[base][at]));
      console.log(`${ours}: ${ratio.toFixed(2)}x ${base} (at most ${most}x, ${ROUNDS} rounds)`);
      if (process.argv.includes("--check") && ratio > most) process.exitCode = 1;
    }
  } finally {
    emulator.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    rmSync(home, { recursive: true, force: true });
  }
};

await (process.argv[2] === "serve" ? serve() : measure());
