#!/usr/bin/env node
/**
 * For the day Zoom publishes a new document: what it has that ours lacks, what it no longer has, and what it says differently, by operation.
 *   pnpm openapi:drift FILE-OR-URL [--base FILE] [--all] [--json]
 * --base: compare with that document instead of packages/zoom-client/openapi/bundled.json (Zoom's previous one, say).
 * --all: also operations that have nothing to do with webinars. What openapi/deviations.json explains is counted, not shown.
 * Exit code: 0 no drift, 1 drift, 2 the document cannot be read.
 */
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { operationFacts } from "./operation-facts.mjs";

const client = resolve(dirname(fileURLToPath(import.meta.url)), "../../../packages/zoom-client/openapi");

const textOf = async (place) => {
  if (!/^https?:\/\//.test(place)) return readFileSync(resolve(process.env.INIT_CWD ?? ".", place), "utf8");
  const reply = await fetch(place, { signal: AbortSignal.timeout(60_000) });
  if (!reply.ok) throw new Error(`answered ${reply.status}`);
  return reply.text();
};

const read = async (place) => {
  try {
    const doc = JSON.parse(await textOf(place));
    if (doc?.openapi === undefined || doc.paths === undefined) throw new Error('no OpenAPI document: it lacks "openapi" or "paths"');
    return doc;
  } catch (error) {
    throw new Error(`openapi: ${place}: ${error instanceof Error ? error.message : error} (an OpenAPI 3 document as JSON is needed)`);
  }
};

/** "reply.a.b (type)" → "reply.a", "reply": where one of these is itself new or gone, what hangs below it goes without saying. */
const parentsOf = (at) => {
  const bare = at.replace(/ \([^)]*\)$/, "");
  const cuts = [...bare.matchAll(/\.|\[\]/g)].map(({ index }) => bare.slice(0, index));
  return at === bare ? cuts : [...cuts, bare];
};
const topmost = (places) => {
  const all = new Set(places);
  return places.filter((at) => !parentsOf(at).some((parent) => all.has(parent)));
};

const compare = (base, next) => {
  const added = topmost([...next.keys()].filter((at) => !base.has(at)));
  const gone = topmost([...base.keys()].filter((at) => !next.has(at)));
  const changed = [...next].flatMap(([at, to]) => (base.has(at) && base.get(at) !== to ? [{ at, from: base.get(at), to }] : []));
  const valued = (facts) => (at) => (facts.get(at) ? `${at}: ${facts.get(at)}` : at);
  return { added: added.map(valued(next)), gone: gone.map(valued(base)), changed };
};

/** We bound every string and list, Zoom's documents few: a bound of ours that Zoom does not state is no drift. */
const BOUND = /\((min|max)[A-Z]?\w+\)$/;

/** What differs from `base` in `next`; `ours`: base is our own document; `explained` holds "<operation> <location>" of what differs on purpose. */
export const drift = (base, next, { all = false, ours = false, explained = new Set() } = {}) => {
  const [before, after] = [operationFacts(base), operationFacts(next)];
  const isOurs = ({ name }) => all || /webinar/i.test(name);
  const report = {
    new_operations: [...after].filter(([key, operation]) => !before.has(key) && isOurs(operation)).map(([, { name }]) => name),
    gone_operations: [...before].filter(([key]) => !after.has(key)).map(([, { name }]) => name),
    operations: [],
    explained: 0,
  };
  for (const [key, { name, facts }] of before) {
    const theirs = after.get(key);
    if (!theirs) continue;
    const stated = ours ? new Map([...facts].filter(([at]) => !BOUND.test(at) || theirs.facts.has(at))) : facts;
    const { added, gone, changed } = compare(stated, theirs.facts);
    const unexplained = (at) => {
      if (![name, theirs.name].some((operation) => explained.has(`${operation} ${at.split(": ")[0]}`))) return true;
      report.explained += 1;
      return false;
    };
    const rest = { added: added.filter(unexplained), gone: gone.filter(unexplained), changed: changed.filter(({ at }) => unexplained(at)) };
    if (rest.added.length + rest.gone.length + rest.changed.length > 0) report.operations.push({ operation: name, ...rest });
  }
  return report;
};

const lines = ({ new_operations, gone_operations, operations, explained }) => [
  ...new_operations.map((name) => `+ ${name}`),
  ...gone_operations.map((name) => `- ${name}`),
  ...operations.flatMap(({ operation, added, gone, changed }) => [
    operation,
    ...added.map((at) => `  + ${at}`),
    ...gone.map((at) => `  - ${at}`),
    ...changed.map(({ at, from, to }) => `  ~ ${at}: ${from} -> ${to}`),
  ]),
  `${new_operations.length} operations new, ${gone_operations.length} gone, ${operations.length} changed; ${explained} differences explained in deviations.json`,
];

const main = async () => {
  const options = { base: { type: "string" }, all: { type: "boolean", default: false }, json: { type: "boolean", default: false } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals.length !== 1) throw new Error("openapi: give one document: pnpm openapi:drift FILE-OR-URL [--base FILE] [--all] [--json]");
  const explained = new Set(JSON.parse(readFileSync(join(client, "deviations.json"), "utf8")).map(({ at }) => at));
  const [base, next] = [await read(values.base ?? join(client, "bundled.json")), await read(positionals[0])];
  const report = drift(base, next, { all: values.all, ours: values.base === undefined, explained });
  console.log(values.json ? JSON.stringify(report, null, 2) : lines(report).join("\n"));
  process.exitCode = report.new_operations.length + report.gone_operations.length + report.operations.length > 0 ? 1 : 0;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error) => {
    console.error(error.message);
    process.exitCode = 2;
  });
}
