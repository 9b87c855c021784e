import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { anyFiles, type FileAccess, filesBelow } from "./file-access.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "files-"));
  await mkdir(join(folder, "in"));
  await writeFile(join(folder, "plain.csv"), "");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const WAYS: readonly [string, (root: string) => FileAccess][] = [
  ["any file", anyFiles],
  ["files below a folder", filesBelow],
];

it.each(WAYS)("%s: a file may be written only in a folder that exists", async (_name, open) => {
  const files = open(folder);
  for (const path of ["a.csv", "in/a.csv"]) expect(await files.toWrite(path)).toMatch(new RegExp(`${path}$`));
  for (const path of ["none/a.csv", "in/none/deep/a.csv", "plain.csv/a.csv"])
    await expect(files.toWrite(path, "results"), path).rejects.toMatchObject({
      code: "input_invalid",
      faults: [{ field: "results", message: `cannot write ${path}: there is no such folder` }],
      hint: "Name a file in a folder that exists and that you may write to.",
    });
  await expect(files.toWrite("none/a.csv")).rejects.toMatchObject({ faults: [{ field: "file" }] });
});

it("a link out of the folder tells nothing of what is there, whether it leads somewhere or not", async () => {
  const files = filesBelow(join(folder, "in"));
  await symlink(folder, join(folder, "in", "out"));
  await symlink(join(folder, "none"), join(folder, "in", "nowhere"));
  for (const path of ["out/a.csv", "out/none/a.csv", "nowhere/a.csv", "nowhere/deep/a.csv", "../none/a.csv"])
    await expect(files.toWrite(path), path).rejects.toMatchObject({ code: "not_allowed" });
});
