#!/usr/bin/env node
// Mutation tests, module by module: pnpm test:mutation [MODULE… | MODULE/PART…]. A module or a part runs for at most 25 minutes (MINUTES=10 for less,
// WORKERS=2 for two mutants at a time). Prints the score of each and what stayed alive; exits 1 if a module is below its score. A run that is stopped by
// the clock gives the score of what it reached, and says so.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { faultsOf, modulesFor } from "./match.mjs";
import { MODULES } from "./modules.mjs";

const ROOT = resolve(fileURLToPath(import.meta.url), "../../../..");
const STRYKER = createRequire(import.meta.url)
  .resolve("@stryker-mutator/core/package.json")
  .replace(/package\.json$/, "bin/stryker.js");
const MOST_MINUTES = Number(process.env.MINUTES ?? 25);

const folder = mkdtempSync(join(tmpdir(), "mutation-"));
/** Where Stryker copies the sources to. A run that is stopped leaves its copy behind, so this is removed at the end. */
const COPIES = `node_modules/.stryker/${process.pid}`;

/** Stryker ends its own children at an interrupt. */
const stryker = ({ mutate, tests }, tally) =>
  new Promise((done) => {
    const args = [STRYKER, "run", "tools/mutation/stryker.config.mjs", "--tempDirName", COPIES, "--mutate", [...mutate, "!**/*.test.ts"].join(",")];
    const env = { ...process.env, MUTATION_TESTS: JSON.stringify(tests), MUTATION_TALLY: tally };
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      said = (said + text).slice(-4000);
    });
    const clock = setTimeout(() => child.kill("SIGINT"), MOST_MINUTES * 60_000);
    child.on("close", (code) => {
      clearTimeout(clock);
      done({ code, said });
    });
  });

/** Killed and timed out, of all that could be killed; what does not run at all says nothing. */
const scoreOf = ({ Killed = 0, Timeout = 0, Survived = 0, NoCoverage = 0 }) => {
  const found = Killed + Timeout;
  return { found, all: found + Survived + NoCoverage, unmet: NoCoverage };
};

const percent = ({ found, all }) => (all === 0 ? "no" : ((100 * found) / all).toFixed(1));

const runOne = async (run) => {
  const tally = join(folder, `${run.name.replace("/", "-")}.json`);
  const started = performance.now();
  const { code, said } = await stryker(run, tally);
  const minutes = (performance.now() - started) / 60_000;
  let counts;
  try {
    counts = JSON.parse(readFileSync(tally, "utf8"));
  } catch {
    console.error(said);
    throw new Error(`${run.name}: Stryker did not begin (exit ${code})`);
  }
  for (const { file, line, column, mutatorName, replacement } of counts.alive)
    console.log(`  alive: ${file.replace(`${ROOT}/`, "")}:${line}:${column} ${mutatorName} -> ${replacement?.replaceAll(/\s+/g, " ").slice(0, 80)}`);
  const score = { ...scoreOf(counts.byStatus), minutes };
  const left = counts.mutants - score.all - (counts.byStatus.Ignored ?? 0);
  return { ...score, left: code === 0 ? 0 : left };
};

const lineOf = (name, score, rest = "") =>
  `${name}: ${percent(score)} % (${score.found} of ${score.all} found, ${score.unmet} met by no test, ${score.minutes.toFixed(1)} min${rest})${score.left > 0 ? `; stopped by the clock, about ${score.left} not reached` : ""}`;

const runModule = async ({ name, least, runs }) => {
  const sum = { found: 0, all: 0, unmet: 0, minutes: 0, left: 0 };
  for (const run of runs) {
    const score = await runOne(run);
    for (const key of Object.keys(sum)) sum[key] += score[key];
    if (runs.length > 1) console.log(lineOf(run.name, score));
  }
  console.log(lineOf(name, sum, `, at least ${least}`));
  return sum.all > 0 && (100 * sum.found) / sum.all >= least;
};

try {
  const modules = modulesFor(process.argv.slice(2), MODULES);
  const faults = modules.flatMap(({ name }) => {
    const module = name.split("/")[0];
    return faultsOf(MODULES[module], ROOT).map((fault) => `${module}: ${fault}`);
  });
  if (faults.length > 0) throw new Error(`tools/mutation/src/modules.mjs is out of date:\n${faults.join("\n")}`);
  for (const module of modules) if (!(await runModule(module))) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(ROOT, COPIES), { recursive: true, force: true });
}
