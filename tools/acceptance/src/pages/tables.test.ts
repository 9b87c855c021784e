import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ErrorCode, EXIT_CODES } from "@zoom-webinar/foundation";
import { manifest, notInZoom, TASKS } from "@zoom-webinar/webinar-core/doors";
import { describe, expect, it } from "vitest";
import { ROOT } from "../doors.ts";
import { readPage } from "./pages.ts";

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

describe("docs/moving-from-the-python-server.md", () => {
  const names = [...rowsOf("docs/moving-from-the-python-server.md").keys()].filter((name) => /^[a-z_]+$/.test(name));

  it("names every tool of that server", () => expect(names.length).toBeGreaterThanOrEqual(34));
  it.each(names)("%s is a tool here, or Zoom lacks it and we say so", (name) => {
    expect(manifest.some(({ tool }) => tool === name) || notInZoom.some(({ tool }) => tool === name)).toBe(true);
  });
});

/** A line of the page names a test as `path` with titles in quotes below it. */
const namedTests = [...readPage("docs/promises.md").matchAll(/^- `([^`]+\.(?:test|cases)\.ts)`: (.+)$/gm)].flatMap(([, file = "", titles = ""]) =>
  [...titles.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => [file, title] as const),
);

describe("docs/promises.md", () => {
  it("names tests for every promise", () => {
    const promises = readPage("docs/promises.md").split(/^### /m).slice(1);
    expect(promises.length).toBeGreaterThan(15);
    for (const promise of promises) expect(promise, promise.split("\n")[0]).toMatch(/^- `[^`]+\.test\.ts`: "/m);
  });

  it.each(namedTests)("%s has the test %j", (file, title) => {
    expect(existsSync(join(ROOT, file))).toBe(true);
    expect(readFileSync(join(ROOT, file), "utf8").includes(title)).toBe(true);
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
