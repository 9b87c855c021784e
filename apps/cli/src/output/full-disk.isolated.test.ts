import type * as Files from "node:fs/promises";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifest } from "@zoom-webinar/webinar-core/doors/manifest";
import { expect, it, vi } from "vitest";
import { cliOf, demoZoom } from "../test/run-cli.ts";

// A disk that has room for names, and for nothing in the files of one folder.
vi.mock("node:fs/promises", async (load) => {
  const real = await load<typeof Files>();
  const open: typeof Files.open = async (path, ...rest) => {
    const file = await real.open(path, ...rest);
    if (String(path).includes("full-disk-"))
      file.writeFile = () =>
        Promise.reject(Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC", errno: -28, syscall: "write" }));
    return file;
  };
  return { ...real, open };
});

it("a full disk is one error with its way out; the earlier file stays, and no part of the new one", async () => {
  const folder = await mkdtemp(join(tmpdir(), "full-disk-"));
  const path = join(folder, "people.csv");
  await writeFile(path, "earlier");
  const { code, stdout, stderr } = await cliOf({ catalog: manifest, emulator: demoZoom() })([
    "users",
    "list",
    "--csv",
    "--output",
    path,
    "--replace",
  ]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toBe(`error: --output: cannot write ${path}: the disk is full\nhint: Make room, or name a file on another disk.\n`);
  expect([await readdir(folder), await readFile(path, "utf8")]).toEqual([["people.csv"], "earlier"]);
  await rm(folder, { recursive: true });
});
