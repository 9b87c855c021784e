import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

const PACKAGE = join(import.meta.dirname, "..");

it("the README's example writes a page", () => {
  const example = /```js\n([\s\S]*?)```/.exec(readFileSync(join(PACKAGE, "README.md"), "utf8"))?.[1] ?? "";
  // Inside the package, so that it finds the package by its own name, and what it depends on.
  const place = join(PACKAGE, "dist", `.readme-${process.pid}`);
  const folder = mkdtempSync(join(tmpdir(), "zw-readme-"));
  try {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "example.mjs"), example);
    const said = execFileSync(process.execPath, [join(place, "example.mjs")], { cwd: folder, encoding: "utf8" });
    const [file = ""] = readdirSync(folder);
    expect(said).toBe("true\n");
    expect(readFileSync(join(folder, file), "utf8")).toContain('<h1 dir="auto">Getting started in 45 minutes</h1>');
  } finally {
    for (const path of [place, folder]) rmSync(path, { recursive: true, force: true });
  }
});
