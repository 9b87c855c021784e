#!/usr/bin/env node
// How many pages a second `pages()` of zoom-client reads, as a ratio to a loop of bare `undici.request` and JSON.parse over the same 334 pages:
// 100,000 registrants in their three statuses, from an emulator in a process of its own. Interleaved: a stretch of pages raw, the same by the client,
// in turns, so that what else the machine does meets both; the ratio is the median over stretches. `--check` fails below the target.
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient, undiciSend } from "../packages/zoom-client/dist/index.js";
import { startLargeEmulator } from "./large-emulator.mjs";
import { median, tell } from "./program.mjs";

const ROOT = resolve(fileURLToPath(import.meta.url), "../..");
const { Agent, request } = createRequire(`${ROOT}/packages/zoom-client/`)("undici");
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const STRETCH = 20;
const PAGES = 334;
const TARGET = 0.9;
const LIST = "GET /webinars/{webinarId}/registrants";
const STATUSES = ["approved", "pending", "denied"];

const { url, webinarId, stop } = await startLargeEmulator();
const dispatcher = new Agent();
const send = undiciSend();

/** A token as a client has one. */
const signIn = async () => {
  const answer = await request(`${url}/oauth/token?grant_type=account_credentials&account_id=demo`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from("demo:demo").toString("base64")}` },
    dispatcher,
  });
  return (await answer.body.json()).access_token;
};
const token = await signIn();

async function* rawPages() {
  for (const status of STATUSES) {
    let next = "";
    do {
      const query = `status=${status}&page_size=300${next === "" ? "" : `&next_page_token=${encodeURIComponent(next)}`}`;
      const { statusCode, body } = await request(`${url}/v2/webinars/${webinarId}/registrants?${query}`, {
        headers: { accept: "application/json", authorization: `Bearer ${token}` },
        dispatcher,
      });
      const page = await body.json();
      if (statusCode !== 200) throw new Error(`HTTP ${statusCode}`);
      yield page;
      next = page.next_page_token;
    } while (next);
  }
}

async function* clientPages() {
  const access = { value: token, apiUrl: null };
  const client = createClient({ tokens: { get: async () => access, renew: async () => access }, send, baseUrl: `${url}/v2`, pace: false });
  for (const status of STATUSES) yield* client.pages(LIST, { path: { webinarId }, query: { status, page_size: 300 } });
}

/** Reads so many pages on; how many came, how many rows, and how long it took (ms). */
const read = async (pages, most) => {
  const begun = performance.now();
  let came = 0;
  let rows = 0;
  for (; came < most; came += 1) {
    const { value, done } = await pages.next();
    if (done) break;
    rows += value.registrants.length;
  }
  return { came, rows, ms: performance.now() - begun };
};

const ratios = [];
const total = { raw: 0, ours: 0 };
try {
  for (let round = 0; round <= ROUNDS; round += 1) {
    const raw = rawPages();
    const ours = clientPages();
    let pages = 0;
    let rows = 0;
    for (let turn = round; ; turn += 1) {
      const both = {};
      for (const name of turn % 2 === 0 ? ["raw", "ours"] : ["ours", "raw"]) both[name] = await read(name === "raw" ? raw : ours, STRETCH);
      if (both.raw.came !== both.ours.came || both.raw.rows !== both.ours.rows) throw new Error(`not the same pages: ${JSON.stringify(both)}`);
      pages += both.ours.came;
      rows += both.ours.rows;
      if (both.ours.came === STRETCH && round > 0) ratios.push(both.raw.ms / both.ours.ms);
      // The first round fills caches and lets the compiler work.
      if (round > 0) for (const name of ["raw", "ours"]) total[name] += both[name].ms;
      if (both.ours.came < STRETCH) break;
    }
    if (pages !== PAGES || rows !== 100_000) throw new Error(`${pages} pages, ${rows} rows`);
  }
  const perSecond = (name) => ((PAGES * ROUNDS * 1000) / total[name]).toFixed(0);
  const ratio = median(ratios);
  console.log(
    `raw undici.request ${perSecond("raw")} pages/s, pages() ${perSecond("ours")} pages/s: ${ratio.toFixed(2)} of it, total ${(total.raw / total.ours).toFixed(2)} (target ${TARGET}, ${ROUNDS} rounds of ${PAGES} pages)`,
  );
  tell([{ name: "Pages a second, `pages()`", value: ratio, unit: "x", baseline: "a loop of bare undici.request and JSON.parse", least: TARGET }]);
} finally {
  stop();
  await send.close();
  await dispatcher.close();
}
