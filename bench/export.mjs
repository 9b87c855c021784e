// An export of 100,000 registrants to a file: reading, joining, writing, cursor. Zoom answers at once, and no time is spent waiting for the disk.
// node bench/export.mjs [--check]: with --check it fails above 60 s or 200 MB.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSession } from "../packages/webinar-core/dist/doors.js";
import { realDisk } from "../packages/webinar-core/dist/files/disk.js";
import { exportRegistrants } from "../packages/webinar-core/dist/operations/exports/registrants.js";
import { runOperation } from "../packages/webinar-core/dist/run.js";
import { tell } from "./program.mjs";

const ROWS = Number(process.env.ROWS ?? 100_000);
const PAGE = 300;
const MOST_SECONDS = 60;
const MOST_MEGABYTES = 200;

const folder = mkdtempSync(join(tmpdir(), "bench-export-"));
const json = (body) => ({ status: 200, headers: {}, text: JSON.stringify(body) });
/** A Zoom with so many people on one webinar, all approved. */
let people = ROWS;
const send = async ({ url }) => {
  const query = new URL(url).searchParams;
  if (query.get("status") !== "approved") return json({ next_page_token: "", registrants: [] });
  const from = Number(query.get("next_page_token") ?? 0);
  const to = Math.min(from + PAGE, people);
  const registrants = Array.from({ length: to - from }, (_, at) => ({
    id: `r${from + at}`,
    email: `p${from + at}@example.com`,
    first_name: "Person",
    last_name: `Number ${from + at}`,
    status: "approved",
    create_time: "2027-01-01T10:00:00Z",
    org: "Tidal Works",
  }));
  return json({ next_page_token: to < people ? String(to) : "", total_records: people, registrants });
};

const session = createSession({ credentials: { kind: "access-token", accessToken: "t" }, send, stateFolder: folder, pace: false });
const disk = { append: async (path) => ({ ...(await realDisk.append(path)), sync: async () => {} }) };
const run = (name, cursor = "bench") =>
  runOperation(
    exportRegistrants,
    { webinar_id: "95312345678", file: join(folder, name), cursor },
    { ...session, imports: { ...session.imports, disk } },
  );
// For whoever compares sizes: what is loaded and compiled once is not a cost of a row.
if (process.env.WARM !== undefined) {
  people = Number(process.env.WARM);
  await run("warm.jsonl", "warm");
  people = ROWS;
}
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 20);
const started = performance.now();
const { written } = await run("all.jsonl");
const seconds = (performance.now() - started) / 1000;
const megabytes = Math.max(peak, process.memoryUsage().rss) / 1024 / 1024;
const again = await run("none.jsonl");
clearInterval(watch);
const lines = readFileSync(join(folder, "all.jsonl"), "utf8").split("\n").length - 1;
rmSync(folder, { recursive: true, force: true });

console.log(`${written} registrants: ${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB at most; again: ${again.written}`);
if (lines !== ROWS || again.written !== 0) throw new Error("rows are missing, or come twice");
tell([
  {
    name: `Export of ${ROWS.toLocaleString("en")} registrants, own processing`,
    value: seconds,
    unit: "s",
    baseline: "Zoom answers at once",
    most: MOST_SECONDS,
  },
  { name: `Export of ${ROWS.toLocaleString("en")} registrants, peak memory`, value: megabytes, unit: "MB", baseline: "none", most: MOST_MEGABYTES },
]);
