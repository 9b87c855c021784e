/** What benchmarks of whole programs share: bundled as an app is, run once, the median of many. */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundle, bundleEntry } from "../scripts/bundle.mjs";
import { holds, inDigits } from "./figures.mjs";

/**
 * Bundles `entry` into `outdir`/main.js as an app is. `alias`: of Rolldown. `isOurs`: with what we put in the place of parts of the SDK; a program to compare
 * ourselves with has the SDK as it is.
 */
export const bundleProgram = (entry, outdir, { alias = {}, isOurs = false } = {}) =>
  bundleEntry({ folder: join(entry, ".."), entry, outdir, version: "0.0.0", alias, isOurs });

/** Bundles one of our apps into `outdir`/main.js as its build does, with more `plugins` of Rolldown. */
export const bundleApp = (folder, outdir, plugins) => bundle({ folder, outdir, version: "0.0.0", plugins });

/** Milliseconds that `node` takes with these arguments, start and end included. Throws where it fails. */
export const runOnce = (args, env = process.env) => {
  const begun = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  if (status !== 0) throw new Error(`${args.join(" ")}: exit ${status}\n${stderr}`);
  return Number(process.hrtime.bigint() - begun) / 1e6;
};

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * Reports figures to `run.mjs`, which collects them; with `--check` it fails if one misses its target. Each is `{ name, value, unit, baseline, most or
 * least }`: `unit` is "x" for a ratio to the baseline, which is named.
 */
export const tell = (figures) => {
  for (const figure of figures) process.send?.({ figure });
  if (!process.argv.includes("--check")) return;
  for (const figure of figures.filter((one) => !holds(one))) {
    const { name, most, least } = figure;
    console.error(`${name}: ${inDigits(figure)} is ${most === undefined ? `below ${least}` : `above ${most}`}`);
    process.exitCode = 1;
  }
};

const MCP_SERVER = join(resolve(fileURLToPath(import.meta.url), "../.."), "packages/mcp-server/package.json");

/** Serves a factory's tools in this process: a function that sends one request of JSON-RPC and returns the answer. */
export const openHandler = async (factory) => {
  const entry = createRequire(MCP_SERVER)
    .resolve("@modelcontextprotocol/server")
    .replace(/\.cjs$/, ".mjs");
  const { createMcpHandler } = await import(pathToFileURL(entry).href);
  const handler = createMcpHandler(factory);
  const headers = { "content-type": "application/json", accept: "application/json, text/event-stream", "mcp-protocol-version": "2025-11-25" };
  let id = 0;
  return async (method, params) => {
    id += 1;
    const body = JSON.stringify({ jsonrpc: "2.0", id, method, params });
    const text = await (await handler.fetch(new Request("http://127.0.0.1/mcp", { method: "POST", headers, body }))).text();
    return JSON.parse(text.slice(text.indexOf("{")));
  };
};
