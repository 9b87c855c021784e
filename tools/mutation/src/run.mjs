#!/usr/bin/env node
// Mutation tests, module by module, each for at most 25 minutes: pnpm test:mutation [MODULE…]. Prints the score of each and what stayed alive; exits 1 where
// a module is below its score. A run that is stopped by the clock gives the score of what it reached, and says so.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { faultsOf } from "./match.mjs";
import { MODULES } from "./modules.mjs";

const ROOT = resolve(fileURLToPath(import.meta.url), "../../../..");
const STRYKER = createRequire(import.meta.url)
  .resolve("@stryker-mutator/core/package.json")
  .replace(/package\.json$/, "bin/stryker.js");
const MOST_MINUTES = Number(process.env.MINUTES ?? 25);

const folder = mkdtempSync(join(tmpdir(), "mutation-"));

/** Stryker ends its own children at an interrupt. */
const stryker = ({ mutate, tests }, tally) =>
  new Promise((done) => {
    const args = [STRYKER, "run", "tools/mutation/stryker.config.mjs", "--mutate", [...mutate, "!**/*.test.ts"].join(",")];
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
  const all = found + Survived + NoCoverage;
  return { found, all, score: all === 0 ? null : (100 * found) / all };
};

const runModule = async (name) => {
  const tally = join(folder, `${name}.json`);
  const started = performance.now();
  const { code, said } = await stryker(MODULES[name], tally);
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  let counts;
  try {
    counts = JSON.parse(readFileSync(tally, "utf8"));
  } catch {
    console.error(said);
    throw new Error(`${name}: Stryker did not begin (exit ${code})`);
  }
  const { found, all, score } = scoreOf(counts.byStatus);
  const { NoCoverage: unmet = 0 } = counts.byStatus;
  for (const { file, line, column, mutatorName, replacement } of counts.alive)
    console.log(`  alive: ${file.replace(`${ROOT}/`, "")}:${line}:${column} ${mutatorName} -> ${replacement?.replaceAll(/\s+/g, " ").slice(0, 80)}`);
  const reached = code === 0 ? "" : `; stopped after ${minutes} min with ${all} of ${counts.mutants} reached`;
  console.log(
    `${name}: ${score?.toFixed(1) ?? "no"} % (${found} of ${all} found, ${unmet} met by no test, ${minutes} min, at least ${MODULES[name].least})${reached}`,
  );
  return score !== null && score >= MODULES[name].least;
};

try {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !Object.hasOwn(MODULES, name));
  if (unknown.length > 0) throw new Error(`No module ${unknown.join(", ")}; there are ${Object.keys(MODULES).join(", ")}.`);
  const names = asked.length > 0 ? asked : Object.keys(MODULES);
  const faults = names.flatMap((name) => faultsOf(MODULES[name], ROOT).map((fault) => `${name}: ${fault}`));
  if (faults.length > 0) throw new Error(`tools/mutation/src/modules.mjs is out of date:\n${faults.join("\n")}`);
  for (const name of names) if (!(await runModule(name))) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
