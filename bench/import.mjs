// Own processing of an import of 100,000 people: reading, checking, planning, journal, results. Zoom answers at once, and no time is spent waiting for the disk.
// node bench/import.mjs [--check]: with --check it fails above 20 s or 250 MB.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSession } from "../packages/webinar-core/dist/doors.js";
import { realDisk } from "../packages/webinar-core/dist/files/disk.js";
import { importRegistrants } from "../packages/webinar-core/dist/operations/registrants/import.js";
import { runOperation } from "../packages/webinar-core/dist/run.js";
import { tell } from "./program.mjs";

const ROWS = Number(process.env.ROWS ?? 100_000);
const MOST_SECONDS = 20;
const MOST_MEGABYTES = 250;

const folder = mkdtempSync(join(tmpdir(), "bench-import-"));
const fileOf = (name, prefix, rows) => {
  const people = Array.from({ length: rows }, (_, at) => `${prefix}${at}@example.com,Person,Number ${at}`);
  writeFileSync(join(folder, name), `Email,First Name,Last Name\n${people.join("\n")}\n`);
  return join(folder, name);
};

const json = (body, status = 200) => ({ status, headers: {}, text: JSON.stringify(body) });
const bodyOf = async (body) => {
  if (typeof body === "string" || body instanceof Uint8Array) return JSON.parse(Buffer.from(body).toString("utf8"));
  let text = "";
  for await (const piece of body ?? []) text += Buffer.from(piece).toString("utf8");
  return JSON.parse(text);
};
/** A Zoom that takes everybody. Its list shows the last page only: what was signed up latest. */
let latest = [];
const send = async ({ method, url, body }) => {
  if (url.includes("/oauth/"))
    return json({ access_token: "t", token_type: "bearer", expires_in: 3600, scope: "webinar:write:admin webinar:read:admin" });
  if (method === "POST") {
    latest = (await bodyOf(body)).registrants.map(({ email }, at) => ({
      email,
      id: `${at}`,
      registrant_id: `${at}`,
      create_time: new Date().toISOString(),
    }));
    return json({ registrants: latest }, 201);
  }
  if (url.includes("/questions")) return json({ questions: [], custom_questions: [] });
  if (url.includes("/registrants")) return json({ next_page_token: "", registrants: url.includes("status=approved") ? latest : [] });
  return json({ id: 95312345678, type: 5, topic: "Tides", settings: { approval_type: 0 } });
};

const session = createSession({ credentials: { kind: "access-token", accessToken: "t" }, send, stateFolder: folder, pace: false });
const disk = { append: async (path) => ({ ...(await realDisk.append(path)), sync: async () => {} }) };
const importOf = (file) =>
  runOperation(importRegistrants, { webinar_id: "95312345678", file }, { ...session, imports: { ...session.imports, disk } });
// For whoever compares sizes: what is loaded and compiled once is not a cost of a row.
if (process.env.WARM !== undefined) await importOf(fileOf("warm.csv", "w", Number(process.env.WARM)));
latest = [];
const file = fileOf("people.csv", "p", ROWS);
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);
const started = performance.now();
const done = await importOf(file);
const seconds = (performance.now() - started) / 1000;
clearInterval(watch);
rmSync(folder, { recursive: true, force: true });

const megabytes = Math.max(peak, process.memoryUsage().rss) / 1024 / 1024;
console.log(`${done.counts.registered} people, ${done.plan.calls} calls: ${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB at most`);
if (done.counts.registered !== ROWS) throw new Error(`not everybody was imported: ${JSON.stringify(done.counts)}, ${done.stopped?.message}`);
tell([
  {
    name: `Import of ${ROWS.toLocaleString("en")} people, own processing`,
    value: seconds,
    unit: "s",
    baseline: "Zoom answers at once",
    most: MOST_SECONDS,
  },
  { name: `Import of ${ROWS.toLocaleString("en")} people, peak memory`, value: megabytes, unit: "MB", baseline: "none", most: MOST_MEGABYTES },
]);
