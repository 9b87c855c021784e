import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mountTmpfs, unmount, whyNoTmpfs } from "../test/tmpfs.ts";
import { type Disk, systemDisk } from "./disk.ts";
import { fileStore } from "./file-store.ts";
import { makeFolder } from "./make-folder.ts";

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "zw-make-"));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const failure = (code: string, path: string) => Object.assign(new Error(code), { code, syscall: "mkdir", path });

/** A read-only file system as Node shows it: ENOENT for a folder with its parents, the truth for a plain one. */
const readOnlyDisk = (made: string[] = []): Disk => {
  const refuse = async (path: string, options: { recursive?: boolean }) => {
    made.push(path);
    throw failure(options.recursive === true ? "ENOENT" : "EROFS", path);
  };
  return { ...systemDisk, mkdir: refuse as unknown as Disk["mkdir"] };
};

const READ_ONLY = {
  name: "StorageError",
  message: expect.stringContaining("cannot be used: the file system is read-only."),
  hint: expect.stringContaining("ZOOM_WEBINAR_HOME"),
  details: expect.objectContaining({ errno: "EROFS" }),
};

describe("a folder of state", () => {
  it("is made with its parents, for its owner only", async () => {
    await makeFolder(join(parent, "a", "b"), systemDisk);
    expect((await stat(join(parent, "a", "b"))).mode & 0o777).toBe(0o700);
    await makeFolder(join(parent, "a", "b"), systemDisk);
  });

  it("says that the file system is read-only, also if Node says that nothing is there", async () => {
    const tried: string[] = [];
    await expect(makeFolder(join(parent, "a", "b"), readOnlyDisk(tried))).rejects.toMatchObject({ code: "EROFS" });
    expect(tried).toEqual([join(parent, "a", "b"), join(parent, "a")]);
    const store = fileStore({ folder: join(parent, "state"), disk: readOnlyDisk() });
    for (const act of [store.get("key"), store.set("key", "value"), store.delete("key"), store.lock("key", async () => undefined)])
      await expect(act).rejects.toMatchObject(READ_ONLY);
  });

  it("is made if what was missing is there at the second look", async () => {
    let isFirst = true;
    const late = async (path: string, options: { recursive?: boolean }) => {
      if (!isFirst) return mkdir(path, options);
      isFirst = false;
      await mkdir(join(parent, "a"));
      throw failure("ENOENT", path);
    };
    await makeFolder(join(parent, "a", "b"), { ...systemDisk, mkdir: late as unknown as Disk["mkdir"] });
    expect(await readdir(join(parent, "a"))).toEqual(["b"]);
  });
});

const READ_ONLY_DISK = "ro";
const whyNot = await whyNoTmpfs(READ_ONLY_DISK, "The test on a real read-only file system is");

it.skipIf(whyNot !== null)("a real read-only file system is named as one", async () => {
  expect(mountTmpfs(parent, READ_ONLY_DISK)).toBeNull();
  try {
    for (const folder of [join(parent, "state"), join(parent, "deep", "state")])
      await expect(fileStore({ folder }).set("key", "value")).rejects.toMatchObject(READ_ONLY);
  } finally {
    unmount(parent);
  }
});
