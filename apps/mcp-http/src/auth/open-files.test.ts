import { createHash } from "node:crypto";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readTokens } from "./bearer.ts";
import { readPrincipals } from "./principals.ts";

const TOKENS = `bot ${createHash("sha256").update("secret").digest("hex")}`;
const TEAMS = JSON.stringify({ teams: [{ name: "a", profile: "a", callers: [{ token: "bot" }] }] });

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "zw-open-"));
  mkdirSync(join(folder, "inner"));
  path = join(folder, "inner", "file");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Reads the file that decides who may come in; a promise either way. */
const READERS: readonly [string, string, number, () => Promise<unknown>][] = [
  ["--tokens", TOKENS, 0o644, async () => readTokens(path)],
  ["--principals", TEAMS, 0o600, () => readPrincipals(path, "bearer")],
];

describe.skipIf(process.platform === "win32").each(READERS)("the file of %s (Windows has no such files)", (setting, content, mode, read) => {
  beforeEach(() => {
    writeFileSync(path, content);
    chmodSync(path, mode);
  });

  it("is read if only its owner can change it", async () => {
    expect(await read()).toHaveLength(1);
  });

  it.each([
    ["the file", () => chmodSync(path, mode | 0o020), "file may be"],
    ["its folder", () => chmodSync(join(folder, "inner"), 0o777), "inner may be written to by others"],
    ["a folder above", () => chmodSync(folder, 0o770), "may be written to by others"],
  ])("is refused if others can write to %s, with the way out", async (_what, open, message) => {
    open();
    await expect(read()).rejects.toMatchObject({ code: "input_invalid", hint: expect.stringMatching(/chmod/) });
    await expect(read()).rejects.toThrow(message);
  });

  it("is read in a folder like /tmp, where others cannot replace what is not theirs", async () => {
    chmodSync(join(folder, "inner"), 0o1777);
    expect(await read()).toHaveLength(1);
  });

  it.skipIf(process.getuid?.() !== 0)("is refused if it, or its folder, belongs to somebody else (tried as root only)", async () => {
    chownSync(join(folder, "inner"), 12_345, 12_345);
    await expect(read()).rejects.toThrow("belongs to another user");
    chownSync(join(folder, "inner"), 0, 0);
    chownSync(path, 12_345, 12_345);
    await expect(read()).rejects.toThrow("belongs to another user");
    expect(setting).toMatch(/^--/);
  });
});
