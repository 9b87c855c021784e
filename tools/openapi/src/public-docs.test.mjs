import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";

let tree;
beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), "zw-docs-"));
  plant(
    "package.json",
    JSON.stringify({ name: "planted", type: "module", exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } } }),
  );
});
afterEach(() => rmSync(tree, { recursive: true, force: true }));

const OPEN =
  "/** Opens it. */\nexport const open = (options: OpenOptions) => options;\n/** How. */\nexport interface OpenOptions {\n  /** Where. */\n  path: string;\n}\n";
const plant = (path, text) => {
  const file = join(tree, "packages/planted", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const check = (root) => {
  const { status, stderr } = spawnSync(process.execPath, ["tools/openapi/src/public-docs.mjs", "--root", root], { encoding: "utf8" });
  return { status, stderr };
};

test("what this repository publishes is documented", () => {
  assert.deepEqual(check("."), { status: 0, stderr: "" });
});

test("documented names and options pass; a type that nobody writes by hand needs no word for each member", () => {
  plant("src/row.ts", "/** A row. */\nexport interface Row {\n  id: string;\n}\n");
  plant("src/index.ts", `${OPEN}export type { Row } from "./row.ts";\n`);
  assert.deepEqual(check(tree), { status: 0, stderr: "" });
});

for (const [what, text, message] of [
  ["a constant", "export const open = 1;\n", "open has no documentation"],
  ["a function that is exported from another file", 'export { close } from "./close.ts";\n', "close has no documentation"],
  ["an interface", "export interface Row {\n  id: string;\n}\n", "Row has no documentation"],
  ["a type", 'export type Mode = "a" | "b";\n', "Mode has no documentation"],
  ["an option", "/** How. */\nexport interface OpenOptions {\n  path: string;\n}\n", "OpenOptions.path has no documentation"],
  ["a member of an error", "/** Bad. */\nexport class OpenError extends Error {\n  readonly path = 1;\n}\n", "OpenError.path has no documentation"],
]) {
  test(`${what} without documentation is found`, () => {
    plant("src/close.ts", "export const close = (): void => {};\n");
    plant("src/index.ts", text);
    const { status, stderr } = check(tree);
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(message));
  });
}
