#!/usr/bin/env node
// `registrants list --status all --all --csv` of 100,000 people, by the built command line: the first row is on stdout while the second page is not
// answered yet, every person is there once, and the process never takes more than 200 MB. `--check` fails otherwise. Needs built packages (pnpm build).
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createEmulator } from "../packages/zoom-emulator/dist/index.js";

const CLI = resolve(fileURLToPath(import.meta.url), "../../apps/cli/dist/main.js");
const PEOPLE = 100_000;
const MOST_MB = 200;
/** How long the second page is kept back for the first row. */
const PATIENCE_MS = 10_000;
/** Says the peak of its process, in kilobytes, on the fourth stream. */
const TELL_PEAK = 'data:text/javascript,import{writeSync}from"node:fs";process.on("exit",()=>writeSync(3,String(process.resourceUsage().maxRSS)))';

const emulator = createEmulator({ world: "large", rateLimits: false });
const webinar = (await emulator.state.webinars()).find(({ topic }) => topic === "The big one");
let hasRow = false;
let isFirstEarly = null;
const rowArrives = () =>
  new Promise((done) => {
    const startedMs = performance.now();
    const look = () => (hasRow || performance.now() - startedMs > PATIENCE_MS ? done(hasRow) : setTimeout(look, 5));
    look();
  });

const server = createServer(async (request, response) => {
  let body = "";
  for await (const part of request) body += part;
  const host = request.url.startsWith("/oauth/") ? "https://zoom.us" : "https://api.zoom.us";
  if (request.url.includes("next_page_token=") && isFirstEarly === null) isFirstEarly = await rowArrives();
  const { method, headers } = request;
  const answer = await emulator.send({ method, url: `${host}${request.url}`, headers: { ...headers }, ...(body === "" ? {} : { body }) });
  response.writeHead(answer.status, answer.headers).end(answer.text);
}).listen(0, "127.0.0.1");
await once(server, "listening");
const url = `http://127.0.0.1:${server.address().port}`;
const home = mkdtempSync(join(tmpdir(), "zw-bench-"));

try {
  const args = ["registrants", "list", String(webinar.id), "--status", "all", "--all", "--max-pages", "1000", "--page-size", "300", "--csv"];
  const begunMs = performance.now();
  const child = spawn(process.execPath, ["--import", TELL_PEAK, CLI, ...args], {
    env: {
      PATH: process.env.PATH,
      ZOOM_WEBINAR_HOME: home,
      ZOOM_API_BASE_URL: `${url}/v2`,
      ZOOM_OAUTH_BASE_URL: url,
      ZOOM_ACCOUNT_ID: "demo-account",
      ZOOM_CLIENT_ID: "demo-client",
      ZOOM_CLIENT_SECRET: "demo-secret",
      ZOOM_HEADROOM: "0",
      ZOOM_PLAN: "business",
    },
    stdio: ["ignore", "pipe", "inherit", "pipe"],
  });
  let lines = 0;
  let peak = "";
  child.stdout.on("data", (data) => {
    for (const byte of data) if (byte === 10) lines += 1;
    hasRow = lines > 1; // the first line is the head
  });
  child.stdio[3].setEncoding("utf8").on("data", (text) => {
    peak += text;
  });
  const [code] = await once(child, "close");
  const megabytes = Number(peak) / 1024;
  const seconds = (performance.now() - begunMs) / 1000;
  console.log(`${lines - 1} of ${PEOPLE} rows in ${seconds.toFixed(1)} s (exit ${code})`);
  console.log(`the first row came before the second page was answered: ${isFirstEarly ? "yes" : "no"}`);
  console.log(`peak memory ${megabytes.toFixed(0)} MB (at most ${MOST_MB} MB)`);
  const holds = code === 0 && lines - 1 === PEOPLE && isFirstEarly === true && megabytes <= MOST_MB;
  if (process.argv.includes("--check") && !holds) process.exitCode = 1;
} finally {
  server.close();
  await emulator.close();
  rmSync(home, { recursive: true, force: true });
}
