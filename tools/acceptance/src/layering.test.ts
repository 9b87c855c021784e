import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "./doors.ts";

const SCRIPT = join(ROOT, "scripts/check-layering.mjs");
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
    ["packages/mcp-server", 'import { McpServer } from "@modelcontextprotocol/server";', "only packages/mcp-server/src/sdk.ts and packages/mcp-server/src/sdk-skills.ts import the MCP SDK"],
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
});
