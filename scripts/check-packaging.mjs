#!/usr/bin/env node
// Packs everything that is published, installs it with npm into an empty folder, and uses it as a stranger would: bins start, libraries import and
// type-check, and none of it grows unseen. `publint` and `attw` read every package on the way. `--sbom FILE` writes what an install brings along, as CycloneDX.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { isTestSupport } from "./test-support.mjs";

const { values: flags } = parseArgs({ options: { sbom: { type: "string" } } });

/** The TypeScripts that people have: the last one in JavaScript, and the native one. Both are on the registry as `typescript`. */
const TYPESCRIPTS = ["5.9.3", "7.0.2"];

/** How much an install of each may bring along: unpacked megabytes, and packages besides itself. A tenth above what was measured on 29 November 2026. */
const BOUNDS = {
  "zoom-webinar": { megabytes: 17, packages: 3 },
  "@zoom-webinar/webinar-core": { megabytes: 28, packages: 18 },
  "@zoom-webinar/zoom-emulator": { megabytes: 21, packages: 16 },
  "@zoom-webinar/mcp-server": { megabytes: 38, packages: 22 },
};

const bytesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0);

const run = (command, args, options = {}) => {
  try {
    return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], ...options });
  } catch (error) {
    throw new Error(`${command} ${args.join(" ")}\n${error.stdout ?? ""}${error.stderr ?? ""}`);
  }
};
const folder = mkdtempSync(join(tmpdir(), "zw-pack-"));
try {
  const packages = ["packages", "apps"].flatMap((top) => readdirSync(top).map((name) => resolve(top, name)));
  const tarballs = [];
  for (const path of packages) {
    const { name } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"));
    run("pnpm", ["pack", "--pack-destination", folder], { cwd: path });
    const file = readdirSync(folder).find((entry) => entry.endsWith(".tgz") && !tarballs.some(([, known]) => known === entry));
    if (!file) throw new Error(`${name}: pnpm pack wrote nothing`);
    tarballs.push([name, file]);
    const listed = run("tar", ["-tzf", join(folder, file)]);
    const unwanted = listed.split("\n").filter((entry) => isTestSupport(entry) || /\.tsbuildinfo|\.env|\/(node_modules|coverage)\//.test(entry));
    if (unwanted.length > 0) throw new Error(`${name} would publish ${unwanted.join(", ")}`);
    const missing = ["LICENSE", ...(path.includes("/apps/") && !name.startsWith("zoom-webinar") ? ["dist/THIRD-PARTY-NOTICES"] : [])].filter(
      (entry) => !listed.split("\n").includes(`package/${entry}`),
    );
    if (missing.length > 0) throw new Error(`${name} would be published without ${missing.join(", ")}`);
    run("pnpm", ["exec", "publint", "--strict", path]);
    // Ours are ES modules only, and say so; apps have nothing to import.
    if (path.includes("/packages/")) run("pnpm", ["exec", "attw", join(folder, file), "--profile", "esm-only", "--no-emoji", "--no-color"]);
  }
  run("node", ["scripts/list-shipped.mjs", "--check"]);
  console.log(`packaging: ${tarballs.length} packages packed, publint and are-the-types-wrong found no fault`);

  const home = join(folder, "stranger");
  mkdirSync(home);
  const dependencies = Object.fromEntries(tarballs.map(([name, file]) => [name, `file:../${file}`]));
  writeFileSync(
    join(home, "package.json"),
    JSON.stringify({ name: "stranger", private: true, type: "module", dependencies, overrides: dependencies }),
  );
  run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: home });
  const bin = (name, args) =>
    run(join(home, "node_modules/.bin", name), args, { cwd: home, env: { ...process.env, ZOOM_WEBINAR_HOME: join(home, "state") } });
  for (const name of ["zoom-webinar", "zoom-webinar-mcp", "zoom-webinar-mcp-http"]) {
    if (!/\d+\.\d+\.\d+/.test(bin(name, ["--version"]))) throw new Error(`${name} --version printed no version`);
  }
  const { users } = JSON.parse(bin("zoom-webinar", ["users", "list", "--emulator", "--json"]));
  if (users.length !== 3) throw new Error("the installed CLI does not answer");
  // Before the first release npx cannot start it: the entry's words behind the package's name are what an assistant would run.
  const served = execFileSync(join(home, "node_modules/.bin/zoom-webinar"), ["mcp", "serve", "--emulator"], {
    cwd: home,
    env: { ...process.env, ZOOM_WEBINAR_HOME: join(home, "state") },
    encoding: "utf8",
    input: [
      { id: 1, method: "initialize", params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "packaging", version: "1" } } },
      { id: 2, method: "tools/list", params: {} },
    ]
      .map((message) => `${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`)
      .join(""),
  });
  if (!served.includes('"create_webinar"')) throw new Error(`the installed zoom-webinar mcp serve lists no tools: ${served}`);
  console.log("packaging: the three bins start from an npm install, and zoom-webinar mcp serve lists its tools");

  // The skills lie in the bundle as text: what an install writes are the files of the folder `skills`, each with all that belongs to it.
  bin("zoom-webinar", ["skills", "install", "--folder", join(home, "skills")]);
  const filesOf = (root) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
      .sort();
  const skills = filesOf("skills");
  if (skills.length === 0 || filesOf(join(home, "skills")).join() !== skills.join())
    throw new Error("the installed package writes other skills than ours");
  for (const file of skills)
    if (!readFileSync(join(home, "skills", file)).equals(readFileSync(join("skills", file))))
      throw new Error(`the installed package writes another ${file}`);
  console.log(`packaging: the installed package writes our ${skills.length} files of skills`);

  writeFileSync(
    join(home, "use.ts"),
    `import { connect } from "@zoom-webinar/webinar-core";
import { createEmulator, DEMO_CREDENTIALS } from "@zoom-webinar/zoom-emulator";
import { createClient } from "@zoom-webinar/zoom-client";
import { memoryStore } from "@zoom-webinar/foundation";
import { userFolders } from "@zoom-webinar/auth";
import { createServerFactory } from "@zoom-webinar/mcp-server";
import { renderAttendancePage } from "@zoom-webinar/report-page";
const emulator = createEmulator();
const zoom = await connect({ send: emulator.send, credentials: DEMO_CREDENTIALS, store: memoryStore() });
const page = await zoom.users.list({ page_size: 5 });
const email: string | null | undefined = page.users[0]?.email;
// @ts-expect-error a field that the operation does not have
await zoom.users.list({ pagesize: 5 }).catch((error: unknown) => console.log((error as { code: string }).code));
console.log(email, typeof createClient, typeof userFolders, typeof createServerFactory, typeof renderAttendancePage);
await zoom.close();
`,
  );
  for (const version of TYPESCRIPTS) {
    run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-save", `typescript@${version}`, "@types/node@20"], { cwd: home });
    for (const skipLibCheck of [false, true]) {
      const compilerOptions = {
        module: "nodenext",
        target: "es2023",
        strict: true,
        skipLibCheck,
        types: ["node"],
        outDir: "out",
        lib: ["es2023", "esnext.disposable"],
      };
      writeFileSync(join(home, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
      run(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "."], { cwd: home });
    }
  }
  const said = run(process.execPath, ["out/use.js"], { cwd: home });
  if (!said.includes("@example.com") || !said.includes("input_invalid")) throw new Error(`the installed libraries do not answer: ${said}`);
  console.log(`packaging: the libraries import, type-check (TypeScript ${TYPESCRIPTS.join(" and ")}, with and without skipLibCheck) and answer`);

  for (const [name, bound] of Object.entries(BOUNDS)) {
    const alone = join(folder, `alone-${name.replace("/", "-")}`);
    mkdirSync(alone);
    writeFileSync(
      join(alone, "package.json"),
      JSON.stringify({ name: "alone", version: "1.0.0", private: true, dependencies: { [name]: dependencies[name] }, overrides: dependencies }),
    );
    run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"], { cwd: alone });
    const { packages: installed } = JSON.parse(readFileSync(join(alone, "node_modules/.package-lock.json"), "utf8"));
    const count = Object.keys(installed).length - 1;
    const megabytes = bytesIn(join(alone, "node_modules")) / 1e6;
    console.log(
      `size: ${name} installs as ${megabytes.toFixed(1)} MB with ${count} other packages (bounds ${bound.megabytes} MB, ${bound.packages})`,
    );
    if (megabytes > bound.megabytes || count > bound.packages) throw new Error(`an install of ${name} has grown beyond its bounds`);
    if (flags.sbom !== undefined && name === "zoom-webinar")
      writeFileSync(flags.sbom, run("npm", ["sbom", "--sbom-format", "cyclonedx", "--omit", "dev"], { cwd: alone }));
  }

  // The release that the changesets ask for, made in a copy: every package that is published, and server.json, get one and the same new version.
  const release = join(folder, "release");
  run("git", ["clone", "--quiet", ".", release]);
  symlinkSync(resolve("node_modules"), join(release, "node_modules"));
  run(process.execPath, ["scripts/next-version.mjs"], { cwd: release });
  const registered = JSON.parse(readFileSync(join(release, "server.json"), "utf8"));
  const versionIn = (root, path) => JSON.parse(readFileSync(join(root, relative(resolve("."), path), "package.json"), "utf8")).version;
  const versions = new Set([
    ...packages.map((path) => versionIn(release, path)),
    registered.version,
    ...registered.packages.map(({ version }) => version),
  ]);
  const hasChangesets = readdirSync(".changeset").some((file) => file.endsWith(".md") && file !== "README.md");
  if (versions.size !== 1) throw new Error(`a release would give the packages and server.json different versions: ${[...versions].join(", ")}`);
  if (hasChangesets && versions.has(versionIn(resolve("."), packages[0]))) throw new Error("a release would change no version");
  console.log(`release: ${[...versions].join()} for ${packages.length} packages and server.json`);
} catch (error) {
  console.error(`packaging failed: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
