import { lstat, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Io } from "../io.ts";
import { writeOut } from "./write-file.ts";

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "write-file-"));
  await mkdir(join(parent, "out"));
  await writeFile(join(parent, "mine"), "keep");
});
afterEach(() => rm(parent, { recursive: true }));

const io = (): Io => ({
  stdout: new PassThrough(),
  stderr: new PassThrough(),
  stdin: new PassThrough(),
  env: {},
  cwd: parent,
  signal: new AbortController().signal,
});

it.each(["mine", "nowhere"])("follows no link below a folder, where we choose the name of the file: to %s", async (target) => {
  await symlink(join(parent, target), join(parent, "out", "a.yaml"));
  const written = writeOut({ name: "a.yaml", pieces: ["text"] }, "out", io(), { replaces: false });
  await expect(written).rejects.toThrow(/a\.yaml is a link, and nothing is written through it/);
  expect([await readFile(join(parent, "mine"), "utf8"), await lstat(join(parent, "nowhere")).catch(() => null)]).toEqual(["keep", null]);
});

it("writes below a folder that is a link itself, and through a link that the person named", async () => {
  await symlink(join(parent, "out"), join(parent, "to-out"));
  await symlink(join(parent, "mine"), join(parent, "to-mine"));
  await writeOut({ name: "a.yaml", pieces: ["text"] }, "to-out", io(), { replaces: false });
  await writeOut({ name: "a.yaml", pieces: ["text"] }, "to-mine", io(), { replaces: true });
  expect([await readFile(join(parent, "out", "a.yaml"), "utf8"), await readFile(join(parent, "mine"), "utf8")]).toEqual(["text", "text"]);
});
