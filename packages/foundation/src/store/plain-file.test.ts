import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { describeUnread, readPlainFile } from "./plain-file.ts";

const folder = mkdtempSync(join(tmpdir(), "zw-plain-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(process.platform === "win32")("a plain file (Windows has no such files)", () => {
  it("is read to its end, also through a link and if its size is not known", () => {
    const long = "ü".repeat(40_000);
    writeFileSync(join(folder, "long"), long);
    symlinkSync(join(folder, "long"), join(folder, "link"));
    expect([String(readPlainFile(join(folder, "long"))), String(readPlainFile(join(folder, "link")))]).toEqual([long, long]);
    if (process.platform === "linux") expect(String(readPlainFile("/proc/self/status"))).toContain("Pid:");
  });

  it.each<[string, (path: string) => unknown, string]>([
    ["a pipe that nobody writes to", (path) => execFileSync("mkfifo", [path]), "is a pipe or a device, not a plain file"],
    ["a device without end", (path) => symlinkSync("/dev/zero", path), "is a pipe or a device, not a plain file"],
    ["a folder", (path) => mkdirSync(path), "is a folder"],
    ["nothing", () => {}, "is not there"],
    ["a file that is too large", (path) => writeFileSync(path, "x".repeat(101)), "is larger than 100 bytes"],
  ])("is not %s, and says so at once", (what, make, message) => {
    const path = join(folder, what.replaceAll(" ", "-"));
    make(path);
    let said = "";
    try {
      readPlainFile(path, 100);
    } catch (error) {
      said = describeUnread(error);
    }
    expect(said).toBe(message);
  });
});
