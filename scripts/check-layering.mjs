#!/usr/bin/env node
// The import arrows of docs/architecture: a package may use those to its left, and nothing else of ours.
// Reads package.json and import lines; `--root DIR` checks another tree (the planted-violation test does).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isTestSupport } from "./test-support.mjs";

const ROOT = resolve(process.argv.includes("--root") ? process.argv[process.argv.indexOf("--root") + 1] : ".");
const LIBRARIES = ["foundation", "auth", "zoom-client", "webinar-core", "mcp-server"];
const left = (name) => LIBRARIES.slice(0, LIBRARIES.indexOf(name));
const ALLOWED = {
  ...Object.fromEntries(LIBRARIES.map((name) => [name, left(name)])),
  "report-page": ["foundation", "webinar-core"],
  "zoom-emulator": ["foundation", "zoom-client/endpoints", "zoom-client/openapi.json"],
  cli: [...LIBRARIES.filter((name) => name !== "mcp-server"), "report-page", "zoom-emulator"],
  "mcp-stdio": [...LIBRARIES, "zoom-emulator"],
  "mcp-http": [...LIBRARIES, "zoom-emulator"],
};
/** Packages of which one takes the shapes only: it must load without them. */
const TYPES_ONLY = { "report-page": ["webinar-core"] };
/**
 * Folders and top-level files of the large packages, each of which imports only what is before it here. A name of a list in a list: of one level, and
 * apart from each other.
 */
const FLOORS = {
  "webinar-core": [
    ["time", "account", "files"],
    ["settle"],
    ["operation", "prompt"],
    ["people"],
    ["answers", "attendance", "api", "import"],
    ["export"],
    ["data"],
    ["calendar"],
    ["policy", "operations", "file-renderers.ts"],
    ["scopes", "session", "settings", "generated"],
    ["run.ts", "find"],
    ["live-audit"],
    ["doctor"],
    ["connect.ts"],
    ["index.ts", "doors.ts"],
  ],
  "zoom-emulator": [
    ["http"],
    ["state"],
    ["rules", "worlds", "validate"],
    ["time", "oauth", "webhooks"],
    ["options.ts", "resources", "seed"],
    ["handlers.ts", "control"],
    ["api.ts"],
    ["emulator.ts"],
    ["create.ts"],
    ["index.ts"],
  ],
};
/** The MCP SDK's server API enters through these files alone; the apps take its transports. */
const SDK_HOMES = join("packages", "mcp-server", "src", "sdk");

const faults = [];
/** Files below a folder; not what was built, and not what was installed. */
const filesOf = (dir, kind = /\.tsx?$/) =>
  existsSync(dir)
    ? readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
        if (entry.isDirectory()) return /^(node_modules|dist|\.tsc)$/.test(entry.name) ? [] : filesOf(join(dir, entry.name), kind);
        return kind.test(entry.name) ? [join(dir, entry.name)] : [];
      })
    : [];
/** The folder of a file at the top of `src`, or the file itself. */
const roomOf = (src, file) => relative(src, file).split(sep)[0];
/** A statement or call that names a module, and how it begins. */
const STATEMENT = /((?:import|export)\b[^;"']*?)["'](@zoom-webinar\/[^"']+)["']/g;
const IMPORT = /(?:from|import)\s*\(?\s*["']([^"']+)["']/g;

for (const [name, allowed] of Object.entries(ALLOWED)) {
  const home = ["packages", "apps"].map((top) => join(ROOT, top, name)).find((dir) => existsSync(dir));
  if (!home) continue;
  const isOk = (wanted) => allowed.some((entry) => wanted === entry || wanted.startsWith(`${entry}/`));
  const manifest = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const isApp = home.includes(`${sep}apps${sep}`);
  const declared = isApp ? manifest.devDependencies : manifest.dependencies;
  for (const dependency of Object.keys(declared ?? {}).filter((key) => key.startsWith("@zoom-webinar/"))) {
    const wanted = dependency.slice("@zoom-webinar/".length);
    // An app is bundled, so what it is made of and what tests it are in one list.
    if (isApp && wanted === "testing") continue;
    if (!allowed.some((entry) => entry === wanted || entry.startsWith(`${wanted}/`)))
      faults.push(`${relative(ROOT, join(home, "package.json"))}: ${name} may not depend on ${wanted}`);
  }
  for (const file of filesOf(join(home, "src"))) {
    // Tests may reach for the emulator and the clients.
    if (/\.(test|browser)\.ts$/.test(file) || file.includes(`${sep}src${sep}test${sep}`)) continue;
    const shown = relative(ROOT, file);
    const text = readFileSync(file, "utf8");
    for (const only of TYPES_ONLY[name] ?? []) {
      for (const [, how, target] of text.matchAll(STATEMENT)) {
        const isOnly = target === `@zoom-webinar/${only}` || target.startsWith(`@zoom-webinar/${only}/`);
        if (isOnly && !/^(import|export) type\b/.test(how)) faults.push(`${shown}: ${name} may import only types of ${only}`);
      }
    }
    for (const [, target] of text.matchAll(IMPORT)) {
      if (target.startsWith("@zoom-webinar/") && !isOk(target.slice("@zoom-webinar/".length)))
        faults.push(`${shown}: ${name} may not import ${target}`);
      if (target.startsWith(".") && !resolve(dirname(file), target).startsWith(home + sep))
        faults.push(`${shown}: reaches into another package: ${target}`);
      if (/^@modelcontextprotocol\//.test(target) && name === "mcp-server" && !shown.startsWith(SDK_HOMES))
        faults.push(`${shown}: only ${SDK_HOMES}*.ts import the MCP SDK`);
      if (/^@modelcontextprotocol\//.test(target) && !["mcp-server", "mcp-stdio", "mcp-http"].includes(name))
        faults.push(`${shown}: ${name} may not know MCP`);
      if (/^(commander|cli-table3|@clack\/)/.test(target) && name !== "cli") faults.push(`${shown}: ${name} may not know terminals`);
    }
  }
}
/**
 * Tests, test support and tools too: no file climbs out of its package into another one. What several packages share for tests is `@zoom-webinar/testing`;
 * what a package or an app offers to others is in the `exports` of its package.json. A built app is a program, which tests start by its path.
 */
const CLIMB = /["'`]((?:\.\.\/)+[^"'`\s]*)["'`]/g;
/** The generator of zoom-client: it reads and writes there. */
const MAY_CLIMB = join("tools", "openapi");
const workspaces = ["packages", "apps", "tools"].flatMap((top) =>
  existsSync(join(ROOT, top)) ? readdirSync(join(ROOT, top)).map((name) => join(top, name)) : [],
);
for (const home of workspaces.filter((name) => name !== MAY_CLIMB)) {
  for (const file of filesOf(join(ROOT, home), /\.(tsx?|m[jt]s)$/)) {
    for (const [, target] of readFileSync(file, "utf8").matchAll(CLIMB)) {
      const [top = "", name = "", ...inner] = relative(ROOT, resolve(dirname(file), target)).split(sep);
      const other = join(top, name);
      const isProgram = top === "apps" && inner.join("/") === "dist/main.js";
      if (other !== home && workspaces.includes(other) && !isProgram) faults.push(`${relative(ROOT, file)}: climbs into ${other}: ${target}`);
    }
  }
}
/** Test support that needs the inside of its package is in `src/test`; that folder and `*.test.*` are neither compiled nor published. */
for (const home of workspaces.filter((name) => !name.startsWith("tools"))) {
  const src = join(ROOT, home, "src");
  const { files = [] } = JSON.parse(readFileSync(join(ROOT, home, "package.json"), "utf8"));
  for (const entry of files.includes("src") ? ["!**/*.test.*", "!**/test/**"] : [])
    if (!files.includes(entry)) faults.push(`${join(home, "package.json")}: "files" must have ${entry}`);
  for (const file of filesOf(src, /./).filter((path) => isTestSupport(relative(src, path)))) {
    if (/\.(test|browser)\.|__snapshots__/.test(file) || roomOf(src, file) === "test") continue;
    faults.push(`${relative(ROOT, file)}: test support belongs into tools/testing, or into src/test if it needs the inside of its package`);
  }
}
/** Files that import each other, types included, in circles: each circle once. */
const circlesOf = (graph) => {
  const circles = [];
  const state = new Map();
  const path = [];
  const visit = (file) => {
    state.set(file, "open");
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      if (state.get(next) === "open") circles.push([...path.slice(path.indexOf(next)), next]);
      else if (!state.has(next)) visit(next);
    }
    path.pop();
    state.set(file, "done");
  };
  for (const file of graph.keys()) if (!state.has(file)) visit(file);
  return circles;
};

for (const [name, floors] of Object.entries(FLOORS)) {
  const src = join(ROOT, "packages", name, "src");
  const floorOf = (room) => floors.findIndex((rooms) => rooms.includes(room));
  const graph = new Map();
  for (const file of filesOf(src)) {
    if (file.endsWith(".test.ts") || file.includes(`${sep}src${sep}test${sep}`)) continue;
    const room = roomOf(src, file);
    if (floorOf(room) < 0)
      faults.push(`${relative(ROOT, file)}: ${room} has no place among the folders of ${name}; give it one in scripts/check-layering.mjs`);
    const targets = [...readFileSync(file, "utf8").matchAll(IMPORT)].map(([, target]) => target).filter((target) => target.startsWith("."));
    const files = targets.map((target) => resolve(dirname(file), target));
    graph.set(file, files);
    for (const target of files) {
      const wanted = roomOf(src, target);
      if (wanted !== room && floorOf(wanted) >= floorOf(room))
        faults.push(`${relative(ROOT, file)}: ${room} may not import ${wanted}, which stands beside or after it`);
    }
  }
  for (const circle of circlesOf(graph)) faults.push(`import circle: ${circle.map((file) => relative(ROOT, file)).join(" -> ")}`);
}
for (const fault of faults) console.error(fault);
console.log(faults.length ? `layering: ${faults.length} faults` : "layering: the arrows hold");
process.exit(faults.length ? 1 : 0);
