import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { kindOf } from "./state-files.ts";

it.each([
  ["files:elsewhere", "remembered"],
  ["files:made:0a1b2c", "store"],
  ["files:0a1b2c", "store"],
  ["intent:0a1b2c", "intent"],
  ["lag:registrants", "store"],
])("a stored value under %s is of the kind %s", async (key, id) => {
  const folder = await mkdtemp(join(tmpdir(), "zw-state-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, `${"0123456789".repeat(4)}.json`);
  await writeFile(path, JSON.stringify({ key, value: "[]" }));
  expect((await kindOf(folder, path))?.id).toBe(id);
});
