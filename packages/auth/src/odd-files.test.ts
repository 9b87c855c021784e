import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readEnvironment } from "./environment.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "zw-odd-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ODD: readonly [string, (path: string) => void][] = [
  ["a pipe", (path) => execFileSync("mkfifo", [path])],
  ["a link to a device without end", (path) => symlinkSync("/dev/zero", path)],
  ["a link to the terminal", (path) => symlinkSync("/dev/tty", path)],
];

describe.skipIf(process.platform === "win32").each(ODD)("%s (Windows has no such files)", (_what, plant) => {
  it("as .env of the working directory is passed over, with a word about it", () => {
    plant(join(folder, ".env"));
    const lines: string[] = [];
    const { credentials } = readEnvironment({ env: {}, cwd: folder, warn: (line) => lines.push(line) });
    expect(credentials).toBeNull();
    expect(lines.length).toBeLessThanOrEqual(1);
    if (!_what.includes("terminal")) expect(lines[0]).toContain("is a pipe or a device");
  });

  it("as a file that somebody names is an error of that setting", () => {
    const path = join(folder, "odd");
    plant(path);
    expect(() => readEnvironment({ env: {}, cwd: null, envFile: path })).toThrow("--dotenv: cannot read");
    expect(() => readEnvironment({ env: { ZOOM_CLIENT_SECRET_FILE: path }, cwd: null })).toThrow("ZOOM_CLIENT_SECRET_FILE: cannot read");
  });
});
