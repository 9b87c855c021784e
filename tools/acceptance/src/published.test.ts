import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ROOT } from "./doors.ts";

const { isTestSupport } = (await import(join(ROOT, "scripts/test-support.mjs"))) as { isTestSupport(path: string): boolean };

const SUPPORT = ["dist/testing/sessions.js", "src/deep/payloads.test-data.ts", "src/fixtures/state.json", "src/test/emulated.ts", "src/x.test.ts"];
const SOURCES = ["dist/index.js", "src/contest/latest.ts", "src/index.ts", "src/testimony.ts"];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "zw-published-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const plant = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const filesOf = (name: string): string[] => JSON.parse(readFileSync(join(ROOT, "packages", name, "package.json"), "utf8")).files as string[];
/** What npm would publish from the planted folder, if its package.json has these `files`. */
const listed = (files: readonly string[]): string[] => {
  plant("package.json", JSON.stringify({ name: "planted", version: "1.0.0", files }));
  for (const path of [...SUPPORT, ...SOURCES]) plant(path, "{}");
  const [{ files: found }] = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: folder, encoding: "utf8" }),
  ) as [{ files: { path: string }[] }];
  return found.map(({ path }) => path).sort();
};

// The packaging lane lists every package that we publish, with the same rule (scripts/check-packaging.mjs).
describe("what npm publishes", () => {
  it("is searched for tests and test support: planted ones are found, sources are not taken for them", () => {
    expect(listed(["dist", "src"]).filter(isTestSupport)).toEqual(SUPPORT);
  });

  it("leaves out tests and test support by the `files` of our packages", () => {
    const lists = readdirSync(join(ROOT, "packages")).map((name) => filesOf(name));
    const excluded = lists.map((files) => files.filter((entry) => entry.startsWith("!")));
    const shared = (excluded[0] ?? []).filter((entry) => excluded.every((entries) => entries.includes(entry)));
    // The rest cannot come about: check-layering refuses it in the sources.
    expect(listed(["dist", "src", ...shared]).filter(isTestSupport)).toEqual(SUPPORT.filter((path) => !/\.test\.|\/test\//.test(path)));
  });
});
