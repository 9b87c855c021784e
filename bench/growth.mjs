#!/usr/bin/env node
// What ten and a hundred times the rows cost, as a ratio to the time of one thousand: a list read page by page, an export, an import, an attendance report.
// Each in a process of its own, which has done the same with a thousand before: what is loaded and compiled once is not a cost of a row. A figure above ten or a
// hundred is a cost that grows faster than the rows. Zoom answers at once, from memory. node bench/growth.mjs [--check]
import { fork, spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { median, tell } from "./program.mjs";

const SELF = fileURLToPath(import.meta.url);
const HERE = resolve(SELF, "..");
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const ONE = 1000;
/** Joinings of the report that attendance.mjs makes by itself. */
const REPORT_ROWS = 50_000;
/** Times as many rows, and how much longer that may take. */
const STEPS = [
  { times: 10, name: "ten", most: 12 },
  { times: 100, name: "a hundred", most: 120 },
];

/** In a child: reads so many people page by page. */
const readList = async (rows) => {
  const { createClient } = await import("../packages/zoom-client/dist/index.js");
  let last = rows;
  const page = (from) => {
    const to = Math.min(from + 300, last);
    const registrants = Array.from({ length: to - from }, (_, at) => ({
      id: `r${from + at}`,
      email: `p${from + at}@example.com`,
      first_name: "Person",
    }));
    return JSON.stringify({ next_page_token: to < last ? String(to) : "", registrants });
  };
  const send = async ({ url }) => ({ status: 200, headers: {}, text: page(Number(new URL(url).searchParams.get("next_page_token") ?? 0)) });
  const access = { value: "t", apiUrl: null };
  const client = createClient({ tokens: { get: async () => access, renew: async () => access }, send, pace: false });
  const read = async () => {
    let people = 0;
    const list = client.pages("GET /webinars/{webinarId}/registrants", { path: { webinarId: "95312345678" }, query: { page_size: 300 } });
    for await (const { registrants } of list) people += registrants.length;
    return people;
  };
  last = ONE;
  await read();
  last = rows;
  const started = performance.now();
  const people = await read();
  if (people !== rows) throw new Error(`${people} people instead of ${rows}`);
  process.stdout.write(JSON.stringify({ ms: performance.now() - started }));
};

const printed = (args, warm) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env: { ...process.env, WARM: String(warm) } });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout).ms;
};

/** The time that a benchmark with its own ROWS reports, in seconds. */
const told = (file, rows) =>
  new Promise((done, fail) => {
    const child = fork(resolve(HERE, file), {
      env: { ...process.env, ROWS: String(rows), WARM: String(ONE) },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    let seconds;
    child.on("message", ({ figure }) => {
      if (figure.unit === "s") seconds = figure.value;
    });
    child.on("error", fail).on("close", (code) => (code === 0 ? done(seconds) : fail(new Error(`${file} ended with ${code}`))));
  });

/** A job, and how long it takes with so many rows, in a unit of its own. */
const JOBS = [
  { name: "A list, page by page", time: async (rows) => printed([SELF, "list", String(rows)], ONE) },
  { name: "An export", time: (rows) => told("export.mjs", rows) },
  { name: "An import", time: (rows) => told("import.mjs", rows) },
  {
    name: "An attendance report",
    time: async (rows) => printed([resolve(HERE, "attendance.mjs"), "run", String(rows / REPORT_ROWS)], ONE / REPORT_ROWS),
  },
];

if (process.argv[2] === "list") await readList(Number(process.argv[3]));
else {
  const figures = [];
  for (const { name, time } of JOBS) {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const one = await time(ONE);
      rounds.push(await STEPS.reduce(async (done, { times }) => [...(await done), (await time(ONE * times)) / one], Promise.resolve([])));
    }
    for (const [at, step] of STEPS.entries())
      figures.push({
        name: `${name}, ${step.name} times the rows`,
        value: median(rounds.map((round) => round[at])),
        unit: "x",
        baseline: "the time of one thousand",
        most: step.most,
      });
  }
  for (const { name, value, most } of figures) console.log(`${name}: ${value.toFixed(1)}x (target ${most}x, ${ROUNDS} rounds)`);
  tell(figures);
}
