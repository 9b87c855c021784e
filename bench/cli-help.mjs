#!/usr/bin/env node
// How long `zoom-webinar --help` takes, as a ratio to a program that is commander and nothing else, with 100 operations more than we have.
// Paired: each round runs all programs once, and the ratio is the median over rounds. `--check` fails above the target.
// Needs built packages (pnpm build), since the bundle takes our packages from their dist.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleApp, bundleProgram, median, runOnce, tell } from "./program.mjs";

const ROOT = resolve(fileURLToPath(import.meta.url), "../..");
const CLI = join(ROOT, "apps/cli");
const ROUNDS = Number(process.env.ROUNDS ?? 21);
const STUBS = 100;
const TARGET = 1.3;

// Below the app, so that bare imports resolve as they do for it.
const dir = mkdtempSync(join(CLI, "node_modules", ".bench-"));
const groups = Array.from({ length: 20 }, (_, at) => `resource${String.fromCharCode(97 + at)}`);
const stubs = Array.from({ length: STUBS }, (_, at) => ({
  group: groups[at % groups.length],
  verb: ["list", "get", "create", "update", "delete"][Math.floor(at / groups.length)],
  file: join(dir, `stub${at}.mjs`),
}));
const summary = (at) => `Do the thing number ${at} to a webinar, one page at a time, and say what was done.`;

const MANIFEST = join(ROOT, "packages/webinar-core/dist/generated/manifest.js");
const entries = () =>
  stubs
    .map(({ group, verb, file }, at) => {
      const entry = {
        id: `${group}.${verb}`,
        tool: `${verb}_${group}`,
        title: "Thing",
        summary: summary(at),
        effect: "read",
        emails: "nobody",
        idempotent: true,
        local: false,
        positional: ["webinar_id"],
        examples: [`${group} ${verb} 95312345678`],
      };
      return `{ ...${JSON.stringify(entry)}, load: () => import(${JSON.stringify(file)}).then(({ operation }) => operation) }`;
    })
    .join(",\n");

/** Adds entries to the manifest that each load a module of their own, as real ones do. */
const withStubs = {
  name: "with-stubs",
  load: {
    filter: { id: /webinar-core[\\/]dist[\\/]generated[\\/]manifest\.js$/ },
    handler: () =>
      `${readFileSync(MANIFEST, "utf8").replace("export const manifest", "const real")}\nexport const manifest = [...real, ${entries()}];`,
  },
};

const HEAD = 'import { Command } from "commander"; const program = new Command("bare").version("1.0.0").description("A program.");';
const PROGRAMS = {
  "commander alone": `${HEAD} program.parse();`,
  "commander, same commands": `${HEAD}
${groups
  .map(
    (group) =>
      `{ const g = program.command("${group}").description("${group}"); ${stubs
        .filter((stub) => stub.group === group)
        .map(({ verb }, at) => `g.command("${verb}").description(${JSON.stringify(summary(at))}).action(() => {});`)
        .join("")} }`,
  )
  .join("\n")} program.parse();`,
};

try {
  for (const [at, { file }] of stubs.entries()) writeFileSync(file, `export const operation = { id: "stub${at}" };`);
  await bundleApp(CLI, join(dir, "ours"), [withStubs]);
  const runs = {
    "node -e 0": ["-e", "0"],
    ours: [join(dir, "ours/main.js"), "--help"],
    "ours --version": [join(dir, "ours/main.js"), "--version"],
  };
  for (const [name, source] of Object.entries(PROGRAMS)) {
    const out = join(dir, name.replaceAll(/\W+/g, "-"));
    mkdirSync(out);
    writeFileSync(join(out, "entry.mjs"), source);
    await bundleProgram(join(out, "entry.mjs"), join(out, "dist"));
    runs[name] = [join(out, "dist/main.js"), "--help"];
  }
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (const args of Object.values(runs)) runOnce(args); // files into the cache
  for (let round = 0; round < ROUNDS; round++) for (const [name, args] of Object.entries(runs)) times[name].push(runOnce(args));
  const ratio = (name) => median(times.ours.map((time, at) => time / times[name][at]));
  for (const [name, values] of Object.entries(times)) {
    console.log(
      `${name.padEnd(26)} ${median(values).toFixed(0).padStart(4)} ms${name.startsWith("ours") ? "" : `   ours is ${ratio(name).toFixed(2)}x`}`,
    );
  }
  console.log(
    `--help with ${STUBS} more operations, against commander alone: ${ratio("commander alone").toFixed(2)}x (target ${TARGET}x, ${ROUNDS} rounds)`,
  );
  const version = median(times["ours --version"].map((time, at) => time / times["node -e 0"][at]));
  tell([
    {
      name: "Command line, `--help`",
      value: ratio("commander alone"),
      unit: "x",
      baseline: "a program that is commander and nothing else",
      most: TARGET,
    },
    { name: "Command line, `--version`", value: version, unit: "x", baseline: "node -e 0" },
  ]);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
