#!/usr/bin/env node
// Every measurement, one after the other: pnpm bench. Prints a table, and what each script says; with --json the figures alone, with --write as docs/benchmarks.md.
// --short: those that stand for a promise and take seconds, for CI. A figure counts as missed there only if it is worse than its target by the margin below,
// twice: shared machines are noisy, and a regression is larger than that.
import { fork } from "node:child_process";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { holds, inDigits } from "./figures.mjs";
import { writePage } from "./write-page.mjs";

const HERE = resolve(fileURLToPath(import.meta.url), "..");
const MARGIN = 0.35;
const isShort = process.argv.includes("--short");
const isJson = process.argv.includes("--json");

/** `short`: what makes a script take seconds; without it the script is left out of the short form. */
const SCRIPTS = [
  { file: "stdio-start", short: { ROUNDS: "5" } },
  { file: "http-calls", short: { ROUNDS: "5", ROUND_MS: "400" } },
  { file: "bytes", short: {} },
  { file: "cli-help", short: { ROUNDS: "5" } },
  { file: "emulator-start" },
  { file: "pages", short: { ROUNDS: "1" } },
  { file: "streamed-memory" },
  { file: "attendance", short: { ROUNDS: "3", SHORT: "1" } },
  { file: "import-clock", short: {} },
  { file: "import" },
  { file: "export" },
  { file: "growth" },
  { file: "rival" },
  { file: "leaks", short: { CALLS: "5000" }, execArgv: ["--expose-gc"] },
  { file: "type-check" },
];

/** Runs a script; its figures. Throws if it fails by itself: a figure that misses its target is not a failure of the script. */
const figuresOf = ({ file, short, execArgv = [] }) =>
  new Promise((done, fail) => {
    const child = fork(resolve(HERE, `${file}.mjs`), {
      env: { ...process.env, ...(isShort ? short : {}) },
      execArgv,
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    });
    const figures = [];
    child.stdout.on("data", (text) => (isJson ? process.stderr : process.stdout).write(text));
    child.on("message", ({ figure }) => figures.push(figure));
    child.on("error", fail).on("close", (code) => (code === 0 ? done(figures) : fail(new Error(`${file} ended with ${code}`))));
  });

/** Worse than its target by more than the margin. */
const isMissed = ({ value, most, least }) =>
  !holds({ value, most: most === undefined ? undefined : most * (1 + MARGIN), least: least === undefined ? undefined : least * (1 - MARGIN) });

const all = [];
for (const script of SCRIPTS) {
  if (isShort && script.short === undefined) continue;
  let figures = await figuresOf(script);
  if (isShort && figures.some(isMissed)) {
    console.error(`${script.file}: once more, since a figure missed its target`);
    figures = await figuresOf(script);
  }
  all.push(...figures);
}

if (isJson) console.log(JSON.stringify(all, null, 2));
else
  console.table(
    all.map((figure) => ({
      name: figure.name,
      value: `${inDigits(figure)} ${figure.unit}`,
      target: figure.most ?? figure.least ?? "",
      baseline: figure.baseline,
    })),
  );
if (process.argv.includes("--write")) writePage(all);
if (isShort) {
  for (const { name, value, most, least } of all.filter(isMissed)) {
    console.error(`${name}: ${value.toFixed(2)}, far ${most === undefined ? `below ${least}` : `above ${most}`}`);
    process.exitCode = 1;
  }
}
