import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "./doors.ts";

const SCRIPT = join(ROOT, "scripts/check-layering.mjs");
/** Apart from what follows it, so that this file is not itself taken for one that climbs. */
const UP = "../../..";
let tree: string;
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), "zw-layers-"));
});
afterEach(() => rmSync(tree, { recursive: true, force: true }));

const plant = (path: string, text: string) => {
  const file = join(tree, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const check = () => {
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, "--root", tree], { encoding: "utf8" });
  return { status, stderr };
};
const manifest = (name: string, dependencies: Record<string, string> = {}) =>
  plant(`${name}/package.json`, JSON.stringify({ name, dependencies, devDependencies: dependencies }));

describe("layering", () => {
  it("holds in this repository", () => {
    expect(execFileSync(process.execPath, [SCRIPT], { cwd: ROOT, encoding: "utf8" })).toContain("the arrows hold");
  });

  it.each([
    ["packages/foundation", 'import { x } from "@zoom-webinar/auth";', "foundation may not import @zoom-webinar/auth"],
    ["packages/webinar-core", 'import type { X } from "@zoom-webinar/mcp-server";', "webinar-core may not import"],
    ["packages/webinar-core", 'const { x } = await import("@zoom-webinar/zoom-emulator");', "webinar-core may not import"],
    ["packages/zoom-emulator", 'export { x } from "@zoom-webinar/zoom-client";', "zoom-emulator may not import @zoom-webinar/zoom-client"],
    ["packages/auth", 'import { x } from "../../../foundation/src/index.ts";', "reaches into another package"],
    ["packages/webinar-core", 'import { McpServer } from "@modelcontextprotocol/server";', "webinar-core may not know MCP"],
    ["packages/mcp-server", 'import { McpServer } from "@modelcontextprotocol/server";', "only packages/mcp-server/src/sdk*.ts import the MCP SDK"],
    ["packages/report-page", 'import { connect } from "@zoom-webinar/webinar-core";', "report-page may import only types of webinar-core"],
    ["packages/report-page", 'const core = await import("@zoom-webinar/webinar-core");', "report-page may import only types of webinar-core"],
    ["packages/report-page", 'export type { X } from "@zoom-webinar/mcp-server";', "report-page may not import"],
    ["packages/webinar-core", 'import type { X } from "@zoom-webinar/report-page";', "webinar-core may not import"],
    ["packages/webinar-core", 'import { Command } from "commander";', "may not know terminals"],
  ])("catches a violation planted in %s: %s", (home, line, message) => {
    manifest(home);
    plant(`${home}/src/index.ts`, "export const fine = 1;");
    expect(check().status).toBe(0);
    plant(`${home}/src/deep/planted.ts`, line);
    expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining(message) });
  });

  it.each([
    ["webinar-core", "operation/planted.ts", 'import { run } from "../policy/safety.ts";', "operation may not import policy"],
    ["webinar-core", "session/planted.ts", 'import type { X } from "../generated/manifest.ts";', "session may not import generated"],
    ["webinar-core", "odds/planted.ts", "export const odd = 1;", "odds has no place among the folders of webinar-core"],
    ["zoom-emulator", "state/planted.ts", 'import type { X } from "../options.ts";', "state may not import options.ts"],
    ["zoom-emulator", "resources/polls/planted.ts", 'const { x } = await import("../../control/view.ts");', "resources may not import control"],
    ["zoom-emulator", "rules/planted.ts", 'export { x } from "./planted.ts";', "import circle"],
  ])("catches an arrow planted between folders of %s: %s", (name, path, line, message) => {
    manifest(`packages/${name}`);
    plant(`packages/${name}/src/${path}`, line);
    expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining(message) });
  });

  it("catches files that import each other, types included", () => {
    manifest("packages/zoom-emulator");
    plant("packages/zoom-emulator/src/state/a.ts", 'import { b } from "./b.ts";');
    plant("packages/zoom-emulator/src/state/b.ts", 'import type { A } from "./a.ts";');
    expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining("import circle: packages/zoom-emulator/src/state/a.ts -> ") });
  });

  it("catches a dependency that package.json must not have", () => {
    manifest("packages/auth", { "@zoom-webinar/webinar-core": "workspace:*" });
    expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining("auth may not depend on webinar-core") });
  });

  it.each([
    ["packages/auth/src/planted.test.ts", 'import { x } from "../../foundation/src/x.ts";', "climbs into packages/foundation"],
    ["packages/auth/src/test/planted.ts", 'const { x } = await import("../../../foundation/src/x.ts");', "climbs into packages/foundation"],
    ["apps/cli/src/planted.test.ts", `vi.mock("${UP}/packages/foundation/src/x.ts");`, "climbs into packages/foundation"],
    ["tools/acceptance/src/planted.mjs", `new URL("${UP}/packages/foundation/data.json", import.meta.url);`, "climbs into packages/foundation"],
  ])("catches a climb over a wall planted in %s", (path, line, message) => {
    for (const home of ["packages/auth", "packages/foundation", "apps/cli", "tools/acceptance"]) manifest(home);
    plant(path, "// nothing yet");
    expect(check().status).toBe(0);
    plant(path, line);
    expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining(message) });
  });

  it("lets a test start a built app, and a test take the shared support", () => {
    manifest("apps/cli", { "@zoom-webinar/testing": "workspace:*" });
    manifest("tools/acceptance");
    plant("tools/acceptance/src/starts.test.ts", `const MAIN = new URL("${UP}/apps/cli/dist/main.js", import.meta.url);`);
    plant("apps/cli/src/takes.test.ts", 'import { emulated } from "@zoom-webinar/testing/emulated";');
    expect(check().status).toBe(0);
  });

  it.each([
    ["packages/auth/src/tokens/payloads.test-data.ts", "test support belongs into tools/testing"],
    ["packages/auth/src/testing/payloads.ts", "test support belongs into tools/testing"],
    ["packages/auth/src/tokens/fixtures/state.json", "test support belongs into tools/testing"],
  ])("catches test support planted at %s", (path, message) => {
    manifest("packages/auth");
    plant(path, "{}");
    expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining(message) });
  });

  it("catches shared test support in a source, and as a dependency of what is published", () => {
    manifest("packages/auth", { "@zoom-webinar/testing": "workspace:*" });
    plant("packages/auth/src/planted.ts", 'import { emulated } from "@zoom-webinar/testing/emulated";');
    const { stderr } = check();
    expect(stderr).toContain("auth may not depend on testing");
    expect(stderr).toContain("auth may not import @zoom-webinar/testing/emulated");
  });

  it("catches a package that publishes its sources with their tests", () => {
    plant("packages/auth/package.json", JSON.stringify({ name: "auth", files: ["dist", "src", "!**/*.test.*"] }));
    expect(check()).toMatchObject({ status: 1, stderr: expect.stringContaining('"files" must have !**/test/**') });
  });
});
