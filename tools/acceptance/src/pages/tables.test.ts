import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ErrorCode, EXIT_CODES } from "@zoom-webinar/foundation";
import { SERVER_FLAGS } from "@zoom-webinar/mcp-server";
import { manifest, notInZoom, TASKS } from "@zoom-webinar/webinar-core/doors";
import { describe, expect, it } from "vitest";
import { ROOT } from "../doors.ts";
import { readPage } from "./pages.ts";
import { missingTests, promisedTests } from "./promised-tests.ts";

/** Rows of a page's tables whose first cell is code, by that code. */
const rowsOf = (page: string): Map<string, string[]> =>
  new Map([...readPage(page).matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name = "", rest = ""]) => [name, rest.split(" | ")]));

describe("docs/errors.md", () => {
  const codes = Object.keys(EXIT_CODES) as ErrorCode[];

  it("has a row for every code, and no other", () => {
    expect([...rowsOf("docs/errors.md").keys()].sort()).toEqual([...codes].sort());
  });

  it.each(codes)("%s: states its exit code, what happened and the way out", (code) => {
    const [exit, what = "", wayOut = ""] = rowsOf("docs/errors.md").get(code) ?? [];
    expect(Number(exit)).toBe(EXIT_CODES[code]);
    expect(what.length).toBeGreaterThan(20);
    expect(wayOut.length).toBeGreaterThan(20);
  });
});

describe("README.md", () => {
  /** Flags that few servers need; --help lists them, and a page of docs/ says what they are for. */
  const RARE = new Set(["most-recipients", "recipient-domains", "profile", "profiles", "allow-base-url", "output-schemas"]);

  it.each(Object.keys(SERVER_FLAGS).filter((name) => !RARE.has(name)))("has --%s in its table of the servers' flags", (name) => {
    expect(readPage("README.md")).toMatch(new RegExp(`^\\|[^|]*\`--${name}[ \`]`, "m"));
  });
});

describe("docs/moving-from-the-python-server.md", () => {
  const names = [...rowsOf("docs/moving-from-the-python-server.md").keys()].filter((name) => /^[a-z_]+$/.test(name));

  it("names every tool of that server", () => expect(names.length).toBeGreaterThanOrEqual(34));
  it.each(names)("%s is a tool here, or Zoom lacks it and we say so", (name) => {
    expect(manifest.some(({ tool }) => tool === name) || notInZoom.some(({ tool }) => tool === name)).toBe(true);
  });
});

describe("docs/promises.md", () => {
  it("names tests for every promise", () => {
    const promises = readPage("docs/promises.md").split(/^### /m).slice(1);
    expect(promises.length).toBeGreaterThan(15);
    for (const promise of promises) expect(promise, promise.split("\n")[0]).toMatch(/^- `[^`]+\.test\.ts`: "/m);
  });

  const sourceOf = (file: string) => (existsSync(join(ROOT, file)) ? readFileSync(join(ROOT, file), "utf8") : null);

  it("names only tests that exist, each with its whole title", () => {
    const page = readPage("docs/promises.md");
    expect(promisedTests(page).length).toBeGreaterThan(70);
    expect(missingTests(page, sourceOf)).toEqual([]);
  });

  it.each([
    ["a test that does not exist", '- `a.test.ts`: "sends it twice"'],
    ["a test of a file that does not exist", '- `b.test.ts`: "sends it once"'],
    ["a part of a title", '- `a.test.ts`: "sends it"'],
    ["a test under a group that does not exist", '- `a.test.ts`: "a read > sends it once"'],
    ["a group that comes after the test", '- `a.test.ts`: "a list > sends it once"'],
  ])("finds %s", (_what, line) => {
    const source =
      'describe("a write", () => {\n  it("sends it once", () => {});\n  it.each(ROWS)("goes to %s once", () => {});\n});\ndescribe("a list", () => {});\n';
    const read = (file: string) => (file === "a.test.ts" ? source : null);
    expect(missingTests(line, read)).toHaveLength(1);
    expect(missingTests('- `a.test.ts`: "a write > sends it once", "a write > goes to … once", "a list"', read)).toEqual([]);
  });
});

describe("docs/zoom-app.md", () => {
  /** The parts of scopes.md that begin with the task of a row: its scopes stand there, or nowhere. */
  const tasks = new Map(
    TASKS.map(({ id, title }) => [id as string, readPage("docs/scopes.md").split(`### ${title}\n`)[1]?.split("\n### ")[0] ?? ""]),
  );
  const rows = [...readPage("docs/zoom-app.md").matchAll(/^\| [^|]+ \| `(\w+)` \| (.+) \|$/gm)].map(
    ([, task = "", cell = ""]) => [task, cell] as const,
  );

  it("has a row for each of several tasks", () => expect(rows.length).toBeGreaterThanOrEqual(4));
  it.each(rows)("%s: names scopes that scopes.md has for that task", (task, cell) => {
    const scopes = cell.match(/`[^`]+`/g) ?? [];
    expect(scopes.length).toBeGreaterThan(0);
    for (const scope of scopes) expect(tasks.get(task), scope).toContain(scope);
  });
});
