#!/usr/bin/env node
// Side by side with Zoom's own library for Node, @zoom/rivet, over the same emulator: how many pages a second each reads, and how long each takes to load.
// Rivet is installed by npm into a temporary folder for the time of the run, since its licence is Zoom's own and nothing of ours needs it. Without a registry
// it is left out, and the output says so. MCP servers for Zoom that we know of are on PyPI only; npm has none under a name that our lists hold.
// node bench/rival.mjs [--check]. Needs built packages.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createClient, undiciSend } from "../packages/zoom-client/dist/index.js";
import { startLargeEmulator } from "./large-emulator.mjs";
import { median, runOnce, tell } from "./program.mjs";

const ROOT = resolve(fileURLToPath(import.meta.url), "../..");
const RIVAL = "@zoom/rivet";
const VERSION = "0.4.0";
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const PAGES = 100;

const folder = mkdtempSync(join(tmpdir(), "bench-rival-"));

/** True if the rival lies in the folder. */
const install = () => {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: { [RIVAL]: VERSION } }));
  try {
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: folder, stdio: "pipe", timeout: 120_000 });
    return true;
  } catch (error) {
    console.log(`${RIVAL} ${VERSION} is left out, since npm does not install it here: ${String(error.stderr ?? error).split("\n")[0]}`);
    return false;
  }
};

const rivalUrl = () => pathToFileURL(join(folder, "node_modules/@zoom/rivet/meetings/meetings.mjs")).href;

const tokenFrom = async (url) => {
  const answer = await fetch(`${url}/oauth/token?grant_type=account_credentials&account_id=demo`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from("demo:demo").toString("base64")}` },
  });
  return (await answer.json()).access_token;
};

/** Reads so many pages of the list with each, in turns; the ratio of their speeds. */
const comparePages = async ({ url, webinarId }) => {
  const token = await tokenFrom(url);
  const { MeetingsEndpoints } = await import(rivalUrl());
  const rival = new MeetingsEndpoints({ auth: { getToken: () => token }, baseUrl: `${url}/v2` });
  const send = undiciSend();
  const access = { value: token, apiUrl: null };
  const client = createClient({ tokens: { get: async () => access, renew: async () => access }, send, baseUrl: `${url}/v2`, pace: false });
  const readOurs = async () => {
    let people = 0;
    let pages = 0;
    for await (const { registrants } of client.pages("GET /webinars/{webinarId}/registrants", { path: { webinarId }, query: { page_size: 300 } })) {
      people += registrants.length;
      pages += 1;
      if (pages === PAGES) break;
    }
    return people;
  };
  const readTheirs = async () => {
    let people = 0;
    let next_page_token = "";
    for (let page = 0; page < PAGES; page += 1) {
      const query = { page_size: 300, ...(next_page_token === "" ? {} : { next_page_token }) };
      const { data } = await rival.webinars.listWebinarRegistrants({ path: { webinarId }, query });
      people += data.registrants.length;
      next_page_token = data.next_page_token;
    }
    return people;
  };
  const timed = async (read) => {
    const begun = performance.now();
    const people = await read();
    if (people !== PAGES * 300) throw new Error(`${people} people`);
    return performance.now() - begun;
  };
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const isOursFirst = round % 2 === 0;
    const first = await timed(isOursFirst ? readOurs : readTheirs);
    const second = await timed(isOursFirst ? readTheirs : readOurs);
    const [ours, theirs] = isOursFirst ? [first, second] : [second, first];
    // The first round lets the compiler work.
    if (round > 0) rounds.push({ ours, theirs });
  }
  await send.close();
  return {
    ours: median(rounds.map(({ ours }) => ours)),
    theirs: median(rounds.map(({ theirs }) => theirs)),
    ratio: median(rounds.map(({ ours, theirs }) => theirs / ours)),
  };
};

const compareLoading = () => {
  const load = (url) => runOnce(["--input-type=module", "-e", `await import(${JSON.stringify(url)})`]);
  const ours = pathToFileURL(join(ROOT, "packages/webinar-core/dist/index.js")).href;
  return median(Array.from({ length: ROUNDS }, () => load(ours) / load(rivalUrl())));
};

try {
  if (install()) {
    const emulator = await startLargeEmulator();
    try {
      const pages = await comparePages(emulator);
      const loading = compareLoading();
      const perSecond = (ms) => ((PAGES * 1000) / ms).toFixed(0);
      console.log(
        `${RIVAL} ${perSecond(pages.theirs)} pages/s, pages() ${perSecond(pages.ours)} pages/s: ${pages.ratio.toFixed(2)}x; loading ${loading.toFixed(2)}x its time (${ROUNDS} rounds)`,
      );
      const baseline = `${RIVAL} ${VERSION}, Zoom's own library for Node`;
      tell([
        { name: "Pages a second, `pages()` beside another library", value: pages.ratio, unit: "x", baseline, least: 1 },
        { name: "The library, time to load", value: loading, unit: "x", baseline },
      ]);
    } finally {
      emulator.stop();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
